import { formatDay } from '../calendar/isoDate.ts';
import type { CaseView } from '../domain/caseView.ts';
import { agencyNameOf } from '../domain/whoIsWho.ts';
import { counted } from '../documents/plainWords.ts';
import type { Saying } from './nudges/nudgeWords.ts';

/** Before every subject: what it is about, and nobody in it. */
export const subjectOf = (reference: string, what: string): string => `ASB case review ${reference}: ${what}`;

/** "ASB case review NBC-2026-0001: form due Wed 9 September 2026". A subject is read over shoulders: no names, no titles, no risk. */
export const mailSubject = (saying: Saying, view: CaseView): string => subjectOf(view.reference, about(saying, view));

/** One e-mail for all that waited: "ASB case reviews: 4 messages about 3 cases". */
export const subjectOfSeveral = (messages: number, cases: number): string =>
  `ASB case reviews: ${counted(messages, 'message')} about ${counted(cases, 'case')}`;

function about(saying: Saying, view: CaseView): string {
  const { matter, nudge } = saying;
  if (nudge === 'danger_now' || nudge === 'high_risk') return 'urgent, please read now';
  if (nudge === 'undeliverable' || matter.is === 'trouble') return 'something could not be sent';
  switch (matter.is) {
    case 'request':
      return aboutForm(saying, view, matter.returnKind, matter.agency);
    case 'action':
      return aboutAction(saying, view, matter.action);
    case 'meeting':
      return nudge === 'circulated' ? 'minutes and action plan' : 'the panel’s meeting';
    case 'panel':
      return 'the panel’s meeting';
    case 'closing':
    case 'case':
      return ABOUT_CASE[nudge] ?? 'a date of the procedure';
  }
}

const ABOUT_CASE: Partial<Record<Saying['nudge'], string>> = {
  before_due: 'a date is near',
  overdue: 'a date has passed',
  target_passed: 'a local target has passed',
  update_due: 'an update is owed',
};

function aboutForm(saying: Saying, view: CaseView, kind: string, agency: string): string {
  const name = agencyNameOf(view.partnership, agency);
  const due = view.told.returns.find(
    (one) => one.kind === kind && agencyNameOf(view.partnership, one.agency) === name,
  )?.dueOn;
  if (saying.nudge === 'return_changed') return 'an answer was changed';
  if (saying.nudge === 'chase_ended') return 'a form has not come';
  if (due === undefined) return 'form asked for';
  if (due < view.today) return `form was due ${formatDay(due)}`;
  return due === view.today ? 'form due today' : `form due ${formatDay(due)}`;
}

function aboutAction({ nudge }: Saying, view: CaseView, id: string): string {
  const action = view.review.actions.find((one) => one.id === id);
  if (action === undefined || nudge === 'partners_told') return 'an action has ended';
  if (action.dueOn < view.today) return `action was due ${formatDay(action.dueOn)}`;
  return action.dueOn === view.today ? 'action due today' : `action due ${formatDay(action.dueOn)}`;
}
