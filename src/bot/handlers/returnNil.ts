import { refusal } from '../../domain/refusals.ts';
import { refused } from '../../operations/deps.ts';
import { loadReturn, nilReturn } from '../../operations/returns.ts';
import { onCase, type VerbHandler } from '../verb.ts';

/** "We hold nothing", in one press. It does not wipe out an answer that was given since the card was drawn. */
export const returnNil: VerbHandler<'return.nil'> = {
  matter: (data) => ({ is: 'request', returnKind: data.kind, agency: data.agency }),
  ask: async (parts, by, data) => {
    const of = { ...onCase(by, data), kind: data.kind, agency: data.agency };
    const loaded = await loadReturn(parts.deps, of);
    if (loaded.kind === 'refused') return loaded;
    const answer = loaded.value.request.answer;
    return answer !== undefined && answer.result !== 'nil' ? refused(answered()) : nilReturn(parts.deps, of);
  },
};

const answered = () =>
  refusal('stale', 'capability 50', 'Your organisation has answered already. Open the form if the answer must change.');
