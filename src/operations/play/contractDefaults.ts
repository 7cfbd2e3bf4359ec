import type { With } from '../../domain/acts.ts';
import type { Step } from './workedCase.ts';

/**
 * What a step carries, with what the form of worked cases says of a key left out: there an action may be told to the victim. In the
 * record a flag left out means that it is not told.
 */
export function withDefaults({ act, with: carried }: Pick<Step, 'act' | 'with'>): Step['with'] {
  if (act === 'addAction') return told(carried as With<'addAction'>);
  if (act !== 'agreePlan') return carried;
  const plan = carried as With<'agreePlan'>;
  return { ...plan, actions: plan.actions.map(told) };
}

const told = (action: With<'addAction'>): With<'addAction'> => ({ tellVictim: true, ...action });
