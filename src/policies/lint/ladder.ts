import { workingCalendar } from '../../calendar/workingDays.ts';
import { endOfPeriod } from '../../domain/periods.ts';
import type { LadderRung, Policy } from '../../domain/policy.ts';
import type { Say } from './finding.ts';

/** Any day will do: rungs are compared with each other. */
const DUE = '2026-01-05';

/** Rungs that are never climbed: a ladder switched off, or a step that a later one overtakes. */
export function lintLadder(policy: Policy, say: Say): void {
  const on = policy.settings.ladder === true;
  if (on && policy.ladder.length === 0) say('fault', 'the ladder is on and has no rungs');
  if (!on && policy.ladder.length > 0) say('fault', 'no rung can be reached: the ladder is switched off');
  const calendar = workingCalendar();
  const fires = ({ after }: LadderRung): string => endOfPeriod(DUE, after, calendar);
  policy.ladder.forEach((rung, at) => {
    const before = policy.ladder[at - 1];
    if (rung.step !== at) say('fault', `ladder step ${rung.step} stands in the place of step ${at}`);
    if (before && fires(rung) <= fires(before))
      say('fault', `ladder step ${before.step} is never reached: step ${rung.step} comes no later`);
  });
}
