import { addDays, type Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseReview, NudgeKind, PlannedAction, SystemEvent } from './caseReview.ts';
import { tellClocks } from './clocks.ts';
import { chaserKey, chasersOf, HEARD_FROM } from './chasers.ts';
import { extensionOf } from './extensions.ts';
import { rungsOf } from './ladder.ts';
import type { ResolvedPolicy } from './policy.ts';
import { clockOf, tellReturns } from './returns.ts';
import type { ToldClock, ToldRung } from './told.ts';
import { APPLICANT_ASKED } from './words.ts';

type Nudged = Extract<SystemEvent, { type: 'nudged' }>;

/** A message that will fall due. Of one subject only the latest due is issued; those overtaken are recorded with it. */
export interface PlannedNudge {
  subject: string;
  key: string;
  /** A working day. */
  day: Day;
  nudge: NudgeKind;
  about: Nudged['about'];
  to: Nudged['to'];
}

/**
 * Everything that is planned for a case, of each subject in the order in which it falls due; chasers up to the next one after
 * today. `clocks`: today's, where they have been told already.
 */
export function plannedNudges(
  review: CaseReview,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  today: Day,
  clocks: ToldClock[] = tellClocks(review, policy, calendar, today),
): PlannedNudge[] {
  return [
    ...review.actions.flatMap((action) => nudgesOfAction(action, review, policy, calendar, today)),
    ...nudgesOfReturns(review, clocks, policy, calendar, today),
    ...clocks.flatMap((clock) => nudgesOfClock(clock, review, policy, calendar)),
  ];
}

/** Story 8, HER-10: the day before, the day itself, then the ladder; without a ladder the coordinator hears of it. */
function nudgesOfAction(
  action: PlannedAction,
  review: CaseReview,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  today: Day,
): PlannedNudge[] {
  if (action.status !== 'open' || review.closed) return [];
  const subject = `action/${action.id}`;
  const about = { action: action.id };
  const owner = { role: 'owner' as const, ...(action.chain ? { person: action.chain.owner } : {}) };
  const plan = (day: Day, nudge: NudgeKind, to: Nudged['to']): PlannedNudge => ({
    subject,
    key: `${subject}/${action.dueOn}/${nudge}`,
    day,
    nudge,
    about,
    to,
  });
  const reminders = [
    plan(calendar.previous(action.dueOn), 'before_due', owner),
    plan(calendar.onOrAfter(action.dueOn), 'due_today', owner),
  ];
  if (!policy.settings.ladder) {
    return [...reminders, plan(calendar.onOrAfter(addDays(action.dueOn, 1)), 'overdue', { role: 'spoc' })];
  }
  const rungs = rungsOf(action, review, policy, calendar, today).flatMap((rung) => rungNudge(rung, subject, action));
  return [...reminders, ...rungs].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function rungNudge(rung: ToldRung, subject: string, action: PlannedAction): PlannedNudge[] {
  if (rung.messageOn === undefined) return [];
  const persons = {
    owner: action.chain?.owner,
    line_manager: action.chain?.lineManager,
    head_of_service: action.chain?.headOfService,
    chief_executive: action.chain?.chiefExecutive,
  };
  const person = persons[rung.to];
  return [
    {
      subject,
      key: `${subject}/rung/${rung.step}`,
      day: rung.messageOn,
      nudge: 'ladder',
      about: { action: action.id, step: rung.step },
      to: { role: rung.to, ...(person === undefined ? {} : { person }) },
    },
  ];
}

/**
 * Story 5, AMB-C4: the day before, the day itself, then chasers that step up from the responder to the deputies and the senior
 * contact, and end with a word to the coordinator.
 */
function nudgesOfReturns(
  review: CaseReview,
  clocks: ToldClock[],
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  today: Day,
): PlannedNudge[] {
  const owed = tellReturns(review, clocks, policy, today).filter(
    (it) => it.status === 'open' || it.status === 'overdue',
  );
  return owed.flatMap((owes): PlannedNudge[] => {
    const { agency, kind, dueOn } = owes;
    // The appellant's own answer is nobody's duty, so nobody is chased for it.
    if (dueOn === undefined || (review.closed && kind !== 'appeal') || agency === APPLICANT_ASKED) return [];
    const clock = clockOf(owes, clocks, policy)?.id ?? `${policy.prefix}.agency.${kind}`;
    const subject = `return/${kind}/${agency}`;
    const about = { agency, clock, of: agency };
    const toAgency = (day: Day, nudge: NudgeKind): PlannedNudge => ({
      subject,
      key: `${subject}/${dueOn}/${nudge}/agency`,
      day,
      nudge,
      about,
      to: { role: 'agency', agency },
    });
    const before = calendar.previous(dueOn);
    const asked = review.requests.find((it) => it.agency === agency && it.kind === kind)?.sentOn ?? dueOn;
    const planned = before > asked ? [toAgency(before, 'before_due')] : [];
    planned.push(toAgency(calendar.onOrAfter(dueOn), 'due_today'));
    const every = policy.settings['agency.chase'];
    const { chasers, endsOn } = chasersOf({ subject, dueOn, every, issued: review.nudged }, calendar, today);
    for (const chaser of chasers) {
      const chase = {
        key: chaserKey(subject, dueOn, chaser),
        day: chaser.day,
        nudge: 'chase' as const,
        about: { ...about, chase: chaser.number },
      };
      planned.push({ ...chase, subject, key: `${chase.key}/agency`, to: { role: 'agency', agency } });
      if (chaser.number >= HEARD_FROM.senior)
        planned.push({
          ...chase,
          subject: `${subject}/senior`,
          key: `${chase.key}/senior_contact`,
          to: { role: 'senior_contact', agency },
        });
    }
    if (endsOn !== null)
      planned.push({
        subject,
        key: `${subject}/${dueOn}/chase_ended`,
        day: endsOn,
        nudge: 'chase_ended',
        about,
        to: { role: 'spoc', agency },
      });
    return planned;
  });
}

/** The coordinator's own duties: a reminder the working day before, word when one has passed, and each update owed while it is extended. */
function nudgesOfClock(
  clock: ToldClock,
  review: CaseReview,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): PlannedNudge[] {
  const rule = policy.clocks.find((it) => it.id === clock.id);
  const ownedHere = rule && ['spoc', 'lead_body', 'decider', 'recommended_body'].includes(rule.owedBy);
  if (!rule || !ownedHere || clock.dueOn === undefined || clock.anchor === undefined) return [];
  if (clock.status !== 'open' && clock.status !== 'missed') return [];
  const subject = `clock/${clock.id}${clock.of === undefined ? '' : `/${clock.of}`}`;
  const about = { clock: clock.id, ...(clock.of === undefined ? {} : { of: clock.of }) };
  const plan = (day: Day, nudge: NudgeKind, of: Day): PlannedNudge => ({
    subject,
    key: `${subject}/${of}/${nudge}`,
    day,
    nudge,
    about,
    to: { role: 'spoc' },
  });
  const extension = extensionOf(rule, { anchor: clock.anchor, dueOn: clock.dueOn }, review, policy, calendar);
  if (extension && extension.lapsedOn === null) {
    return [plan(calendar.previous(extension.nextDueOn), 'update_due', extension.nextDueOn)];
  }
  const passed = calendar.onOrAfter(addDays(clock.dueOn, 1));
  if (clock.kind === 'target') return [plan(passed, 'target_passed', clock.dueOn)];
  const remind = calendar.previous(clock.dueOn);
  const reminder = remind > clock.anchor ? [plan(remind, 'before_due', clock.dueOn)] : [];
  return [...reminder, plan(passed, 'overdue', clock.dueOn)];
}
