import type { ClockRule, Policy } from '../../domain/policy.ts';
import { RECOMMENDED, SETTINGS } from '../../domain/settings.ts';
import { ANCHORS, MEETING_ACTS } from '../sheet/clockWords.ts';
import { isPeriod } from '../sheet/valueWords.ts';
import type { Say } from './finding.ts';

/** Clocks that could never run, never be met, or have no time. */
export function lintClocks(policy: Policy, say: Say): void {
  const ids = policy.clocks.map((it) => it.id);
  ids
    .filter((id, at) => ids.indexOf(id) !== at)
    .forEach((id) => {
      say('fault', `clock ${id} stands twice`);
    });
  for (const clock of policy.clocks) {
    if (!(clock.from in ANCHORS)) say('fault', `clock ${clock.id} counts from nothing that happens`);
    if (!canBeMet(clock)) say('fault', `clock ${clock.id} is met by no act`);
    const wrong = wrongPeriod(clock, policy);
    if (wrong !== null) say('fault', `clock ${clock.id} ${wrong}`);
  }
  for (const { clocks } of policy.bindTogether)
    for (const id of clocks)
      if (!ids.includes(id)) say('fault', `bindTogether names ${id}, which is no clock of this module`);
}

const canBeMet = ({ metBy }: ClockRule): boolean =>
  'letter' in metBy ? metBy.letter.length > 0 : metBy.act in MEETING_ACTS;

/** A time is a period, or a setting that holds one; a setting may be empty for rights, targets and what a council must set itself. */
function wrongPeriod({ period, kind }: ClockRule, policy: Policy): string | null {
  if (period === 'none_set') return null;
  if (typeof period !== 'string') return isPeriod(period) ? null : 'has no time';
  if (!(period in SETTINGS)) return `takes its time from ${period}, which is no setting`;
  const name = period;
  const value = { ...RECOMMENDED, ...policy.settings }[name];
  if (name === 'appeal.threshold_backstop' || name === 'risk.review' || isPeriod(value)) return null;
  if (value !== null) return `takes its time from ${name}, which holds none`;
  const mayBeEmpty = policy.compulsory.includes(name) || kind === 'right' || kind === 'target';
  return mayBeEmpty ? null : `takes its time from ${name}, which is empty`;
}
