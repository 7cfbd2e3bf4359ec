import { listMembers, type ChannelMember } from '../graph/members.ts';
import type { Tx } from '../store/database.ts';
import { anyOpen } from '../store/outbox.ts';
import { getRemote, putRemote } from '../store/remote.ts';
import { caseOf, type SenderParts } from './parts.ts';
import { remoteKeys, type Space } from './remotes.ts';
import { findSpace } from './space.ts';

/** Object ids of those whom we put into the case's channel, and so may take out. */
export async function oursIn(parts: Pick<SenderParts, 'db'>, caseId: string, space: Space): Promise<Set<string>> {
  const brought = await getRemote<string[]>(parts.db, remoteKeys.members(caseId));
  return new Set([...(brought ?? []), ...(space.owner === undefined ? [] : [space.owner])]);
}

export const keepOurs = (parts: Pick<SenderParts, 'db'>, caseId: string, ours: Set<string>): Promise<void> =>
  putRemote(parts.db, remoteKeys.members(caseId), 'members', caseId, [...ours]);

/** What was found out of line before and told, so that it is told once: object ids and person ids. */
interface Found {
  strangers: string[];
  missing: string[];
}
export interface Drift {
  /** How many people without a part in the case are new in the channel. */
  strangers: number;
  /** Person ids of those newly found missing. */
  missing: string[];
  /** Somebody whom we brought in has no part any more and is still there. */
  overdue: boolean;
  /** Keeps what was found, in the transaction that tells it. */
  keep: (tx: Tx) => Promise<void>;
}

/**
 * Reads who stands in the case's channel and compares it with who takes part; null where the channel has no roster of its own or
 * is still being brought in line. Of a closed case nobody is missed.
 */
export async function readDrift(parts: SenderParts, caseId: string): Promise<Drift | null> {
  const space = await findSpace(parts, caseId);
  // A standard channel shows itself to the whole team.
  if (space === null || space.type === 'standard') return null;
  if (await anyOpen(parts.db, caseId, ['openSpace', 'syncMembers'])) return null;
  const { review } = await caseOf(parts, caseId);
  const [wanted, ours] = [await parts.membersOf(caseId), await oursIn(parts, caseId, space)];
  const present = await listMembers(parts.graph, space.teamId, space.channelId);
  const unwanted = present.filter(({ objectId }) => !wanted.some((person) => person.objectId === objectId));
  const missing = review.stage === 'closed' ? [] : wanted.filter((person) => !stands(present, person.objectId));
  const now: Found = {
    strangers: unwanted.map(({ objectId }) => objectId).filter((id) => !ours.has(id)),
    missing: missing.map(({ id }) => id),
  };
  const before = (await getRemote<Found>(parts.db, remoteKeys.drift(caseId))) ?? { strangers: [], missing: [] };
  return {
    strangers: now.strangers.filter((id) => !before.strangers.includes(id)).length,
    missing: now.missing.filter((id) => !before.missing.includes(id)),
    overdue: unwanted.some(({ objectId }) => ours.has(objectId)),
    keep: (tx) => putRemote(tx, remoteKeys.drift(caseId), 'drift', caseId, now),
  };
}

const stands = (present: ChannelMember[], objectId: string): boolean =>
  present.some((member) => member.objectId === objectId);
