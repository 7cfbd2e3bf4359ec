import { formatDay } from '../../calendar/isoDate.ts';
import { RETURN_KIND_WORDS } from '../../documents/plainWords.ts';
import { formLabel, requestLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { HEARD_FROM, MOST_CHASERS } from '../../domain/chasers.ts';
import type { Agency, Person } from '../../domain/directory.ts';
import { agencyNameOf, agencyOf, personOf, respondersOf, runsCases } from '../../domain/whoIsWho.ts';
import type { ReturnKind } from '../../domain/words.ts';
import { legalBasis } from '../legalBasis.ts';
import type { Nudge, Saying } from './nudgeWords.ts';

/** Words about one agency's form: the first ask, a reminder, a chaser for what is outstanding, a word to the senior contact. */
export function requestNudge(saying: Saying, view: CaseView, kind: ReturnKind, agency: string): Nudge | null {
  const name = agencyNameOf(view.partnership, agency);
  const told = view.told.returns.find(
    (one) => one.kind === kind && agencyNameOf(view.partnership, one.agency) === name,
  );
  if (!told) return null;
  const form = kind === 'appeal' ? requestLabel(view, kind) : `${formLabel(view)} ${RETURN_KIND_WORDS[kind]}`;
  const by = told.dueOn ? ` by ${formatDay(told.dueOn)}` : '';
  if (saying.nudge === 'return_changed') return changed(view, kind, name, form);
  const due = told.dueOn ? formatDay(told.dueOn) : null;
  const responders = respondersOf(view.partnership, agency);
  const to = personOf(view.partnership, saying.to);
  const own = responders.some((person) => person.id === saying.to);
  if (!own && to !== undefined && runsCases(to, view.partnership)) return toCoordinator(saying, name, form, due);
  if (!own) return toSenior(saying, name, form, due);
  const late = told.dueOn !== undefined && told.dueOn < view.today;
  const today = told.dueOn === view.today;
  const opening = late
    ? `We still need your organisation’s form. It was due on ${formatDay(told.dueOn ?? view.today)}.`
    : today
      ? 'Your organisation’s form is due today.'
      : `Your organisation is asked to fill in a form${by}.`;
  return {
    opening,
    details: [
      ...(saying.nudge === 'chase' ? chaserWords(saying, responders, agencyOf(view.partnership, agency)) : []),
      `The form: ${form}.`,
      'If you hold nothing, one press says so and that is a full answer. If you hold something you cannot share, the form has a place to say why.',
      ...(saying.nudge === 'asked' ? legalBasis(kind).slice(0, 1) : []),
    ],
    press: 'Fill in the form',
  };
}

/** To who sent the answer before, and to the coordinator. */
function changed(view: CaseView, kind: ReturnKind, agency: string, form: string): Nudge | null {
  const answer = view.review.requests.find((one) => one.kind === kind && one.agency === agency)?.answer;
  if (answer === undefined) return null;
  return {
    opening: 'An answer in this case was changed by somebody else than who had sent it.',
    details: [
      `It is the ${form}, answered for ${agency}. ${answer.by?.name ?? 'Somebody'} sent it anew on ${formatDay(answer.on)}. What was sent before stays in the record.`,
      'Please read it as it now stands, and speak to them if you did not expect it.',
    ],
  };
}

/** Which reminder it is, who else has it, and what comes next: never more than so many. */
function chaserWords({ step = 1, to }: Saying, responders: Person[], agency: Agency | undefined): string[] {
  const colleagues = responders.length > 1 && step >= HEARD_FROM.deputies;
  const senior = agency?.seniorContact !== undefined && agency.seniorContact !== to && step >= HEARD_FROM.senior;
  return [
    [
      `This is reminder ${step} of ${MOST_CHASERS}.`,
      ...(colleagues ? ['It goes to all of your organisation who answer such forms.'] : []),
      ...(senior ? ['Its senior contact is written to as well.'] : []),
      ...(step >= MOST_CHASERS ? ['It is the last: without an answer we put on record that none came.'] : []),
    ].join(' '),
  ];
}

const toSenior = ({ step }: Saying, agency: string, form: string, due: string | null): Nudge => ({
  opening: `A form that your organisation was asked for${due ? ` by ${due}` : ''} has not come.`,
  details: [
    `It is the ${form}, asked of ${agency}. We have reminded those who answer such forms, and have had no answer.`,
    step !== undefined && step >= MOST_CHASERS
      ? 'You are written to as the senior contact, for the last time: without an answer we put on record that none came. Please see that it is answered, or tell us who can.'
      : 'You are written to as the senior contact. Please see that it is answered, or tell us who can.',
  ],
});

/** The end of the chasers, or a word for a senior contact whom the directory does not name. */
const toCoordinator = ({ nudge }: Saying, agency: string, form: string, due: string | null): Nudge => ({
  opening: `A form that an agency was asked for${due ? ` by ${due}` : ''} has not come.`,
  details:
    nudge === 'chase_ended'
      ? [
          `${agency} has answered none of ${MOST_CHASERS} reminders about the ${form}. It is on record, and no more reminders go out.`,
          'A late answer still counts. Please speak with them, or go on without it.',
        ]
      : [
          `It is the ${form}, asked of ${agency}. We have reminded those who answer such forms, and have had no answer.`,
          'You hear of it because the directory names no senior contact there. Please speak with somebody who can see to it.',
        ],
});
