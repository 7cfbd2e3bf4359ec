import { nilReturn } from '../../operations/returns.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** "We hold nothing", in one press. It does not wipe out an answer that was given since the card was drawn. */
export const returnNil: VerbHandler<'return.nil'> = {
  matter: (data) => ({ is: 'request', returnKind: data.kind, agency: data.agency }),
  ask: (parts, by, data) =>
    nilReturn(parts.deps, { ...onCase(by, data), kind: data.kind, agency: data.agency, asFirst: true }),
};
