import type { DecidingBody } from './bodies.ts';
import type { Command } from './caseReview.ts';
import type { Partnership } from './directory.ts';
import { refusal, type Refusal } from './refusals.ts';
import { agencyOf, personOf } from './whoIsWho.ts';

type Named = Exclude<DecidingBody, string>;

/** The people of the directory who decided, each for the body of their agency, as the record keeps them. */
export const decidersOf = (ids: readonly string[], partnership: Partnership): Named[] =>
  ids.flatMap((id): Named[] => {
    const person = personOf(partnership, id);
    const agency = person === undefined ? undefined : agencyOf(partnership, person.agency);
    if (person === undefined || agency === undefined) return [];
    return [{ body: agency.body, name: person.name, role: person.title, agency: agency.name }];
  });

/** AMB-B11: each body decides by a person whom the directory knows as one of its own. The id is kept beside the name. */
export function deciderFault(
  { with: carried, detail }: Command<'decideThreshold'>,
  within: Partnership,
): Refusal | null {
  const known = decidersOf(detail?.deciders ?? [], within);
  const same = (one: DecidingBody, other: Named | undefined): boolean =>
    typeof one !== 'string' && one.body === other?.body && one.name === other.name && one.agency === other.agency;
  return known.length === carried.bodies.length && carried.bodies.every((it, at) => same(it, known[at]))
    ? null
    : refusal(
        'unknown_person',
        'AMB-B11',
        'Name the person who decided for each body, from the partnership’s directory.',
        'bodies',
      );
}
