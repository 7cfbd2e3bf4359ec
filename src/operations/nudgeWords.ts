import { MOST_CHASERS } from '../domain/chasers.ts';
import type { Nudged } from '../domain/effectsOfNudge.ts';
import type { ResolvedPolicy } from '../domain/policy.ts';

const RUNG_HEARD = {
  owner: 'the owner',
  line_manager: 'the line manager',
  head_of_service: 'the Head of Service',
  chief_executive: 'the Chief Executive',
  spoc: 'the coordinator',
  agency: 'the agency',
  senior_contact: 'the senior contact',
  chair: 'the chair',
} as const;

/** What a nudge was, in a line for the desk and the log of a sweep: "The line manager was told about action 2". No names of people. */
export function nudgeWords({ nudge, about, to }: Nudged, policy: ResolvedPolicy): string {
  const own = to.role === 'agency' && about.agency !== undefined;
  const who = own ? about.agency : RUNG_HEARD[to.role];
  const what =
    about.action !== undefined
      ? `action ${about.action}`
      : about.agency !== undefined
        ? own
          ? 'its return'
          : `the return of ${about.agency}`
        : clockWords(about.clock, policy);
  const said = {
    before_due: `${who} was reminded: ${what} is due soon`,
    due_today: `${who} was reminded: ${what} is due today`,
    overdue: `${who} was told: ${what} is overdue`,
    chase: `${who} was chased for ${what}${about.chase === undefined ? '' : ` (reminder ${about.chase} of ${MOST_CHASERS})`}`,
    chase_ended: `${who} was told: ${about.agency ?? 'the agency'} answered none of ${MOST_CHASERS} reminders, and none follows`,
    ladder: `${who} was told about ${what}`,
    update_due: `${who} was told: an update on ${what} is due`,
    target_passed: `${who} was told: the local target of ${what} has passed`,
  }[nudge];
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** A clock by the name the procedure gives it; the case itself where it is about no clock. */
function clockWords(id: string | undefined, policy: ResolvedPolicy): string {
  if (id === undefined) return 'the case';
  return `“${policy.clocks.find((clock) => clock.id === id)?.label ?? id}”`;
}
