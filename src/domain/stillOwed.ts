import type { CaseReview } from './caseReview.ts';
import type { Partnership } from './directory.ts';
import { isDanger, type Effect, type Matter } from './effects.ts';
import { agencyNameOf } from './whoIsWho.ts';

type Said = Extract<Effect, { kind: 'message' | 'mail' }>;

/** What the review itself does not know: the record's version, and the directory that turns an agency's id into its name. */
export interface RecordNow {
  version?: number;
  partnership?: Partnership;
}

/**
 * Asked at the last moment before sending: is this still owed? True, or why it is dropped, in plain words for the record.
 * A message that asks for something nobody owes any more does harm; one that reports what happened is always owed.
 */
export function stillOwed(effect: Effect, review: CaseReview, now: RecordNow = {}): true | string {
  switch (effect.kind) {
    case 'card':
      return cardOwed(effect.key, effect.matter, review, now.version);
    case 'message':
    case 'mail':
      return messageOwed(effect, review, now.partnership);
    case 'bookPanel':
    case 'movePanel':
      return review.stage !== 'closed' && review.panelArranged?.detail?.booking === effect.booking
        ? true
        : 'This panel was cancelled.';
    case 'archiveSpace':
      return review.stage === 'closed' || 'The case was opened again.';
    default:
      return true;
  }
}

function cardOwed(key: string, matter: Matter, review: CaseReview, version: number | undefined): true | string {
  if (matter.is === 'closing') return review.stage === 'closed' || 'The case was opened again.';
  if (matter.is !== 'case' || version === undefined) return true;
  // Every later version has put its own card of the case into the same lane; once closed, none follows.
  const drawnFor = Number(/\/v(\d+)$/.exec(key)?.[1] ?? version);
  return drawnFor >= version || review.stage === 'closed' || 'A later version of this card is waiting.';
}

function messageOwed(effect: Said, review: CaseReview, partnership: Partnership | undefined): true | string {
  const always = ['partners_told', 'circulated', 'draft_shared', 'undeliverable'];
  if (always.includes(effect.nudge) || isDanger(effect.nudge)) return true;
  if (review.closed !== undefined && effect.day < review.closed.on) return 'The case is closed.';
  const { matter } = effect;
  if (matter.is === 'action') return actionOwed(effect, matter.action, review);
  if (matter.is === 'request') return requestOwed(matter, review, partnership);
  if (matter.is === 'panel') return review.panelArranged !== undefined || 'This panel was cancelled.';
  return true;
}

function actionOwed(effect: Said, id: string, review: CaseReview): true | string {
  const action = review.actions.find((it) => it.id === id);
  if (action === undefined) return 'There is no such action any more.';
  if (review.stage === 'closed') return 'The case is closed.';
  if (action.status !== 'open') return `This action ended on ${action.completedOn ?? 'an earlier day'}.`;
  if (effect.nudge !== 'assigned' && action.moves.some((move) => move.on > effect.day))
    return 'This action has a new date.';
  return true;
}

function requestOwed(
  matter: Extract<Matter, { is: 'request' }>,
  review: CaseReview,
  partnership: Partnership | undefined,
): true | string {
  // Matters carry the agency's id, the record its name.
  const name = partnership === undefined ? matter.agency : agencyNameOf(partnership, matter.agency);
  const request = review.requests.find((it) => it.kind === matter.returnKind && it.agency === name);
  if (request?.answer !== undefined) return 'The return is in.';
  if (matter.returnKind === 'review' && review.panelHeld !== undefined) return 'The panel has met without this return.';
  if (matter.returnKind === 'threshold' && review.decisions.length > 0) return 'The threshold is decided.';
  if (matter.returnKind === 'appeal') return review.appeals.at(-1)?.decided === undefined || 'The appeal is decided.';
  return review.stage !== 'closed' || 'The case is closed.';
}
