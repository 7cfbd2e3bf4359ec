import { formatDay } from '../calendar/isoDate.ts';
import { CLOSED_WORDS, counted } from '../documents/plainWords.ts';
import type { CaseView } from '../domain/caseView.ts';
import { say, plain, type Markup } from './escape.ts';
import { renderCard, type Card } from './render.ts';

/** The last card of a case, posted before its channel is archived. Null while the case is open. */
export function closingCard(view: CaseView): Card | null {
  const { closed } = view.review;
  if (!closed) return null;
  return renderCard('closing', {
    fallback: plain(`${view.reference} is closed.`),
    head: say`${view.reference} · Closed`,
    lead: say`Closed on ${formatDay(closed.on)}: ${CLOSED_WORDS[closed.as]}. Reason recorded: ${closed.reason}`,
    lines: lines(view).map((words) => ({ words })),
    foot: say`This channel becomes read-only. The record, the files and these cards stay as they are. If the case opens again, it opens here.`,
  });
}

function lines(view: CaseView): Markup[] {
  const { actions, recommendations, panelHeld } = view.review;
  const done = actions.filter((action) => action.status === 'done').length;
  const late = view.told.clocks.filter(
    (clock) => clock.kind === 'duty' && (clock.status === 'missed' || clock.status === 'met_late'),
  ).length;
  const accepted = recommendations.filter((one) => one.answer?.answer === 'accepted').length;
  const window = view.told.clocks.find((clock) => clock.kind === 'right' && clock.status === 'open' && clock.dueOn);
  return [
    ...(panelHeld ? [say`The panel met on ${formatDay(panelHeld.on)}.`] : []),
    ...(actions.length
      ? [say`${counted(actions.length, 'action')}: ${done} done, ${actions.length - done} ended otherwise.`]
      : []),
    ...(recommendations.length
      ? [say`${counted(recommendations.length, 'recommendation')}: ${accepted} accepted so far.`]
      : []),
    late
      ? say`${counted(late, 'date')} of the procedure passed or met late; the record says which and why.`
      : say`All dates of the procedure were kept.`,
    ...(window?.dueOn
      ? [
          say`The victim can still appeal until ${formatDay(window.dueOn)}. When an appeal comes, the coordinator types “case ${view.reference}” in the chat with me.`,
        ]
      : []),
  ];
}
