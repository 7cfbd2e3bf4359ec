import { formatDay, formatDayShort, londonDay, type Day } from './calendar/isoDate.ts';
import { londonClock } from './calendar/londonClock.ts';
import type { WorkingCalendar } from './calendar/workingDays.ts';
import { leftWords } from './cards/words.ts';
import { explain } from './domain/explain.ts';
import type { Partnership } from './domain/directory.ts';
import { reachesAPerson } from './domain/effects.ts';
import type { ResolvedPolicy } from './domain/policy.ts';
import type { Joined } from './compose.ts';
import { guide, nextDueDay } from './operations/guide.ts';
import type { StepOfCase } from './operations/lists.ts';
import { openingOf } from './operations/opening.ts';
import { partnershipIn, standingOf } from './operations/standing.ts';
import { reconcile } from './operations/reconcile.ts';
import { sweep } from './operations/sweep.ts';
import { viewCase } from './operations/view.ts';
import type { Backstage } from './rehearsal/backstage.ts';
import type { ClockView, GuideStep, Place, RecordView } from './rehearsal/desk/protocol.ts';
import { listCases, loadCase, readEvents, verifyChain } from './store/cases.ts';
import { outboxStates } from './store/outbox.ts';
import { nightOf } from './composeNight.ts';
import { placeOfCard, placeOfNudge, placeOfPerson } from './composePlaces.ts';
import { newsOf } from './composeNews.ts';
import { wordsOf } from './composeRecordWords.ts';

type Step = Omit<GuideStep, 'personName'>;

/** What the desk may see of the bot's side: what is next, the record, the clocks, the outbox; and the turn of a day. */
export function backstageOf(joined: Joined, chatIdOf: (person: string) => string | null): Backstage {
  const { deps, dispatcher, sending } = joined;
  const policyNow = async (): Promise<ResolvedPolicy> => {
    const { authority } = await partnershipIn(deps.db);
    return deps.policyFor(authority.procedure, authority.settings).policy;
  };
  let policy: ResolvedPolicy | null = null;
  void policyNow().then((it) => (policy = it));
  return {
    async guide() {
      const partnership = await partnershipIn(deps.db);
      const [policy, steps, inHand] = await Promise.all([policyNow(), guide(deps), listCases(deps.db, { open: true })]);
      const when = { today: deps.today(), calendar: deps.calendarFor(policy) };
      const found = await Promise.all(
        steps.flatMap((step) =>
          step.who.slice(0, 1).map((who) => placed(joined, step, who, partnership, when, chatIdOf)),
        ),
      );
      return [...found, ...openCaseStep(partnership, inHand.length, chatIdOf)];
    },
    async tick(from, to) {
      const swept = await sweep(deps, deps.today());
      await reconcile(deps);
      await nightOf(deps, sending);
      await dispatcher.drain();
      const partnership = await partnershipIn(deps.db);
      const came = await Promise.all(
        swept.nudges.map(async (nudge) => {
          const place = await placeOfNudge(joined, nudge, partnership, chatIdOf);
          return { on: to, words: `${nudge.caseId}: ${nudge.words}`, ...(place ? { place } : {}) };
        }),
      );
      return { from, to, came: [...came, ...(await newsOf(joined, { from, to, came }, chatIdOf))] };
    },
    nextDueDay: (after) => nextDueDay(deps, after),
    isWorkingDay: (day) => (policy ? deps.calendarFor(policy).isWorkingDay(day) : true),
    async cases() {
      return (await listCases(deps.db)).map(({ reference, stage, openedOn }) => ({ reference, stage, openedOn }));
    },
    record: (reference) => recordOf(joined, reference),
    clocks: (reference) => clocksOf(joined, reference),
    async outbox() {
      const opening = await openingOf(deps)();
      return (await outboxStates(deps.db)).map(({ key, lane, kind, state, attempts, nextAt, error }) => ({
        key,
        lane,
        kind,
        state,
        attempts,
        nextAt,
        waits: opening !== null && state === 'waiting' && reachesAPerson(lane) ? waitsWords(opening) : null,
        error,
      }));
    },
  };
}

const waitsWords = (opening: Date): string =>
  `Waits for working hours: goes on ${formatDay(londonDay(opening))} at ${londonClock(opening)}.`;

/** With no case in hand the first step is to open one. */
function openCaseStep(partnership: Partnership, others: number, chatIdOf: (person: string) => string | null): Step[] {
  const coordinator = partnership.people.find((person) => person.roles.includes('coordinator') && person.host);
  const chat = coordinator && chatIdOf(coordinator.id);
  if (!coordinator || !chat || others > 0) return [];
  const open: Place = { person: coordinator.id, where: 'chat', id: chat, dialog: { dialog: 'application' } };
  return [
    {
      key: 'open',
      person: coordinator.id,
      caseRef: null,
      words: 'Open a case: record an application',
      overdue: false,
      open,
    },
  ];
}

async function placed(
  joined: Joined,
  step: StepOfCase,
  who: string,
  partnership: Partnership,
  when: { today: Day; calendar: WorkingCalendar },
  chatIdOf: (person: string) => string | null,
): Promise<Step> {
  const place =
    'form' in step.opens ? null : await placeOfCard(joined, step.reference, step.opens.matter, who, chatIdOf);
  const base = place ?? (await placeOfPerson(joined, step.reference, who, partnership, chatIdOf));
  const dialog =
    'form' in step.opens ? { dialog: step.opens.form, caseId: step.reference, ...step.opens.params } : undefined;
  return {
    key: `${step.reference}/${step.key}`,
    person: who,
    caseRef: step.reference,
    words: step.words,
    ...(step.rule === undefined ? {} : { rule: step.rule }),
    ...(step.dueOn === undefined ? {} : { dueOn: step.dueOn, dueWords: dueShort(step.dueOn, when) }),
    overdue: step.overdue,
    open: dialog ? { ...base, dialog } : base,
  };
}

/** "by Wed 9 Sept (2 working days left)", "was due Wed 9 Sept (2 working days overdue)". */
function dueShort(due: Day, when: { today: Day; calendar: WorkingCalendar }): string {
  const left = leftWords(due, when).words;
  return `${due < when.today ? 'was due' : 'by'} ${formatDayShort(due)}${left ? ` (${left})` : ''}`;
}

async function recordOf({ deps }: Joined, reference: string): Promise<RecordView | null> {
  const stored = await loadCase(deps.db, reference);
  if (!stored) return null;
  const { policy } = standingOf(deps, stored, await partnershipIn(deps.db));
  const events = await readEvents(deps.db, reference);
  const chain = await verifyChain(deps.db, reference);
  return {
    reference,
    chainOk: chain.ok,
    events: events.map((row) => ({
      version: row.version,
      on: row.day,
      at: row.at,
      act: row.act,
      by: row.actor ?? 'Convene',
      ...wordsOf(row.event, policy),
      json: row.event,
    })),
  };
}

async function clocksOf({ deps }: Joined, reference: string): Promise<ClockView[]> {
  const seen = await viewCase(deps, reference, null);
  if (seen.kind === 'refused') return [];
  const { review, policy, calendar, today, told } = seen.value;
  return told.clocks.map((clock) => {
    const why = explain(review, policy, calendar, today, clock.id, clock.of);
    return {
      id: clock.id,
      ...(clock.of === undefined ? {} : { of: clock.of }),
      rule: clock.rule,
      kind: clock.kind,
      words: why?.words ?? clock.id,
      status: clock.status,
      ...(clock.anchor === undefined ? {} : { anchor: clock.anchor }),
      ...(clock.dueOn === undefined ? {} : { dueOn: clock.dueOn }),
      why: (why?.days ?? []).map(({ on, note }: { on: Day; note: string }) => ({ on, note })),
    };
  });
}
