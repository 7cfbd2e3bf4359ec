import { opens } from '../../cards/buttons.ts';
import { say } from '../../cards/escape.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { barredFromOpening } from '../../operations/gate.ts';
import { card, message } from '../answer.ts';
import type { Handler } from '../handle.ts';

/** `open a case`: the button that opens the application's form, for whoever may open a case. */
export const openCase: Handler = async ({ deps }, turn) => {
  const no = await barredFromOpening(deps, deps.db, turn.person, 'openCase');
  if (no !== null) return message(no.text);
  const lines = [say`Record an application as it comes in. What you have typed is kept if you finish later.`];
  const buttons = [opens('Open a case review', 'application', {}, { style: 'positive' })];
  return card(noticeCard({ head: say`Open a case review`, lines, buttons }), 'Open a case review');
};
