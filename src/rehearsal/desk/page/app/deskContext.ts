import { createContext, useContext } from 'react';
import type { DeskView, Place, Shown } from '../../protocol.ts';
import type { Go } from '../route/useRoute.ts';
import type { Route } from '../route/route.ts';

/** Where the answers of an open dialog go. */
export type DialogSource =
  | { from: 'card'; conversation: string; activityId?: string }
  | { from: 'extension'; conversation: string; command: string };
export interface OpenDialog {
  source: DialogSource;
  content: NonNullable<Shown['dialog']>;
}

/** What every part of the desk may ask of the whole. */
export interface Desk {
  view: DeskView;
  route: Route;
  go: Go;
  hrefOf: (to: Partial<Route>) => string;
  /** Becomes the place's person, shows the place, and opens its dialog if it has one. */
  openPlace: (place: Place) => void;
  openDialog: (dialog: OpenDialog) => void;
  /** Says a sentence to screen readers, politely. */
  tell: (words: string) => void;
  /** Shows a short word at the foot of the page: an answer without a card. */
  note: (words: string, kind?: 'said' | 'error') => void;
  refreshView: () => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** The desk around this component. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside the desk');
  return desk;
}
