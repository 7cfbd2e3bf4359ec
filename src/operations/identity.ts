import type { Partnership, Person } from '../domain/directory.ts';
import { personByIdentity } from '../store/people.ts';
import type { Deps } from './deps.ts';

/** The directory's person behind an activity, by tenant and object id together; null for a stranger. */
export async function whoIs(deps: Deps, it: { tenantId: string; objectId: string }): Promise<Person | null> {
  return personByIdentity(deps.db, it.tenantId, it.objectId);
}

/** The same from a directory in hand, as it was loaded for this very turn. */
export function whoIsIn({ people }: Partnership, it: { tenantId: string; objectId: string }): Person | null {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  return people.find((one) => same(one.tenantId, it.tenantId) && same(one.objectId, it.objectId)) ?? null;
}
