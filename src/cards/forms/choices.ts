import type { CaseView } from '../../domain/caseView.ts';
import type { Person } from '../../domain/directory.ts';
import type { Body } from '../../domain/words.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import type { Choice } from './fields.ts';

/** Plain words for the closed lists, as a person chooses from them. */
export const BODY_WORDS: Record<Body, string> = {
  council: 'Borough, district or city council',
  county_council: 'County council',
  police: 'Police',
  commissioner: 'Police and crime commissioner',
  icb: 'Health (integrated care board)',
  landlord: 'Registered landlord or housing association',
  other: 'Another body',
};
export const choicesOf = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

export const BODY_CHOICES = choicesOf(BODY_WORDS);
export const HATE_CHOICES: Choice[] = choicesOf({
  race: 'Race',
  religion: 'Religion or belief',
  disability: 'Disability',
  'sexual orientation': 'Sexual orientation',
  'transgender identity': 'Transgender identity',
  other: 'Another reason of hate',
});
export const YES_NO = choicesOf({ yes: 'Yes', no: 'No' });
export const AGE_CHOICES = choicesOf({ under18: 'Under 18', adult: '18 or over', unknown: 'Not known' });
export const LETTER_WAYS = choicesOf({ email: 'By e-mail', post: 'By post', hand: 'By hand' });

/** People of the directory to choose from, with title and agency. */
export const peopleChoices = (view: CaseView, which: (person: Person) => boolean = () => true): Choice[] =>
  view.partnership.people.filter(which).map((person) => ({
    value: person.id,
    title: `${person.name}, ${person.title}, ${agencyNameOf(view.partnership, person.agency)}`,
  }));

/** `yes` and the like out of a value, or nothing. */
export const oneOf = <T extends string>(value: string | undefined, list: readonly T[]): T | undefined =>
  list.find((one) => one === value);

/** Leaves out keys without a value, so that what is not known has no field. */
export function filled<T extends Record<string, unknown>>(of: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
