import type { Day } from '../calendar/isoDate.ts';
import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

/** One local setting from a day on. Settings are only added: a correction is a later row for the same day. */
export interface NewSetting {
  authority: string;
  key: string;
  value: unknown;
  effectiveOn: Day;
  /** Person id. */
  by: string;
  at: Date;
  reason?: string;
}
export interface StoredSetting {
  key: string;
  value: unknown;
  effectiveOn: Day;
  by: string;
  at: Date;
  reason: string | null;
}

/** What holds for an authority on a day: for each key the latest row in force, the last added first among equals. */
export async function settingsOn(db: Db | Tx, authority: string, day: Day): Promise<Record<string, unknown>> {
  const rows = await db
    .selectFrom('settings')
    .select(['key', 'value'])
    .where('authority', '=', authority)
    .where('effective_on', '<=', day)
    .orderBy('effective_on')
    .orderBy('id')
    .execute();
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

export async function addSetting(tx: Db | Tx, setting: NewSetting): Promise<void> {
  const { authority, key, value, effectiveOn, by, at, reason } = setting;
  await tx
    .insertInto('settings')
    .values({ authority, key, value: jsonText(value), effective_on: effectiveOn, by, at, reason: reason ?? null })
    .execute();
}

/** Every change of an authority's settings, in the order they were made. */
export async function settingsHistory(db: Db | Tx, authority: string): Promise<StoredSetting[]> {
  return db
    .selectFrom('settings')
    .select(['key', 'value', 'effective_on as effectiveOn', 'by', 'at', 'reason'])
    .where('authority', '=', authority)
    .orderBy('id')
    .execute();
}
