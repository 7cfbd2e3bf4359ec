import type { Day } from '../../calendar/isoDate.ts';
import type { Act, With } from '../../domain/acts.ts';
import type { ReturnRequest } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Detail } from '../../domain/detail.ts';
import type { Partnership, Person } from '../../domain/directory.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Undelivered } from '../../domain/undelivered.ts';
import type { ReturnDraft } from '../../domain/workings.ts';
import type { Dialog, DialogParams } from '../verbs.ts';
import type { Ask } from './ask.ts';
import type { Button, Field } from './fields.ts';

/** What a person typed, by field name, as text. Multiple choices are joined by commas, a tick is `true`. */
export type Values = Record<string, string>;

/** All a form is drawn from and judged by. Fetched from the store for each step: nothing of it comes from the card. */
export interface FormContext {
  params: DialogParams;
  person: Person;
  today: Day;
  partnership: Partnership;
  /** The case, where the dialog is about one and the person may see it. */
  view: CaseView | null;
  /** What this person typed earlier and has not sent. */
  typed?: Values | undefined;
  /** Names this opening of the form, so that pressing twice sends once. */
  nonce?: string | undefined;
  /** The agency's return so far, for those who fill it in: draft, or what was sent. */
  agencyReturn?: ReturnDraft | null | undefined;
  /** What did not go out, where the dialog is about that. */
  undelivered?: Undelivered | undefined;
  /** The agency's return as it was sent, for whoever reads it. */
  sent?: ReturnRequest['answer'] | undefined;
  /** The day on which a return was begun that has not been sent. */
  begunOn?: Day | undefined;
}

/** One dialog: what it asks, and how what was typed becomes something to do. Drawn as a card and, by link, as a web page. */
export interface Form {
  name: Dialog | 'reportAction';
  title: (ctx: FormContext) => string;
  width?: 'small' | 'medium' | 'large';
  height?: 'small' | 'medium' | 'large';
  /** Why this person cannot use it now, before anything is shown. */
  barred?: (ctx: FormContext) => Refusal | null;
  /** What stands in the fields at first. */
  start?: (ctx: FormContext) => Values;
  fields: (ctx: FormContext, values: Values) => Field[];
  buttons: (ctx: FormContext, values: Values) => Button[];
  /** Values that travel with the form unseen: the section shown, how many rows. Never anything to be believed. */
  hidden?: (ctx: FormContext, values: Values) => Values;
  /** What to do with values whose shape has been checked. `press` is the button. */
  build: (values: Values, ctx: FormContext, press: string) => Built;
}

export type Errors = Record<string, string>;
export type Built =
  | { kind: 'ask'; ask: Ask }
  /** Messages by field name; the name `form` stands for the whole form. */
  | { kind: 'errors'; errors: Errors }
  /** Draw it once more with these values: another row, another section. */
  | { kind: 'again'; values: Values };

export const ask = (it: Ask): Built => ({ kind: 'ask', ask: it });
export const errors = (it: Errors): Built => ({ kind: 'errors', errors: it });
export const again = (values: Values): Built => ({ kind: 'again', values });

/** An act to be asked of the case. */
export const act = <A extends Act>(name: A, carries: With<A>, detail?: Detail<A>): Built =>
  ask({ do: 'act', act: name, with: carries, ...(detail === undefined ? {} : { detail }) });

/** The case of a form that is always about one; a form without it is not drawn. */
export function caseOf(ctx: FormContext): CaseView {
  if (ctx.view === null) throw new Error(`the dialog ${ctx.params.dialog} needs a case`);
  return ctx.view;
}
