import type { CaseReview, PlannedAction } from './caseReview.ts';
import type { Agency, Partnership, Person } from './directory.ts';

/** Reading the directory. The record names agencies and people as they were written; buttons and matters carry ids. */
export const personOf = (partnership: Partnership, id: string | undefined): Person | undefined =>
  id === undefined ? undefined : partnership.people.find((person) => person.id === id);

export const agencyOf = (partnership: Partnership, idOrName: string): Agency | undefined =>
  partnership.agencies.find((agency) => agency.id === idOrName) ??
  partnership.agencies.find((agency) => agency.name === idOrName);

/** The name under which the record keeps an agency; what was given where the directory does not know it. */
export const agencyNameOf = (partnership: Partnership, idOrName: string): string =>
  agencyOf(partnership, idOrName)?.name ?? idOrName;

/** The id that matters, keys and buttons carry; the name itself where the directory does not know it. */
export const agencyIdOf = (partnership: Partnership, idOrName: string): string =>
  agencyOf(partnership, idOrName)?.id ?? idOrName;

export const withRole = (partnership: Partnership, role: Person['roles'][number]): Person[] =>
  partnership.people.filter((person) => person.roles.includes(role));

export const coordinatorsOf = (partnership: Partnership): Person[] => withRole(partnership, 'coordinator');

/** The coordinator, or the deputy the directory names for their absence (WAR-1.7, story 24). */
export const runsCases = (person: Person, partnership: Partnership): boolean =>
  person.roles.includes('coordinator') || coordinatorsOf(partnership).some((one) => one.deputy === person.id);

/** Who answers an agency's forms, the one mentioned first in front. */
export const respondersOf = (partnership: Partnership, idOrName: string): Person[] =>
  (agencyOf(partnership, idOrName)?.responders ?? []).flatMap((id) => personOf(partnership, id) ?? []);

/** Who may answer an agency's forms: its responders, and the deputy whom the directory names for each. */
export function answerersOf(partnership: Partnership, idOrName: string): Person[] {
  const named = respondersOf(partnership, idOrName);
  return [...new Set([...named, ...named.flatMap((person) => personOf(partnership, person.deputy) ?? [])])];
}

/** The named chair of a case, once a panel has one. */
export function chairOf(review: CaseReview, partnership: Partnership): Person | undefined {
  const held = review.stage === 'review' ? undefined : review.panelHeld;
  const named = held?.with.chair ?? review.panelArranged?.with.chair;
  return named === undefined ? undefined : partnership.people.find((person) => person.name === named.name);
}

/** Who answers for an action: the chain frozen into it, else the person of that name in the directory. */
export function ownerOf(action: PlannedAction, partnership: Partnership): Person | undefined {
  if (action.chain !== undefined) return personOf(partnership, action.chain.owner);
  return partnership.people.find((person) => person.name === action.owner);
}

/** The owner and, where there is one, the deputy. */
export function answerableFor(action: PlannedAction, partnership: Partnership): Person[] {
  const owner = ownerOf(action, partnership);
  const deputy = personOf(partnership, action.chain === undefined ? owner?.deputy : action.chain.deputy);
  return [owner, deputy].flatMap((person) => person ?? []);
}
