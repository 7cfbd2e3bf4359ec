import { lanes, matterKey, type Effect } from '../domain/effects.ts';
import { inTransaction } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { deleteRemote, remotesOf } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys, type PostedCard, type Space } from './remotes.ts';
import { keepSpace } from './space.ts';

/**
 * A channel made in place of one that is gone: what stood in the old one is forgotten, and its people and the cards of its
 * matters are put into the lane once more, all in one transaction.
 */
export async function fillAnew(parts: SenderParts, caseId: string, space: Space): Promise<void> {
  const lane = lanes.space(caseId);
  await inTransaction(parts.db, async (tx) => {
    const effects: Effect[] = [{ kind: 'syncMembers', key: `members/${caseId}/anew/${space.channelId}`, lane, caseId }];
    for (const { key, kind, ref } of await remotesOf(tx, caseId)) {
      const { in: where, matter } = ref as PostedCard;
      if (kind !== 'card' || where !== 'channel') continue;
      await deleteRemote(tx, key);
      const anew = `card/${caseId}/${matterKey(matter ?? { is: 'case' })}/anew/${space.channelId}`;
      effects.push({ kind: 'card', key: anew, lane, caseId, matter: matter ?? { is: 'case' } });
    }
    await deleteRemote(tx, remoteKeys.members(caseId));
    await deleteRemote(tx, remoteKeys.folder(caseId));
    await keepSpace({ ...parts, db: tx }, caseId, space);
    const messages = effects.map((payload) => ({ ...payload, payload }));
    await enqueue(tx, messages, parts.now());
  });
}
