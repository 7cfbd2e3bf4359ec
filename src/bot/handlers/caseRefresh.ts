import { viewCase } from '../../operations/view.ts';
import type { VerbHandler } from '../verb.ts';

/** Shows the case as it stands now. */
export const caseRefresh: VerbHandler<'case.refresh'> = {
  matter: () => ({ is: 'case' }),
  ask: (parts, { person }, data) => viewCase(parts.deps, data.caseId, { person, doing: 'seeCase' }),
};
