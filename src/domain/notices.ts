import type { Day } from '../calendar/isoDate.ts';
import type { Person } from './directory.ts';
import type { Older } from './directoryOrder.ts';
import { lanes, type Effect } from './effects.ts';

/**
 * A word to somebody that no card of a case can tell: it is about no case at all, or about one that cannot be read. Days and
 * references alone; the words are put to it when it is sent.
 */
export type Notice =
  /** Bank holidays are known no further than this: a date beyond it cannot be worked out. */
  | { is: 'calendarEnds'; lastDay: Day }
  /** Bank holidays are proclaimed no further than this: later ones are worked out by rule, and dates that rest on them may move. */
  | { is: 'calendarProvisional'; lastDay: Day }
  /** What was due in this case could not be worked out or written; it is tried again on the next day. */
  | { is: 'caseNotSwept' }
  /** This case's application names the same victim and incidents as these earlier ones. */
  | { is: 'looksLike'; references: string[] }
  /** A cause that holds messages up, by its stable name, and why in plain words that name nobody. */
  | { is: 'held'; cause: string; why: string }
  /** Something did not go out, and the word of it in Teams did not either. */
  | { is: 'notTold' }
  /** The record of this case was changed in the database by something else than Convene. */
  | { is: 'recordAltered' }
  /** The night could not look at everything in these cases; it looks again the next night. */
  | { is: 'nightFailed'; cases: string[] }
  /** The panel's event was deleted in the calendar: of the open session for the victim, or of the closed one. */
  | { is: 'eventGone'; session: 'open' | 'closed' }
  /** The same, found when it was to be moved: a new one was made and everybody invited again. */
  | { is: 'eventMadeAnew'; session: 'open' | 'closed' }
  /** Who stands in the channel without a part in the case, counted; and who has one and is not there, by person id. */
  | { is: 'channelDrift'; strangers: number; missing: string[] }
  /** A partnership file older than the directory in force was loaded by a start and not taken. */
  | { is: 'olderDirectory'; why: Older }
  /** What the new directory means for this case could not be worked out or written; it is tried again on the next day. */
  | { is: 'notReconciled' }
  /** People of this case left the directory: what became of their places. */
  | { is: 'placesTaken'; actions: { action: string; by: string }[]; panel: boolean; chairLeft: boolean };

/**
 * The same notice to each, by chat to people of the host and by mail to others; `by` mail to all where Teams itself is the
 * trouble. `key` is unique for what is told; `caseId` null: no case.
 */
export const noticesTo = (
  people: Person[],
  told: { key: string; caseId: string | null; notice: Notice },
  by: 'chat' | 'mail' = 'chat',
): Effect[] =>
  people.map((person) => ({
    kind: 'notice',
    key: `notice/${told.key}/${person.id}`,
    lane: person.host && by === 'chat' ? lanes.chat(person.id) : lanes.mail(person.id),
    caseId: told.caseId ?? '',
    to: person.id,
    notice: told.notice,
  }));
