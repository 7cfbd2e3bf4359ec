import { plain } from './escape.ts';
import type { Dialog, DialogParams, Verb } from './verbs.ts';

/** A button as card JSON. */
export type Button = Record<string, unknown>;
interface Extras {
  style?: 'positive' | 'destructive';
  /** Behind the "…" of a card. */
  secondary?: boolean;
  id?: string;
}

/** A button answered on the card. Clients that know no Action.Execute send the same as a message. `data` carries ids and a version only. */
export function execute(
  title: string,
  verb: Verb,
  data: Record<string, unknown>,
  extras: Extras & { inputs?: boolean } = {},
): Button {
  const shared = { title: plain(title, 60), ...look(extras), associatedInputs: extras.inputs ? 'auto' : 'none' };
  return {
    type: 'Action.Execute',
    ...shared,
    verb,
    data,
    fallback: { type: 'Action.Submit', ...shared, data: { ...data, verb } },
  };
}

/** A button that opens a dialog. */
export const opens = (
  title: string,
  dialog: Dialog,
  params: Omit<DialogParams, 'dialog'>,
  extras: Extras = {},
): Button => ({
  type: 'Action.Submit',
  title: plain(title, 60),
  ...look(extras),
  associatedInputs: 'none',
  data: dialogData(dialog, params),
});

/** What a press that opens a dialog carries. */
export const dialogData = (dialog: Dialog, params: Omit<DialogParams, 'dialog'>): Record<string, unknown> => ({
  msteams: { type: 'task/fetch' },
  dialog,
  ...params,
});

/** Shows or hides parts of the card itself. */
export const toggles = (title: string, targets: string[], extras: Extras = {}): Button => ({
  type: 'Action.ToggleVisibility',
  title: plain(title, 60),
  ...look(extras),
  targetElements: targets,
});

const look = (extras: Extras): Button => ({
  ...(extras.id ? { id: extras.id } : {}),
  ...(extras.style ? { style: extras.style } : {}),
  ...(extras.secondary ? { mode: 'secondary' } : {}),
});
