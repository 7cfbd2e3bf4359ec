import type { CaseReview } from '../domain/caseReview.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import type { Matter } from '../domain/effects.ts';
import { ownerOf } from '../domain/whoIsWho.ts';
import { Undeliverable } from './undeliverable.ts';

/** The person of the directory. @throws Undeliverable when the directory no longer has them */
export function personOf(partnership: Partnership, id: string): Person {
  const person = partnership.people.find((one) => one.id === id);
  if (person === undefined) throw new Undeliverable('unknownPerson', 'The person is no longer in the directory.');
  return person;
}

/** Who runs the cases and owns their channels. @throws Undeliverable when the directory names nobody of the host */
export function coordinatorOf(partnership: Partnership): Person {
  const person = partnership.people.find((one) => one.host && one.roles.includes('coordinator'));
  if (person === undefined)
    throw new Undeliverable('noCoordinator', 'The directory names no coordinator with the app.');
  return person;
}

/** The person whose 1:1 chat a matter's card belongs in; null for the channel. */
export function chatPersonOf(matter: Matter, review: CaseReview, partnership: Partnership): Person | null {
  if (matter.is === 'trouble') return coordinatorOf(partnership);
  if (matter.is !== 'action') return null;
  const action = review.actions.find((one) => one.id === matter.action);
  const owner = action === undefined ? undefined : ownerOf(action, partnership);
  return owner?.host === true ? owner : null;
}
