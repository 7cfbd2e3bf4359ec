import { addDays, formatDay, type Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { CaseReview } from './caseReview.ts';
import { tellClocks } from './clocks.ts';
import { endOfPeriod, periodOf } from './periods.ts';
import type { Anchor, ResolvedPolicy } from './policy.ts';
import { readingsOf } from './readings.ts';
import { runningRisk } from './riskReview.ts';
import type { Period } from './settings.ts';
import type { Explanation, ToldClock } from './told.ts';

/** How a clock's date was reached, day by day, with each holiday named; null where the case has no such clock. */
export function explain(
  review: CaseReview,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  asOf: Day,
  clockId: string,
  of?: string,
): Explanation | null {
  const rule = policy.clocks.find((it) => it.id === clockId);
  const clock = tellClocks(review, policy, calendar, asOf).find(
    (it) => it.id === clockId && (of === undefined || it.of === of),
  );
  if (!rule || !clock) return null;
  const period = periodOf(rule.period, policy, runningRisk(review, policy)?.risk.level);
  const from = anchorName(rule.from, policy);
  return {
    clock: clock.id,
    ...(clock.of === undefined ? {} : { of: clock.of }),
    rule: rule.rule,
    section: rule.section,
    words: `${rule.label}: ${period ? periodWords(period) : 'no time is set'} after ${from}`,
    anchor: clock.anchor === undefined ? null : { on: clock.anchor, what: from },
    dueOn: clock.dueOn ?? null,
    ...(clock.provisional === true ? { provisional: provisionalWords(calendar) } : {}),
    days: daysOf(clock, period, policy, calendar),
    readings: readingsOf(rule, clock, policy),
  };
}

function daysOf(
  clock: ToldClock,
  period: Period | null,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Explanation['days'] {
  if (clock.anchor === undefined || clock.dueOn === undefined || !period) return [];
  const start = { on: clock.anchor, counted: null, note: 'counting starts after this day' };
  if (period.unit === 'wd') return [start, ...workingDays(clock.anchor, clock.dueOn, calendar)];
  const end = endOfPeriod(clock.anchor, period, calendar, policy.settings['clock.count_event_day']);
  return [start, ...lastDays(end, clock.dueOn, period, calendar)];
}

/** What is true of a date that rests on days not proclaimed yet. */
export const provisionalWords = (calendar: WorkingCalendar): string =>
  `Provisional: bank holidays are proclaimed to ${formatDay(calendar.lastProclaimed)}. Later ones are worked out by rule, and this date may move when they are proclaimed.`;

const byRule = (day: Day, calendar: WorkingCalendar): string =>
  day > calendar.lastProclaimed ? ', by rule, not proclaimed yet' : '';

const holidayWords = (day: Day, name: string, calendar: WorkingCalendar): string =>
  `bank holiday (${name}${byRule(day, calendar)})`;

function workingDays(anchor: Day, dueOn: Day, calendar: WorkingCalendar): Explanation['days'] {
  const days: Explanation['days'] = [];
  let counted = 0;
  for (let day = addDays(anchor, 1); day <= dueOn; day = addDays(day, 1)) {
    const why = calendar.why(day);
    if (why === 'working') days.push({ on: day, counted: ++counted, note: `working day ${counted}` });
    else
      days.push({
        on: day,
        counted: null,
        note:
          typeof why === 'object' ? `${holidayWords(day, why.holiday, calendar)}, not counted` : `${why}, not counted`,
      });
  }
  return days;
}

/** A period of days, weeks or months: the day it ends, and where that is no working day what becomes of it (AMB-A4). */
function lastDays(end: Day, dueOn: Day, period: Period, calendar: WorkingCalendar): Explanation['days'] {
  const why = calendar.why(end);
  const rest = typeof why === 'object' ? `${why.holiday}${byRule(end, calendar)}` : why;
  const stands =
    why === 'working' || end !== dueOn ? '' : ', the date stands; you are reminded on the working day before';
  const last = {
    on: end,
    counted: period.n,
    note: `${periodWords(period)} on${why === 'working' ? '' : ` (${rest})`}${stands}`,
  };
  if (end === dueOn) return [last];
  return [last, { on: dueOn, counted: null, note: `moved to the ${dueOn > end ? 'next' : 'last'} working day` }];
}

const UNITS = { wd: 'working day', cd: 'day', wk: 'week', mo: 'month' } as const;

/** "5 working days", "3 months". */
export const periodWords = ({ n, unit }: Period): string => `${n} ${UNITS[unit]}${n === 1 ? '' : 's'}`;

const ANCHOR_NAMES: Record<Anchor, string> = {
  application: 'the application was received',
  acknowledged: 'the acknowledgement was sent',
  acknowledged_or_received: 'the acknowledgement was sent',
  met_letter: 'the letter that the threshold is met was sent',
  decided_met: 'the threshold was found met',
  request_sent: 'the request was sent',
  panel_held: 'the panel met',
  plan_agreed: 'the plan was agreed',
  closed_without_contact: 'the case was closed',
  closed_untold: 'the case was closed',
  recommended: 'the plan was agreed, or the result of the appeal was sent',
  risk_assessed: 'the last assessment',
  appeal_to_lead: 'the council received the appeal',
  told: 'the applicant was told',
  appeal_assigned: 'it was settled who handles the appeal',
  appeal_received: 'the appeal was received',
  appeal_acknowledged: 'the appeal was acknowledged',
  appeal_heard: 'the appeal was heard',
  appeal_backstop: 'the appeal form came back',
  office_received: 'the deciding office received the appeal',
  appeal_result_with_recommendations: 'the result with its recommendations was sent',
  passed_back: 'the result of the appeal was sent',
};

/** What a clock counts from, in words. */
const anchorName = (from: Anchor, policy: ResolvedPolicy): string =>
  from === 'acknowledged_or_received' && policy.settings['review.anchor'] === 'received'
    ? ANCHOR_NAMES.application
    : ANCHOR_NAMES[from];
