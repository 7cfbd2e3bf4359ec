import type { Day } from '../calendar/isoDate.ts';
import { membersOf } from './authority.ts';
import type { CaseReview } from './caseReview.ts';
import type { Partnership } from './directory.ts';
import { lanes, matterKey, type Effect, type Matter } from './effects.ts';
import { panelToCome } from './panel.ts';
import type { Change } from './placesTaken.ts';
import { agencyIdOf, respondersOf } from './whoIsWho.ts';

/**
 * What a case owes when the directory has changed, besides what its record brings: its channel's members, the invitations of a
 * coming panel, and a word to whoever answers an open request now. `mark` names the new directory in the keys.
 */
export function effectsOfDirectory(review: CaseReview, change: Change, mark: string, on: Day): Effect[] {
  return [...members(review, change, mark), ...invitations(review, mark, on), ...askedAnew(review, change, mark, on)];
}

function members(review: CaseReview, { before, after }: Change, mark: string): Effect[] {
  const caseId = review.reference;
  const accounts = (directory: Partnership) =>
    membersOf(review, directory).map((it) => `${it.tenantId}/${it.objectId}`);
  if (before !== null && accounts(before).sort().join() === accounts(after).sort().join()) return [];
  return [{ kind: 'syncMembers', key: `members/${caseId}/d${mark}`, lane: lanes.space(caseId), caseId }];
}

/** The events are brought in line with the people as they stand now; where nothing about them changed, nobody hears of it. */
function invitations(review: CaseReview, mark: string, on: Day): Effect[] {
  const booking = panelToCome(review, on)?.detail?.booking;
  if (booking === undefined) return [];
  const caseId = review.reference;
  const key = `movePanel/${caseId}/${booking}/d${mark}`;
  return [{ kind: 'movePanel', key, lane: lanes.calendar(caseId), caseId, booking }];
}

/** The first ask went to one person of the agency: where that one has left, to the one who answers now. */
function askedAnew(review: CaseReview, { before, after }: Change, mark: string, on: Day): Effect[] {
  if (before === null || review.stage === 'closed') return [];
  const caseId = review.reference;
  return review.requests.flatMap((request): Effect[] => {
    const [asked] = respondersOf(before, request.agency);
    const [now] = respondersOf(after, request.agency);
    const left = asked !== undefined && !after.people.some(({ id }) => id === asked.id);
    if (request.answer !== undefined || !left || now === undefined) return [];
    const matter: Matter = { is: 'request', returnKind: request.kind, agency: agencyIdOf(after, request.agency) };
    const key = `mail/${caseId}/${matterKey(matter)}/asked/d${mark}/${now.id}`;
    return [{ kind: 'mail', key, lane: lanes.mail(now.id), caseId, to: now.id, matter, nudge: 'asked', day: on }];
  });
}
