import type { Partnership, Person } from './directory.ts';
import { coordinatorsOf, personOf, withRole } from './whoIsWho.ts';
import type { Seat } from './words.ts';

/**
 * Who is invited to the closed session: one person for each seat the procedure asks for, the partnership's other panel
 * members, the coordinator, and the chair. Never the victim.
 */
export function panelPeople(partnership: Partnership, required: Seat[], chairId?: string): Person[] {
  const chair = chairFor(partnership, chairId);
  const seated = required.flatMap((seat) => partnership.people.find((person) => person.seat === seat) ?? []);
  const members = withRole(partnership, 'panel_member').filter(
    (person) => person.seat === undefined || !seated.some((it) => it.seat === person.seat),
  );
  const all = [
    ...seated,
    ...members,
    ...coordinatorsOf(partnership).slice(0, 1),
    ...(chair === undefined ? [] : [chair]),
  ];
  return all.filter((person, index) => all.findIndex((it) => it.id === person.id) === index);
}

/** The chair asked for, else the first of the directory who took no part in its cases. */
export function chairFor(partnership: Partnership, chairId?: string): Person | undefined {
  const chairs = withRole(partnership, 'chair');
  return personOf(partnership, chairId) ?? chairs.find((person) => person.independentBasis !== undefined) ?? chairs[0];
}

/** The chair as the record names them, with what their independence rests on. */
export const asChair = (person: Person): { name: string; independent: boolean; basis?: string } => ({
  name: person.name,
  independent: person.independentBasis !== undefined,
  ...(person.independentBasis === undefined ? {} : { basis: person.independentBasis }),
});
