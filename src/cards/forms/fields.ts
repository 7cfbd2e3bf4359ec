import type { Day } from '../../calendar/isoDate.ts';
import type { DialogParams } from '../verbs.ts';

export interface Choice {
  value: string;
  title: string;
}
interface Input {
  name: string;
  label: string;
  /** A line where the doubt arises. */
  help?: string | undefined;
  required?: boolean | undefined;
  /** Demanded by what another field says, as its label or help tells: then it is not called optional. */
  sometimes?: boolean | undefined;
  /** What to say when it is empty. */
  missing?: string | undefined;
  /** Where it stands in what the act carries, so that a later refusal finds its field: `complaints.0.occurredOn`. */
  path?: string | undefined;
}
export type InputField =
  | (Input & { kind: 'text'; maxLength: number; style?: 'email' | 'time' })
  | (Input & { kind: 'multiline'; maxLength: number })
  | (Input & { kind: 'date'; latest?: Day | undefined; earliest?: Day | undefined })
  | (Input & { kind: 'choice'; choices: readonly Choice[]; expanded?: boolean })
  | (Input & { kind: 'multi'; choices: readonly Choice[] })
  | (Input & { kind: 'toggle'; title: string })
  | (Input & { kind: 'number'; min: number; max: number });
export type Field =
  | { kind: 'heading'; text: string }
  | { kind: 'help'; text: string; tone?: 'warning' | 'good' }
  | { kind: 'facts'; facts: readonly { label: string; value: string }[] }
  | { kind: 'buttons'; buttons: readonly Button[] }
  | InputField;

export interface Button {
  press: string;
  title: string;
  style?: 'positive' | 'destructive';
  /** Takes what was typed as it is: saving a draft, another row, a step back. Only lengths and form are looked at. */
  lenient?: boolean;
  /** Not even days and addresses are judged: it is kept to be put right later. */
  asTyped?: boolean;
  /** Goes on with another dialog instead. */
  opens?: Partial<DialogParams>;
}

/** What stands at the input: whatever nobody demands is called optional. A tick is left or made, and needs no such word. */
export const labelOf = ({ kind, label, required, sometimes }: InputField): string =>
  required === true || sometimes === true || kind === 'toggle' ? label : `${label} (optional)`;

export const isInput = (field: Field): field is InputField => 'name' in field;
