import type { DrawnDialog } from '../cards/forms/draw.ts';
import type { Card } from '../cards/render.ts';

/** What the person who clicked or wrote is told now. How it travels depends on what came in: reply.ts. */
export type Answer =
  /** `done` false: the card says what was refused, and so does the text. */
  | { kind: 'card'; card: Card; text: string; done: boolean }
  | { kind: 'message'; text: string }
  | { kind: 'dialog'; dialog: DrawnDialog }
  /** The dialog may close; nothing more to say. */
  | { kind: 'closed' }
  /** Nothing at all: an event that asks for no answer. */
  | { kind: 'silent' };

export const message = (text: string): Answer => ({ kind: 'message', text });
export const card = (it: Card, text: string, done = true): Answer => ({ kind: 'card', card: it, text, done });
