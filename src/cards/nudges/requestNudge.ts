import { formatDay } from '../../calendar/isoDate.ts';
import { RETURN_KIND_WORDS } from '../../documents/plainWords.ts';
import { formLabel, requestLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { agencyNameOf, respondersOf } from '../../domain/whoIsWho.ts';
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
  const own = respondersOf(view.partnership, agency).some((person) => person.id === saying.to);
  if (!own) return toSenior(name, form, told.dueOn ? formatDay(told.dueOn) : null);
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

const toSenior = (agency: string, form: string, due: string | null): Nudge => ({
  opening: `A form that your organisation was asked for${due ? ` by ${due}` : ''} has not come.`,
  details: [
    `It is the ${form}, asked of ${agency}. We have reminded its usual contact and have had no answer.`,
    'You are written to as the senior contact. Please see that it is answered, or tell us who can.',
  ],
});
