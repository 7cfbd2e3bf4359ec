import type { Agency, Partnership, Person } from '../domain/directory.ts';
import { inTransaction, type Db, type Tx } from './database.ts';
import { jsonText } from './values.ts';

/** Replaces the directory by the partnership given, which the door has parsed. */
export async function savePartnership(tx: Db | Tx, partnership: Partnership): Promise<void> {
  await inTransaction(tx, async (inner) => {
    const body = jsonText(partnership);
    await inner
      .insertInto('partnership')
      .values({ body })
      .onConflict((it) => it.column('single').doUpdateSet({ body }))
      .execute();
    await inner.deleteFrom('agencies').execute();
    await inner.deleteFrom('people').execute();
    const agencies = partnership.agencies.map((agency) => ({ id: agency.id, body: jsonText(agency) }));
    const people = partnership.people.map((person) => ({
      id: person.id,
      tenant_id: person.tenantId.toLowerCase(),
      object_id: person.objectId.toLowerCase(),
      body: jsonText(person),
    }));
    await inner.insertInto('agencies').values(agencies).execute();
    await inner.insertInto('people').values(people).execute();
  });
}

/** Directories read lately, by the digest of their content: the same whichever store they stand in. */
const read = new Map<string, Partnership>();
const KEPT = 8;

/**
 * The whole directory in one row; null before the first was saved. The store is asked each time which it is, and for its
 * content only where that is not known yet. Not to be changed by whoever gets it.
 */
export async function loadPartnership(db: Db | Tx): Promise<Partnership | null> {
  const now = await db.selectFrom('partnership').select('digest').executeTakeFirst();
  if (now === undefined) return null;
  const known = read.get(now.digest);
  if (known !== undefined) return known;
  const row = await db.selectFrom('partnership').select(['digest', 'body']).executeTakeFirst();
  if (row === undefined) return null;
  if (read.size >= KEPT) read.clear();
  read.set(row.digest, row.body);
  return row.body;
}

/** The person an activity comes from. Identity is the pair: an object id alone is not unique between tenants. */
export async function personByIdentity(db: Db | Tx, tenantId: string, objectId: string): Promise<Person | null> {
  const row = await db
    .selectFrom('people')
    .select('body')
    .where('tenant_id', '=', tenantId.toLowerCase())
    .where('object_id', '=', objectId.toLowerCase())
    .executeTakeFirst();
  return row?.body ?? null;
}

export async function personById(db: Db | Tx, id: string): Promise<Person | null> {
  const row = await db.selectFrom('people').select('body').where('id', '=', id).executeTakeFirst();
  return row?.body ?? null;
}

export async function agencyById(db: Db | Tx, id: string): Promise<Agency | null> {
  const row = await db.selectFrom('agencies').select('body').where('id', '=', id).executeTakeFirst();
  return row?.body ?? null;
}
