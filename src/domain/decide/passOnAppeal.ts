import { currentAppeal } from './appealActs.ts';
import type { Check } from './given.ts';

/** STF-12.2: the lead body passes the appeal on; the office's receipt starts its clocks. */
export const passOnAppeal: Check<'passOnAppeal'> = ({ review, command, policy }) => {
  const found = currentAppeal(review, command.act, policy);
  return 'refused' in found ? found.refused : null;
};
