import { formatDay } from '../calendar/isoDate.ts';
import { counted, listed } from '../documents/plainWords.ts';
import { clockLabel } from '../documents/procedureWords.ts';
import type { CaseView } from '../domain/caseView.ts';
import { channelRests } from '../domain/closing.ts';
import type { ToldClock } from '../domain/told.ts';
import { closedWords } from './closedWords.ts';
import { say, plain, type Markup } from './escape.ts';
import { renderCard, type Card } from './render.ts';

/** The last card of a case, posted before its channel is archived. Null while the case is open. */
export function closingCard(view: CaseView): Card | null {
  const { closed } = view.review;
  if (!closed) return null;
  return renderCard('closing', {
    fallback: plain(`${view.reference} is closed.`),
    head: say`${view.reference} · Closed`,
    lead: say`Closed on ${formatDay(closed.on)}: ${closedWords(view)}. Reason recorded: ${closed.reason}`,
    lines: lines(view).map((words) => ({ words })),
    foot: channelRests(view.review)
      ? say`This channel becomes read-only. The record, the files and these cards stay as they are. If the case opens again, it opens here.`
      : say`The applicant is still to be told when and why the case was closed. Once that letter is marked as sent, this channel becomes read-only.`,
  });
}

function lines(view: CaseView): Markup[] {
  const { actions, recommendations, panelHeld, closed } = view.review;
  const done = actions.filter((action) => action.status === 'done').length;
  const accepted = recommendations.filter((one) => one.answer?.answer === 'accepted').length;
  const unanswered = recommendations.filter((one) => one.answer === undefined).length;
  const window = view.told.clocks.find((clock) => clock.kind === 'right' && clock.status === 'open' && clock.dueOn);
  return [
    ...(closed?.approvedBy ? [say`Approved by ${listed(closed.approvedBy.map((one) => one.name))}.`] : []),
    ...(panelHeld ? [say`The panel met on ${formatDay(panelHeld.on)}.`] : []),
    ...(actions.length
      ? [say`${counted(actions.length, 'action')}: ${done} done, ${actions.length - done} ended otherwise.`]
      : []),
    ...(recommendations.length
      ? [
          say`${counted(recommendations.length, 'recommendation')}: ${accepted} accepted, ${unanswered} not answered so far.`,
        ]
      : []),
    ...duties(view),
    ...(window?.dueOn
      ? [
          say`The victim can still appeal until ${formatDay(window.dueOn)}. When an appeal comes, the coordinator types “case ${view.reference}” in the chat with me.`,
        ]
      : []),
  ];
}

/** How the procedure's own dates were kept. Those that the closing ended were neither kept nor missed, and are not spoken of. */
function duties(view: CaseView): Markup[] {
  const duties = view.told.clocks.filter((clock) => clock.kind === 'duty' && clock.governing !== false);
  const kept = duties.filter((clock) => clock.status === 'met').length;
  const late = duties.filter((clock) => clock.status === 'missed' || clock.status === 'met_late');
  if (late.length > 0)
    return [
      say`${counted(late.length, 'date')} of the procedure passed or met late: ${listed(late.map((one) => lateWords(view, one)))}.`,
    ];
  return kept > 0 ? [say`${counted(kept, 'date')} of the procedure kept, none missed or met late.`] : [];
}

function lateWords(view: CaseView, { id, dueOn, metOn }: ToldClock): string {
  const due = dueOn ? `due ${formatDay(dueOn)}` : 'overdue';
  return `${clockLabel(view, id)} (${due}, ${metOn ? `done ${formatDay(metOn)}` : 'not done'})`;
}
