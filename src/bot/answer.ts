import type { DrawnDialog } from '../cards/forms/draw.ts';
import type { Card } from '../cards/render.ts';

/** What the person who clicked or wrote is told now. How it travels depends on what came in: reply.ts. */
export type Answer =
  | { kind: 'card'; card: Card; text: string }
  | { kind: 'message'; text: string }
  | { kind: 'dialog'; dialog: DrawnDialog }
  /** The dialog may close; nothing more to say. */
  | { kind: 'closed' }
  /** Nothing at all: an event that asks for no answer. */
  | { kind: 'silent' };

export const message = (text: string): Answer => ({ kind: 'message', text });
export const card = (it: Card, text: string): Answer => ({ kind: 'card', card: it, text });
