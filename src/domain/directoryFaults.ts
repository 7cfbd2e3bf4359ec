import type { Partnership, Person } from './directory.ts';

/** What the schema cannot see: dead references, rings of managers, nobody to run a case. Empty when the directory holds. */
export function faultsOfPartnership(partnership: Partnership): string[] {
  const people = new Map(partnership.people.map((person) => [person.id, person]));
  const agencies = new Set(partnership.agencies.map((agency) => agency.id));
  const faults: string[] = [];
  faults.push(
    ...repeated(
      partnership.people.map((person) => person.id),
      'people',
    ),
  );
  faults.push(
    ...repeated(
      partnership.agencies.map((agency) => agency.id),
      'agencies',
    ),
  );
  faults.push(
    ...repeated(
      partnership.people.map((it) => `${it.tenantId}/${it.objectId}`),
      'people, tenant and object id',
    ),
  );
  faults.push(
    ...repeated(
      partnership.people.flatMap((it) => it.succeeds ?? []),
      'people, succeeds',
    ),
  );
  for (const person of partnership.people) {
    if (!agencies.has(person.agency)) faults.push(`people.${person.id}.agency: there is no agency "${person.agency}"`);
    for (const field of ['manager', 'deputy'] as const) {
      const to = person[field];
      if (to !== undefined && !people.has(to)) faults.push(`people.${person.id}.${field}: there is no person "${to}"`);
      if (to === person.id) faults.push(`people.${person.id}.${field}: a person cannot be their own ${field}`);
    }
    if (person.succeeds !== undefined && people.has(person.succeeds))
      faults.push(`people.${person.id}.succeeds: "${person.succeeds}" is still in the directory`);
    if (inRing(person, people)) faults.push(`people.${person.id}.manager: the managers form a ring`);
  }
  for (const agency of partnership.agencies) {
    const named = [...agency.responders, agency.seniorContact, agency.headOfService, agency.chiefExecutive];
    for (const to of named) {
      if (to !== undefined && !people.has(to)) faults.push(`agencies.${agency.id}: there is no person "${to}"`);
    }
  }
  if (!partnership.people.some((person) => person.roles.includes('coordinator') && person.host)) {
    faults.push('people: nobody of the host tenant has the role coordinator');
  }
  return faults;
}

function repeated(ids: string[], where: string): string[] {
  const seen = new Set<string>();
  return ids.flatMap((id) => (seen.has(id) ? [`${where}: "${id}" stands twice`] : (seen.add(id), [])));
}

function inRing(start: Person, people: Map<string, Person>): boolean {
  let at = start.manager;
  for (let steps = 0; at !== undefined && steps <= people.size; steps++) {
    if (at === start.id) return steps > 0;
    at = people.get(at)?.manager;
  }
  return false;
}
