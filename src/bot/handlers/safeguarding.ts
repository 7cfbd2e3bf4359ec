import { opens } from '../../cards/buttons.ts';
import { say } from '../../cards/escape.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { mayAct } from '../../domain/authority.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';

/** `safeguarding`: a senior manager's own way to a review, without an application. */
export const safeguarding: Handler = async (_parts, turn) => {
  const no = mayAct(turn.person, 'openSafeguardingReview', null, turn.partnership);
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
