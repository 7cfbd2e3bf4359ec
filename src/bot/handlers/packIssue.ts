import { issuePack } from '../../operations/returns.ts';
import { asShown, onCase, type VerbHandler } from '../verb.ts';

/** Sends the agencies' answers to the panel. From then on they stand. */
export const packIssue: VerbHandler<'pack.issue'> = {
  matter: () => ({ is: 'panel' }),
  ask: (parts, by, data) => issuePack(parts.deps, { ...onCase(by, data), ...asShown(data) }),
};
