import { listed } from '../documents/plainWords.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { NextStep } from '../domain/nextSteps.ts';
import { personOf } from '../domain/whoIsWho.ts';
import { opens, type Button } from './buttons.ts';
import { say, type Markup } from './escape.ts';
import { DIALOGS, DialogParams, type Dialog } from './verbs.ts';
import { dueWords, type Colour } from './words.ts';

/** Who has a step to do, by name: "Ada Quill or Tom Reed". */
export function whoWords(view: CaseView, step: NextStep): string {
  const names = step.who
    .slice(0, 3)
    .map((id) => personOf(view.partnership, id)?.name ?? 'somebody not in the directory');
  return names.length === 2 ? names.join(' or ') : listed(names);
}

/** "Ada Quill · by Wed 9 September 2026 (2 working days left)". */
export function stepTone(view: CaseView, step: NextStep): { words: Markup; colour: Colour } {
  const who = whoWords(view, step);
  if (!step.dueOn) return { words: say`${who}`, colour: 'Default' };
  const due = dueWords(step.dueOn, view);
  return { words: say`${who ? `${who} · ` : ''}${step.overdue ? 'was due' : 'by'} ${due.words}`, colour: due.colour };
}

/** The button that opens a step's form; null where the step lives on a card of its own. */
export function stepButton(view: CaseView, step: NextStep, primary: boolean): Button | null {
  if (!('form' in step.opens) || !isDialog(step.opens.form)) return null;
  const params = DialogParams.safeParse({ ...step.opens.params, dialog: step.opens.form });
  if (!params.success) return null;
  const { dialog, ...about } = params.data;
  const where = { ...about, caseId: view.reference, v: view.version };
  return opens(step.words, dialog, where, primary ? { style: 'positive' } : {});
}

/** At most two buttons for what these people have to do next, and the way to all the rest. */
export function stepButtons(view: CaseView, people: readonly Person[]): Button[] {
  const ids = people.map((person) => person.id);
  const mine = view.steps.filter((step) => step.who.some((id) => ids.includes(id)));
  return mine
    .map((step, at) => stepButton(view, step, at === 0))
    .filter((button) => button !== null)
    .slice(0, 2);
}

const isDialog = (form: string): form is Dialog => (DIALOGS as readonly string[]).includes(form);
