import type { Db, Tx } from './database.ts';

/** Who looked at what: kept beside the events, because looking is disclosure too. `what` names a thing, not its content. */
export interface View {
  person: string;
  caseId: string | null;
  what: string;
  at: Date;
}

export async function recordView(db: Db | Tx, { person, caseId, what, at }: View): Promise<void> {
  await db.insertInto('audit_views').values({ person, case_id: caseId, what, at }).execute();
}

/** Every look at a case, first first. */
export async function viewsOf(db: Db | Tx, caseId: string): Promise<View[]> {
  return db
    .selectFrom('audit_views')
    .select(['person', 'case_id as caseId', 'what', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
}
