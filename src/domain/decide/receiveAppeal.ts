import { refusal } from '../refusals.ts';
import { dueDay } from '../periods.ts';
import { toldOn } from '../letters.ts';
import { familyRule, type Check } from './given.ts';

/** An appeal arrives. A late one is recorded and goes to the decider (AMB-D8), unless the council refuses late appeals. */
export const receiveAppeal: Check<'receiveAppeal'> = ({ review, command, policy, calendar }) => {
  const window = policy.settings['appeal.window'];
  if (policy.settings['appeal.late'] !== 'refuse' || window === null) return null;
  const told = (review && toldOn(review, command.with.about, policy, calendar)) ?? command.with.toldOn;
  if (told === undefined) return null;
  const last = dueDay(told, window, true, policy, calendar);
  const madeOn = command.with.madeOn ?? command.on;
  return madeOn <= last
    ? null
    : refusal('not_in_procedure', familyRule(policy, 12), `The last day to appeal was ${last}.`);
};
