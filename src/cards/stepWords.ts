import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { NextStep } from '../domain/nextSteps.ts';
import { personOf } from '../domain/whoIsWho.ts';
import { execute, opens, type Button } from './buttons.ts';
import { say, type Markup } from './escape.ts';
import { DialogParams } from './verbs.ts';
import { dueWords, type Colour } from './words.ts';

/** Who has a step to do, by name: "Ada Quill, Ben Ash or Tom Reed". */
export function whoWords(view: CaseView, step: NextStep): string {
  const names = step.who
    .slice(0, 3)
    .map((id) => personOf(view.partnership, id)?.name ?? 'somebody not in the directory');
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter(Boolean).join(' or ');
}

/** "Ada Quill · by Wed 9 September 2026 (2 working days left)". */
export function stepTone(view: CaseView, step: NextStep): { words: Markup; colour: Colour } {
  const who = whoWords(view, step);
  if (!step.dueOn) return { words: say`${who}`, colour: 'Default' };
  const due = dueWords(step.dueOn, view);
  return { words: say`${who ? `${who} · ` : ''}${step.overdue ? 'was due' : 'by'} ${due.words}`, colour: due.colour };
}

interface Place {
  reference: string;
  version?: number;
}

/** The buttons that do a step from wherever it is listed; none where it lives on the panel's or the meeting's own card. */
export function stepActions(at: Place, step: NextStep, formTitle = step.button ?? step.words): Button[] {
  const where = { caseId: at.reference, ...(at.version === undefined ? {} : { v: at.version }) };
  if ('form' in step.opens) return formButton(where, formTitle, step.opens);
  const [is, first = '', ...rest] = step.opens.matter.split('/');
  if (is === 'action') {
    const about = { ...where, action: [first, ...rest].join('/') };
    return [execute('Done', 'action.done', about), opens('It is delayed', 'actionDelayed', about)];
  }
  return is === 'request'
    ? formButton(where, 'Fill in the form', { form: 'return', params: { kind: first, agency: rest.join('/') } })
    : [];
}

function formButton(
  where: { caseId: string; v?: number },
  words: string,
  opened: { form: string; params?: Record<string, string> },
): Button[] {
  const params = DialogParams.safeParse({ ...opened.params, dialog: opened.form });
  if (!params.success) return [];
  const { dialog, ...about } = params.data;
  return [opens(words, dialog, { ...about, ...where })];
}

/** At most two buttons for what the coordinators have to do next; forms alone, since other matters have cards beside this one. */
export function coordinatorButtons(view: CaseView, coordinators: readonly Person[]): Button[] {
  const forms = view.steps.filter((step) => 'form' in step.opens);
  return firstTwo(
    // An agency's own form is the coordinator's to open too, but not theirs to be pressed for.
    forms.filter((step) => coordinators.some((one) => step.who[0] === one.id)),
    view,
  );
}

/** At most two buttons for what one person has to do next, wherever it lives: they may not see the card it lives on. */
export const personButtons = (view: CaseView, person: Person): Button[] =>
  firstTwo(
    view.steps.filter((step) => step.who.includes(person.id)),
    view,
  );

const firstTwo = (steps: NextStep[], view: CaseView): Button[] =>
  steps
    .flatMap((step) => stepActions(view, step))
    .slice(0, 2)
    .map((button, at) => (at === 0 ? { ...button, style: 'positive' } : button));
