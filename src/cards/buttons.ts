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

/** About as many characters of titles as stand side by side at 320 pixels, each button's own edges counted in. */
const ROW = 36;
const EDGES = 4;

/** Buttons in lines that no narrow screen cuts off; those behind "…" go with the last, where their dots have room. */
export function inRows(buttons: readonly Button[]): { buttons: Button[] }[] {
  const hidden = buttons.filter((one) => one['mode'] === 'secondary');
  const lines: { buttons: Button[]; room: number }[] = [];
  const place = (group: Button[], width: number) => {
    const line = lines.at(-1);
    if (!line || width > line.room) lines.push({ buttons: group, room: ROW - width });
    else {
      line.buttons.push(...group);
      line.room -= width;
    }
  };
  for (const button of buttons) if (!hidden.includes(button)) place([button], String(button['title']).length + EDGES);
  if (hidden.length) place(hidden, EDGES);
  return lines.map((line) => ({ buttons: line.buttons }));
}
