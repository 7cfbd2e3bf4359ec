import type { Db, Tx } from './database.ts';

/** Who looked at what: kept beside the events, because looking is disclosure too. `what` names a thing, not its content. */
export interface View {
  person: string;
  caseId: string | null;
  what: string;
  at: Date;
  /** Whether they got to see it; whoever was refused asked all the same. */
  outcome: 'shown' | 'refused';
}

/** Keeps looks, several in one go. */
export async function recordViews(db: Db | Tx, views: readonly View[]): Promise<void> {
  if (views.length === 0) return;
  const rows = views.map(({ person, caseId, what, at, outcome }) => ({ person, case_id: caseId, what, at, outcome }));
  await db.insertInto('audit_views').values(rows).execute();
}

/** Every look at a case, first first. */
export async function viewsOf(db: Db | Tx, caseId: string): Promise<View[]> {
  return db
    .selectFrom('audit_views')
    .select(['person', 'case_id as caseId', 'what', 'at', 'outcome'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
}
