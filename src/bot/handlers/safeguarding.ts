import { opens } from '../../cards/buttons.ts';
import { say } from '../../cards/escape.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { barredFromOpening } from '../../operations/gate.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';

/** `safeguarding`: a senior manager's own way to a review, without an application. */
export const safeguarding: Handler = async (parts, turn) => {
  const { deps } = parts;
  const no = await barredFromOpening(deps, deps.db, turn.person, 'openSafeguardingReview');
  if (no !== null) return message(no.text);
  const lines = [
    say`
A senior manager may open a review to keep a vulnerable victim safe. Rank and reason are recorded.
    `,
  ];
  const buttons = [opens('Open a safeguarding review', 'safeguarding', {})];
  return card(
    noticeCard({
      head: say`
Safeguarding review
      `,
      lines,
      buttons,
    }),
    'Safeguarding review',
  );
};
