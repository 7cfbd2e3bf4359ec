import type { Day } from '../calendar/isoDate.ts';
import type { ActionChain, CaseReview, PlannedAction, SystemEvent } from './caseReview.ts';
import type { Partnership, Person } from './directory.ts';
import { panelToCome } from './panel.ts';
import { agencyOf, coordinatorsOf, personOf } from './whoIsWho.ts';

export type PlacesTaken = Extract<SystemEvent, { type: 'placesTaken' }>;

/** Two directories: the one with which the case was last in line, where it is known, and the one in force. */
export interface Change {
  before: Partnership | null;
  after: Partnership;
}

/**
 * What becomes of the places that people who left the directory had in this case; null where nobody with a place left. An action
 * falls to their successor, else to the frozen deputy, else to the coordinator; a seat of a coming panel to a successor
 * or to nobody. What was frozen and still stands in the directory is left alone.
 */
export function placesTaken(review: CaseReview, change: Change, on: Day): PlacesTaken | null {
  const { after } = change;
  const gone = (id: string | undefined): boolean => id !== undefined && personOf(after, id) === undefined;
  const actions = review.stage === 'closed' ? [] : review.actions.filter(({ status }) => status === 'open');
  const moved = actions.flatMap((action) => {
    const chain = action.chain;
    return chain !== undefined && Object.values(chain).some(gone) ? [inOtherHands(action, chain, change)] : [];
  });
  const panel = panelToCome(review, on)?.detail?.panel;
  const seats = panel?.some(gone) === true ? seated(panel, change) : undefined;
  if (moved.length === 0 && seats === undefined) return null;
  return { type: 'placesTaken', on, actions: moved, ...(seats === undefined ? {} : { panel: seats }) };
}

/** The chair named for a coming panel has left: a person chooses the next one. */
export function chairHasLeft(review: CaseReview, { after }: Change, on: Day): boolean {
  const chair = panelToCome(review, on)?.with.chair;
  return chair !== undefined && !after.people.some(({ name }) => name === chair.name);
}

function inOtherHands(action: PlannedAction, chain: ActionChain, change: Change): PlacesTaken['actions'][number] {
  const { after } = change;
  const deputy = personOf(after, chain.deputy);
  const owner = personOf(after, chain.owner) ?? successorOf(chain.owner, change) ?? deputy ?? coordinatorsOf(after)[0];
  const agency = owner && agencyOf(after, owner.agency);
  const place = (id: string | undefined, now: string | undefined): string | undefined =>
    id === undefined || personOf(after, id) !== undefined ? id : (successorOf(id, change)?.id ?? now);
  const places: ActionChain = {
    owner: owner?.id ?? chain.owner,
    // Who took the place over from the absent owner is no deputy of their own.
    deputy: chain.deputy === owner?.id ? undefined : place(chain.deputy, owner?.deputy),
    lineManager: place(chain.lineManager, owner?.manager),
    headOfService: place(chain.headOfService, agency?.headOfService),
    chiefExecutive: place(chain.chiefExecutive, agency?.chiefExecutive),
  };
  return { action: action.id, owner: owner?.name ?? action.owner, chain: withoutGaps(places) };
}

function withoutGaps({ owner, ...rest }: ActionChain): ActionChain {
  return { owner, ...Object.fromEntries(Object.entries(rest).filter(([, id]) => id !== undefined)) };
}

function seated(panel: string[], change: Change): string[] {
  const now = panel.flatMap((id) => personOf(change.after, id)?.id ?? successorOf(id, change)?.id ?? []);
  return [...new Set(now)];
}

/** Who took this person's place: whom the directory names so, else their deputy, else whoever has their seat for their agency. */
function successorOf(id: string, { before, after }: Change): Person | undefined {
  const named = after.people.find((person) => person.succeeds === id);
  const old = before === null ? undefined : personOf(before, id);
  if (named !== undefined || old === undefined) return named;
  const sameSeat = (person: Person): boolean =>
    old.seat !== undefined && person.seat === old.seat && person.agency === old.agency;
  return personOf(after, old.deputy) ?? after.people.find(sameSeat);
}
