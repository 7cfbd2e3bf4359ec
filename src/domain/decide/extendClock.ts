import { refusal } from '../refusals.ts';
import { updateInterval } from '../extensions.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** More time, where the procedure allows it, with a reason; the applicant is kept informed until it is met (LLR-3.3, LLR-4.3, WAR-4.2, STF-12.9). */
export const extendClock: Check<'extendClock'> = ({ review, command, policy }) => {
  if (!review) return notYet(familyRule(policy, 3), 'There is no application yet.');
  const rule = policy.clocks.find((it) => it.id === command.with.clock);
  if (!rule) return refusal('unknown_clock', familyRule(policy, 3), 'This procedure has no such clock.', 'clock');
  if (!updateInterval(rule, policy)) {
    return refusal('extension_not_allowed', rule.rule, 'The procedure gives no more time for this.', 'clock');
  }
  return null;
};
