import { caseAnswerCard } from '../../cards/caseAnswerCard.ts';
import { findCase, referenceIn } from '../../operations/lists.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';
import { saidIn } from '../selectors.ts';
import { ASK_IN_CHAT, casesHere } from '../whereAsked.ts';

const WHICH =
  'Write the reference after it, for example: case NBC-2026-0001. “due” lists what waits for you in all your cases.';

/** `case NBC-2026-0001`, the reference alone, or in a case's channel `case`: the case as it stands, with the person's own buttons. */
export const caseByReference: Handler = async (parts, turn) => {
  const asked = saidIn(turn.activity.text)
    .replace(/^case\b\s*/i, '')
    .slice(0, 60);
  const here = await casesHere(parts, turn);
  if (here === 'none') return message(ASK_IN_CHAT);
  if (asked === '' && here === 'all') return message(WHICH);
  const reference = asked === '' && here !== 'all' ? here.only : await referenceIn(parts.deps, asked);
  // Everyone in the channel reads the answer: whether there is another case is not said here to anybody.
  if (here !== 'all' && reference !== here.only) return message(ASK_IN_CHAT);
  const found = await findCase(parts.deps, turn.person, reference);
  const view = found.kind === 'done' ? found.value : null;
  return card(caseAnswerCard(view, turn.person, asked), view?.reference ?? 'No such case');
};
