import { addDays, addMonths, beginningWith } from '../calendar/isoDate.ts';
import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { ResolvedPolicy } from './policy.ts';
import { RISK_GOOD_FOR, type Period, type Settings } from './settings.ts';
import type { RiskLevel } from './words.ts';

/** The day a period ends that counts from `day`: day 0 is not counted (AMB-A2), months are clamped (AMB-A5). */
export function endOfPeriod(day: Day, period: Period, calendar: WorkingCalendar, countEventDay = false): Day {
  if (countEventDay) return endCountingEventDay(day, period, calendar);
  switch (period.unit) {
    case 'wd':
      return calendar.add(day, period.n);
    case 'cd':
      return addDays(day, period.n);
    case 'wk':
      return addDays(day, 7 * period.n);
    case 'mo':
      return addMonths(day, period.n);
  }
}

/** The other reading of AMB-A2: the event's own day is day one. */
function endCountingEventDay(day: Day, period: Period, calendar: WorkingCalendar): Day {
  if (period.n === 0) return day;
  switch (period.unit) {
    case 'wd':
      return calendar.add(addDays(day, -1), period.n);
    case 'cd':
      return addDays(day, period.n - 1);
    case 'wk':
      return addDays(day, 7 * period.n - 1);
    case 'mo':
      return beginningWith(day, period.n);
  }
}

/** When a clock of this kind is due: a duty's date stands, a right's last day moves to the next working day (AMB-A4). */
export function dueDay(
  anchor: Day,
  period: Period,
  right: boolean,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Day {
  const end = endOfPeriod(anchor, period, calendar, policy.settings['clock.count_event_day']);
  if (period.unit === 'wd') return end;
  const roll = right ? policy.settings['clock.roll.right'] : policy.settings['clock.roll.duty'];
  if (roll === 'next') return calendar.onOrAfter(end);
  return roll === 'previous' ? calendar.onOrBefore(end) : end;
}

/** The period a clock rule names: its own, or that of a setting; null where none is set. `risk`: of the assessment it runs from. */
export function periodOf(
  period: Period | keyof Settings | 'none_set',
  policy: ResolvedPolicy,
  risk: RiskLevel = 'high',
): Period | null {
  if (typeof period !== 'string') return period;
  if (period === 'none_set') return null;
  const value: unknown = policy.settings[period];
  // The backstop of AMB-D3 is a number of working days with an anchor of its own.
  if (period === 'appeal.threshold_backstop') return { n: policy.settings[period].n, unit: 'wd' };
  if (period === 'risk.review')
    return risk === 'standard' ? null : (policy.settings[period][risk] ?? RISK_GOOD_FOR[risk]);
  return isPeriod(value) ? value : null;
}

function isPeriod(value: unknown): value is Period {
  return typeof value === 'object' && value !== null && 'n' in value && 'unit' in value;
}
