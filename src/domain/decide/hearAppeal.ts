import { currentAppeal } from './appealActs.ts';
import type { Check } from './given.ts';

/** HER-12.3: the hearing; STF-12.7: the report is discussed with the Commissioner. */
export const hearAppeal: Check<'hearAppeal'> = ({ review, command, policy }) => {
  const found = currentAppeal(review, command.act, policy);
  return 'refused' in found ? found.refused : null;
};
