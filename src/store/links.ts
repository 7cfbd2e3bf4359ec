import type { Db, Tx } from './database.ts';
import { jsonText } from './values.ts';

/** A personal link to one form. Only the SHA-256 of its token (hex) is kept: the store cannot give the link away. */
export interface PersonalLink<T = unknown> {
  tokenHash: string;
  caseId: string;
  person: string;
  purpose: string;
  data: T;
  expiresAt: Date;
}

export async function addLink(tx: Db | Tx, link: PersonalLink): Promise<void> {
  await tx
    .insertInto('links')
    .values({
      token_hash: link.tokenHash,
      case_id: link.caseId,
      person: link.person,
      purpose: link.purpose,
      data: jsonText(link.data),
      expires_at: link.expiresAt,
    })
    .execute();
}

/** The link behind a token's hash; null when unknown, expired or revoked, which a caller cannot tell apart. */
export async function findLink<T = unknown>(
  db: Db | Tx,
  tokenHash: string,
  now: Date,
): Promise<PersonalLink<T> | null> {
  const row = await db
    .selectFrom('links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('revoked', '=', false)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { case_id: caseId, person, purpose, data, expires_at: expiresAt } = row;
  return { tokenHash, caseId, person, purpose, data: data as T, expiresAt };
}

/** Ends every link of a case at once. Returns how many were open. */
export async function revokeLinks(db: Db | Tx, caseId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('links')
    .set({ revoked: true })
    .where('case_id', '=', caseId)
    .where('revoked', '=', false)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
