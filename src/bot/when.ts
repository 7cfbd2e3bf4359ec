import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { Day } from '../calendar/isoDate.ts';
import type { Turn } from './handle.ts';
import type { BotParts } from './parts.ts';

/** Today, and the working days of this authority, for lists that belong to no single case. */
export function when({ deps }: BotParts, { partnership }: Turn): { today: Day; calendar: WorkingCalendar } {
  const { procedure, settings } = partnership.authority;
  return { today: deps.today(), calendar: deps.calendarFor(deps.policyFor(procedure, settings).policy) };
}
