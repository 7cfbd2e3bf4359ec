import { formatDay } from '../../calendar/isoDate.ts';
import { capital, listed, VOICE_WORDS, WAY_WORDS } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { guestOf, reachOf } from '../../domain/openPart.ts';
import { CONTACT_WAYS, type ContactWay } from '../../domain/words.ts';
import { choicesOf } from './choices.ts';
import type { Field } from './fields.ts';

interface Fact {
  label: string;
  value: string;
}
const facts = (all: (Fact | null)[]): Field[] => {
  const known = all.filter((it): it is Fact => it !== null && it.value !== '');
  return known.length > 0 ? [{ kind: 'facts', facts: known }] : [];
};

/** What the coordinator must know before anybody rings, writes or invites: the ways not to use first. */
export function reachFacts({ review }: CaseView): Field[] {
  const { notBy = [] } = reachOf(review);
  const said = review.application?.detail;
  return [
    ...(notBy.length > 0
      ? [
          {
            kind: 'help',
            tone: 'warning',
            text: `Never reach the victim ${listed(notBy.map((way) => WAY_WORDS[way]))}.`,
          } as const,
        ]
      : []),
    ...facts([
      { label: 'Best way to reach the victim', value: said?.contactPreference ?? '' },
      { label: 'Safe times', value: said?.safeTimes ?? '' },
      { label: 'Interpreter or access needs', value: said?.accessNeeds ?? '' },
    ]),
  ];
}

/** How the victim is heard and who is invited how, where a day for the panel is looked for. */
export function heardFacts(view: CaseView): Field[] {
  const { voice } = view.review;
  const guest = guestOf(view.review);
  if (voice === undefined)
    return [
      {
        kind: 'help',
        tone: 'warning',
        text: 'How the victim wants to be heard is not recorded yet. Nobody of their side is invited until it is; recording it later changes the invitations.',
      },
    ];
  const by = guest?.by ? WAY_WORDS[guest.by] : 'not recorded: record again how the victim is heard';
  return [
    ...facts([
      { label: 'The victim', value: capital(VOICE_WORDS[voice.mode]) },
      guest ? { label: 'Invited', value: guest.email ?? by } : null,
      { label: 'Days that do not suit', value: voice.detail?.unavailable ?? '' },
    ]),
    ...reachFacts(view),
  ];
}

/** Earlier tries to reach the victim, with their notes. */
export const triesFacts = ({ review: { contacts } }: CaseView): Field[] =>
  facts(
    contacts.map((it) => ({
      label: `${formatDay(it.on)}, ${it.means}`,
      value: `${it.reached ? 'Reached' : 'Not reached'}${it.note ? `. ${it.note}` : ''}`,
    })),
  );

export const NOT_BY_FIELD: Field = {
  kind: 'multi',
  name: 'notBy',
  label: 'Ways we must not use to reach the victim',
  help: 'For example e-mail, where somebody else reads it. No invitation goes by a way that is ticked.',
  path: 'notBy',
  choices: choicesOf(Object.fromEntries(CONTACT_WAYS.map((way) => [way, capital(WAY_WORDS[way])]))),
};
export const notByStart = ({ review }: CaseView): string => (reachOf(review).notBy ?? []).join(',');
export const notByOf = (value: string | undefined): ContactWay[] =>
  CONTACT_WAYS.filter((way) => (value ?? '').split(',').includes(way));
