import type { Day } from '../calendar/isoDate.ts';
import type { Person } from './directory.ts';
import { lanes, type Effect } from './effects.ts';

/**
 * A word to somebody that no card of a case can tell: it is about no case at all, or about one that cannot be read. Days and
 * references alone; the words are put to it when it is sent.
 */
export type Notice =
  /** Bank holidays are known no further than this: a date beyond it cannot be worked out. */
  | { is: 'calendarEnds'; lastDay: Day }
  /** What was due in this case could not be worked out or written; it is tried again on the next day. */
  | { is: 'caseNotSwept' }
  /** This case's application names the same victim and incidents as these earlier ones. */
  | { is: 'looksLike'; references: string[] };

/** The same notice to each, by chat to people of the host and by mail to others. `key` is unique for what is told; `caseId` null: no case. */
export const noticesTo = (people: Person[], told: { key: string; caseId: string | null; notice: Notice }): Effect[] =>
  people.map((person) => ({
    kind: 'notice',
    key: `notice/${told.key}/${person.id}`,
    lane: person.host ? lanes.chat(person.id) : lanes.mail(person.id),
    caseId: told.caseId ?? '',
    to: person.id,
    notice: told.notice,
  }));
