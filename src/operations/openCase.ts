import { CalendarEnds } from '../calendar/workingDays.ts';
import type { CaseView } from '../domain/caseView.ts';
import { decide } from '../domain/decide/index.ts';
import type { Detail } from '../domain/detail.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import { effectsOf } from '../domain/effectsOf.ts';
import { replay } from '../domain/evolve.ts';
import { guard } from '../domain/guards.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { tell } from '../domain/tell.ts';
import { nextWakeDay } from '../domain/wake.ts';
import { agencyOf, personOf } from '../domain/whoIsWho.ts';
import type { With } from '../domain/acts.ts';
import { appendEvents, createCase, loadCase, nextReference } from '../store/cases.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { answerOf, keepAnswer, markSeen } from '../store/inbox.ts';
import { enqueue } from '../store/outbox.ts';
import { settingsOn } from '../store/settings.ts';
import { beyondCalendar } from './changeCase.ts';
import { messageOf, newEvents } from './commitEvents.ts';
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
}

/** Opens a case from an application. An application the procedure does not take makes no case and no reference. */
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

interface Opening {
  person: Person | ByApi;
  deed: Deed;
  activityId?: string;
}

async function openWith(deps: Deps, opening: Opening): Promise<Outcome<CaseView>> {
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

async function openIn(deps: Deps, tx: Tx, { person, deed, activityId }: Opening): Promise<Outcome<CaseView>> {
  const partnership = await partnershipIn(tx);
  const member = 'api' in person ? null : person;
  const earlier = await openedBefore(deps, tx, activityId, partnership);
  if (earlier !== null) return done(earlier);
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
    const raced = await openedBefore(deps, tx, activityId, partnership);
    if (raced !== null) return done(raced);
  }
  const reference = await nextReference(tx, authority.referencePrefix, Number(today.slice(0, 4)));
  const { procedure } = authority;
  const opened = { reference, authority: authority.name, procedure, policyVersion, settings, openedOn: today };
  const fresh = await createCase(tx, opened);
  const review = replay(decision.events, opened);
  if (review === null) throw new Error('an accepted opening has no event');
  const told = tell(review, policy, calendar, today);
  const wakeOn = nextWakeDay(review, policy, calendar, today, told.clocks);
  const events = newEvents(decision.events, member?.id ?? null, now, today);
  const stored = await appendEvents(tx, fresh, events, { review, stage: review.stage, wakeOn });
  const effects = effectsOf({
    before: null,
    after: review,
    events: decision.events,
    version: stored.version,
    partnership,
  });
  await enqueue(tx, effects.map(messageOf), now);
  if (activityId !== undefined) await keepAnswer(tx, activityId, { reference });
  return done(await viewOf(deps, tx, stored, partnership, told));
}

async function openedBefore(
  deps: Deps,
  tx: Tx,
  activityId: string | undefined,
  partnership: Partnership,
): Promise<CaseView | null> {
  if (activityId === undefined) return null;
  const answer = await answerOf<{ reference?: string }>(tx, activityId);
  const stored = answer?.reference === undefined ? null : await loadCase(tx, answer.reference);
  return stored === null ? null : viewOf(deps, tx, stored, partnership);
}
