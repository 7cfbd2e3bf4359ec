import type { Day } from '../calendar/isoDate.ts';
import { CalendarEnds } from '../calendar/workingDays.ts';
import { mayAct } from '../domain/authority.ts';
import type { CaseEvent } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import { decide } from '../domain/decide/index.ts';
import type { Detail } from '../domain/detail.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import { effectsOf } from '../domain/effectsOf.ts';
import { replay } from '../domain/evolve.ts';
import { guard } from '../domain/guards.ts';
import { likenessOf } from '../domain/likeness.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { tell } from '../domain/tell.ts';
import { nextWakeDay } from '../domain/wake.ts';
import { agencyOf, personOf } from '../domain/whoIsWho.ts';
import type { With } from '../domain/acts.ts';
import { appendEvents, casesAlike, createCase, loadCase, nextReference } from '../store/cases.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { answerOf, keepAnswer, markSeen } from '../store/inbox.ts';
import { enqueue } from '../store/outbox.ts';
import { settingsOn } from '../store/settings.ts';
import { beyondCalendar } from './changeCase.ts';
import { messageOf, newEvents } from './commitEvents.ts';
import { digestOf } from './digest.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { barredFromOpening, keepLook } from './gate.ts';
import { parseDeed, type Deed } from './parseDeed.ts';
import { actorOf, commandOf } from './perform.ts';
import { partnershipIn } from './standing.ts';
import { viewOf } from './view.ts';

/** The council's own web form, which the door has authenticated. */
export interface ByApi {
  api: true;
}
export interface OpenAsk {
  person: Person | ByApi;
  with: With<'receiveApplication'>;
  detail?: Detail<'receiveApplication'>;
  /** The incoming activity, or the caller's idempotency key: the same one again gets the same case. */
  activityId?: string;
  /** The person was shown the earlier cases that it looks like, and opens it all the same. */
  alikeKnown?: boolean;
}

/**
 * Opens a case from an application. An application the procedure does not take makes no case and no reference. One that
 * looks like earlier cases is never turned away: it is opened, and the case says so.
 */
export async function openCase(deps: Deps, ask: OpenAsk): Promise<Outcome<CaseView>> {
  const deed: Deed = {
    act: 'receiveApplication',
    with: ask.with,
    ...(ask.detail === undefined ? {} : { detail: ask.detail }),
  };
  const outcome = await openWith(deps, { ...ask, deed });
  // The doubt arises at the applicant's name; the guidance stands there.
  if (outcome.kind === 'refused' && outcome.refusal.code === 'anonymous' && outcome.refusal.field === undefined)
    return refused({ ...outcome.refusal, field: 'applicant.name' });
  return outcome;
}

export interface SafeguardingAsk {
  person: Person;
  with: Omit<With<'openSafeguardingReview'>, 'by'>;
  /** Person id of the senior manager who decided, where the coordinator writes it down. Name, rank and body come from the directory. */
  decidedBy?: string;
  activityId?: string;
}

/** Opens a review on a senior manager's decision (HER-2.3). The level is taken from the directory, never from the form. */
export async function openSafeguardingReview(deps: Deps, ask: SafeguardingAsk): Promise<Outcome<CaseView>> {
  const notAllowed = await barredFromOpening(deps, deps.db, ask.person, 'openSafeguardingReview');
  if (notAllowed !== null) return refused(notAllowed);
  const partnership = await partnershipIn(deps.db);
  const onBehalf = ask.decidedBy !== undefined && ask.decidedBy !== ask.person.id;
  if (onBehalf && !ask.person.roles.includes('coordinator'))
    return refused(refusal('not_allowed', 'HER-2.3', 'Only the coordinator may record another person’s decision.'));
  const decider = personOf(partnership, ask.decidedBy ?? ask.person.id);
  if (decider === undefined) return refused(unknownPerson());
  const body = agencyOf(partnership, decider.agency)?.body ?? 'other';
  const by = { name: decider.name, rank: decider.rank ?? 'officer', body } as const;
  return openWith(deps, { ...ask, deed: { act: 'openSafeguardingReview', with: { ...ask.with, by } } });
}

const unknownPerson = (): Refusal =>
  refusal('unknown_person', 'HER-2.3', 'This person is not in the partnership’s directory.', 'decidedBy');

interface Asked {
  person: Person | ByApi;
  deed: Deed;
  activityId?: string;
  alikeKnown?: boolean;
}

async function openWith(deps: Deps, opening: Asked): Promise<Outcome<CaseView>> {
  const doing = opening.deed.act === 'openSafeguardingReview' ? opening.deed.act : 'openCase';
  try {
    const outcome = await inTransaction(deps.db, async (tx) => {
      const notAllowed = 'api' in opening.person ? null : await barredFromOpening(deps, tx, opening.person, doing);
      if (notAllowed !== null) return refused(notAllowed);
      const parsed = parseDeed(opening.deed);
      if (!parsed.ok) return refused(parsed.refusal);
      const opened = await openIn(deps, tx, { ...opening, deed: parsed.deed });
      if (opened.kind === 'done' && !('api' in opening.person))
        await keepLook(deps, tx, { person: opening.person.id, caseId: opened.value.reference, what: doing }, opened);
      return opened;
    });
    if (outcome.kind === 'done') deps.wake();
    return outcome;
  } catch (error) {
    if (error instanceof CalendarEnds) return refused(beyondCalendar());
    throw error;
  }
}

async function openIn(deps: Deps, tx: Tx, asked: Asked): Promise<Outcome<CaseView>> {
  const { person, deed, activityId } = asked;
  const partnership = await partnershipIn(tx);
  const member = 'api' in person ? null : person;
  // What was sent under a key of the web form; a person's press names its form, and says the same by itself.
  const body = member === null ? digestOf([deed.with, deed.detail ?? null]) : null;
  const earlier = await openedBefore(deps, tx, { activityId, body }, partnership);
  if (earlier !== null) return earlier;
  const today = deps.today();
  const now = deps.now();
  const { authority } = partnership;
  const settings = { ...authority.settings, ...(await settingsOn(tx, authority.id, today)) };
  const { policy, version: policyVersion } = deps.policyFor(authority.procedure, settings);
  const calendar = deps.calendarFor(policy);
  const command = commandOf(deed, today, member === null ? undefined : actorOf(member, partnership));
  const inTheWay = guard(command, null, partnership);
  if (inTheWay !== null) return refused(inTheWay);
  const decision = decide(null, command, policy, calendar);
  if (decision.kind === 'refused') return refused(decision.refusal);
  // Marked only now: a refused application leaves no trace, and may be sent again when it is put right.
  if (activityId !== undefined && !(await markSeen(tx, activityId, now))) {
    const raced = await openedBefore(deps, tx, { activityId, body }, partnership);
    if (raced !== null) return raced;
  }
  const reference = await nextReference(tx, authority.referencePrefix, Number(today.slice(0, 4)));
  const { procedure } = authority;
  const opened = { reference, authority: authority.name, procedure, policyVersion, settings, openedOn: today };
  // Openings of this prefix and year wait for this one from here on: of two at once the second sees the first.
  const likeness = deed.act === 'receiveApplication' ? digestOfLikeness(deed.with) : null;
  const alike = likeness === null ? [] : await casesAlike(tx, likeness);
  const fresh = await createCase(tx, opened, likeness);
  const happened = [...decision.events, ...likenessEvents(alike, today, asked.alikeKnown === true ? member : null)];
  const review = replay(happened, opened);
  if (review === null) throw new Error('an accepted opening has no event');
  const told = tell(review, policy, calendar, today);
  const wakeOn = nextWakeDay(review, policy, calendar, today, told.clocks);
  const events = newEvents(happened, member?.id ?? null, now, today);
  const stored = await appendEvents(tx, fresh, events, { review, stage: review.stage, wakeOn });
  const effects = effectsOf({
    before: null,
    after: review,
    events: happened,
    version: stored.version,
    partnership,
  });
  await enqueue(tx, effects.map(messageOf), now);
  if (activityId !== undefined) await keepAnswer(tx, activityId, { reference, ...(body === null ? {} : { body }) });
  return done(await viewOf(deps, tx, stored, partnership, told));
}

/** References of earlier cases that name the same victim and incidents, for a coordinator about to open another; for others none. */
export async function casesLike(
  deps: Deps,
  { person, with: carried, activityId }: { person: Person; with: unknown; activityId?: string },
): Promise<string[]> {
  // Pressed a second time: the case that it looks like is its own.
  if (activityId !== undefined && (await answerOf(deps.db, activityId)) !== null) return [];
  const parsed = parseDeed({ act: 'receiveApplication', with: carried as With<'receiveApplication'> });
  if (!parsed.ok || parsed.deed.act !== 'receiveApplication') return [];
  const partnership = await partnershipIn(deps.db);
  if (mayAct(person, 'openCase', null, partnership) !== null) return [];
  const likeness = digestOfLikeness(parsed.deed.with);
  return likeness === null ? [] : casesAlike(deps.db, likeness);
}

function digestOfLikeness(carried: With<'receiveApplication'>): string | null {
  const about = likenessOf(carried);
  return about === null ? null : digestOf(about);
}

const likenessEvents = (references: string[], on: Day, knownTo: Person | null): CaseEvent[] =>
  references.length === 0
    ? []
    : [{ type: 'likenessFound', on, references, ...(knownTo === null ? {} : { knownTo: knownTo.id }) }];

/** The case that this key opened before; a refusal where what is sent under it now says something else. */
async function openedBefore(
  deps: Deps,
  tx: Tx,
  { activityId, body }: { activityId: string | undefined; body: string | null },
  partnership: Partnership,
): Promise<Outcome<CaseView> | null> {
  if (activityId === undefined) return null;
  const answer = await answerOf<{ reference?: string; body?: string }>(tx, activityId);
  const stored = answer?.reference === undefined ? null : await loadCase(tx, answer.reference);
  if (stored === null) return null;
  if (body !== null && answer?.body !== undefined && answer.body !== body) return refused(keyReused());
  return done(await viewOf(deps, tx, stored, partnership));
}

/** Nothing of the other application is told: the key may be guessed, and the case is somebody else's. */
const keyReused = (): Refusal =>
  refusal(
    'key_reused',
    'capability 50',
    'This Idempotency-Key came with another application before. Nothing was recorded. Send this application with a key of its own.',
    'Idempotency-Key',
  );
