import { nextOpening } from '../calendar/openingHours.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { Settings } from '../domain/settings.ts';
import type { Deps } from './deps.ts';
import { partnershipIn } from './standing.ts';

interface Known {
  by: string;
  hours: Settings['quiet.hours'];
  calendar: WorkingCalendar;
}

/**
 * When people may next be written to, null for now: by the authority's settings of today, whatever procedure a case was opened
 * under, because hours are about people. Worked out anew only where the settings changed.
 */
export function openingOf(deps: Deps): () => Promise<Date | null> {
  let known: Known | null = null;
  return async () => {
    const { authority } = await partnershipIn(deps.db);
    const by = JSON.stringify([authority.procedure, authority.settings]);
    if (known?.by !== by) {
      const { policy } = deps.policyFor(authority.procedure, authority.settings);
      known = { by, hours: policy.settings['quiet.hours'], calendar: deps.calendarFor(policy) };
    }
    return known.hours === null ? null : nextOpening(deps.now(), known.hours, known.calendar);
  };
}
