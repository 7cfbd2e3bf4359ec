import { addMonths, formatDay, type Day } from '../../calendar/isoDate.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import { periodWords } from '../../domain/explain.ts';
import { endOfPeriod } from '../../domain/periods.ts';
import type { ResolvedPolicy } from '../../domain/policy.ts';
import { UPKEEP } from '../upkeep.ts';
import type { Say } from './finding.ts';

/** How long before the listed bank holidays end somebody should hear of it, in months. */
const NOTICE = 12;

/** A module nobody has signed, a document past its own review, reviews that have come round, and a calendar that ends. */
export function lintDates(policy: ResolvedPolicy, calendar: WorkingCalendar, on: Day, say: Say): void {
  const confirmed = policy.settings['policy.confirmed_on'];
  const { reviewBy, cycles } = UPKEEP[policy.procedure];
  if (confirmed === null)
    say('warning', 'not signed: confirm it with the council and set policy.confirmed_on (AMB-E9)');
  if (reviewBy && on > reviewBy.on && (confirmed === null || confirmed <= reviewBy.on))
    say('warning', `outdated: the document was to be reviewed by ${formatDay(reviewBy.on)} (${reviewBy.section})`);
  for (const { rule, every, what } of cycles) {
    if (confirmed === null || on <= endOfPeriod(confirmed, every, calendar)) continue;
    say('warning', `${what} every ${periodWords(every)} (${rule}); last confirmed on ${formatDay(confirmed)}`);
  }
  const ends = formatDay(calendar.lastCovered);
  const proclaimed = formatDay(calendar.lastProclaimed);
  if (on > calendar.lastCovered) say('fault', `the bank holidays ended on ${ends}: no working day can be counted`);
  else if (addMonths(on, NOTICE) > calendar.lastProclaimed)
    say(
      'warning',
      `the bank holidays are proclaimed to ${proclaimed} only: later ones are by rule, and dates provisional`,
    );
}
