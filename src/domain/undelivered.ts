import type { Day } from '../calendar/isoDate.ts';
import type { Effect } from './effects.ts';

/** How somebody saw to what did not go out. A closed list: what was said, and to whom, belongs into the record of the case. */
export const SETTLED_HOW = {
  phone: 'by phone',
  person: 'in person',
  letter: 'by letter or e-mail of my own',
  byHand: 'by hand in Teams or Outlook',
  needless: 'it is not needed any more',
} as const;
export type SettledHow = keyof typeof SETTLED_HOW;

/** Something that did not go out: a dead letter, or one that waits until somebody mends what holds it up. */
export interface UndeliveredThing {
  id: number;
  caseId: string | null;
  effect: Effect;
  /** It will not be tried again by itself. */
  dead: boolean;
  since: Day;
  /** In plain words. */
  reason: string;
  /** How many messages wait behind it in the same conversation, mailbox or channel. */
  behind: number;
}
/** Something that did not go out and that somebody saw to otherwise. */
export interface SettledThing {
  effect: Effect;
  /** Person id. */
  by: string;
  how: string;
  on: Day;
}
export interface Undelivered {
  things: UndeliveredThing[];
  settled: SettledThing[];
}

/** Without its channel a case cannot go on, so nobody can see to that otherwise. */
export const canBeSettled = ({ effect }: UndeliveredThing): boolean => effect.kind !== 'openSpace';
