import type { Day } from '../calendar/isoDate.ts';
import type { Db, Tx } from './database.ts';

/**
 * Takes a piece of the night's work for a day; false where it was begun already, by this process before it was restarted or by
 * another replica. Work that was begun and not ended comes up again the next night.
 */
export async function beginNightWork(
  db: Db | Tx,
  { task, about = '', day }: { task: string; about?: string; day: Day },
): Promise<boolean> {
  const row = await db
    .insertInto('night_work')
    .values({ task, about, day })
    .onConflict((it) => it.columns(['task', 'about']).doUpdateSet({ day }).where('night_work.day', '<', day))
    .returning('task')
    .executeTakeFirst();
  return row !== undefined;
}
