import type { Policy } from '../../domain/policy.ts';
import type { Say } from './finding.ts';

/** Letters that stand for nothing, and clocks or rules that name a letter the procedure does not have. */
export function lintLetters(policy: Policy, say: Say): void {
  const has = new Set(Object.values(policy.letters));
  for (const clock of policy.clocks) {
    if (!('letter' in clock.metBy)) continue;
    for (const letter of clock.metBy.letter)
      if (!has.has(letter))
        say('fault', `clock ${clock.id} is met by letter ${letter}, which no role of this procedure uses`);
  }
  for (const letter of Object.keys(policy.letterRules))
    if (!has.has(letter as never)) say('fault', `letterRules names letter ${letter}, which no clock and no role uses`);
}
