import { addDays, type Day } from '../calendar/isoDate.ts';
import { noticesTo, type Notice } from '../domain/notices.ts';
import { coordinatorsOf } from '../domain/whoIsWho.ts';
import { inTransaction } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { messageOf } from './commitEvents.ts';
import type { Deps } from './deps.ts';
import { partnershipIn } from './standing.ts';

/** Calendar days before an end at which it begins to be told: time for a new version to be made and installed. */
const WARNED_BEFORE = 180;

type NearEnd = Extract<Notice, { lastDay: Day }>;

/**
 * What of the calendar ends soon, told to each coordinator once: the last day whose bank holidays are proclaimed, and the
 * last day that can be worked out at all. Run again it tells nothing twice. Returns what is near, for the log.
 */
export async function warnOfCalendar(deps: Deps, today: Day): Promise<NearEnd[]> {
  const { authority, ...partnership } = await partnershipIn(deps.db);
  const calendar = deps.calendarFor(deps.policyFor(authority.procedure, authority.settings).policy);
  const ends: NearEnd[] = [
    { is: 'calendarProvisional', lastDay: calendar.lastProclaimed },
    { is: 'calendarEnds', lastDay: calendar.lastCovered },
  ];
  const near = ends.filter(({ lastDay }) => today >= addDays(lastDay, -WARNED_BEFORE));
  const told = near.flatMap((notice) =>
    noticesTo(coordinatorsOf({ authority, ...partnership }), {
      key: `${notice.is}/${notice.lastDay}`,
      caseId: null,
      notice,
    }),
  );
  const added = await inTransaction(deps.db, (tx) => enqueue(tx, told.map(messageOf), deps.now()));
  if (added > 0) deps.wake();
  return near;
}
