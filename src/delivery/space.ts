import { unarchiveChannel } from '../graph/channels.ts';
import { getRemote, putRemote } from '../store/remote.ts';
import { lookAt, startOperation } from './operations.ts';
import { caseOf, type SenderParts } from './parts.ts';
import { remoteKeys, type Space } from './remotes.ts';
import type { Sent, Wait } from './sender.ts';
import { Undeliverable } from './undeliverable.ts';

export const findSpace = (parts: SenderParts, caseId: string): Promise<Space | null> =>
  getRemote<Space>(parts.db, remoteKeys.space(caseId));

export const keepSpace = (parts: SenderParts, caseId: string, space: Space): Promise<void> =>
  putRemote(parts.db, remoteKeys.space(caseId), 'space', caseId, space);

/** Whatever goes into the channel waits until it stands: no try is counted meanwhile. */
export async function spaceReady(parts: SenderParts, caseId: string): Promise<Wait | null> {
  const space = await findSpace(parts, caseId);
  return space === null ? { inMs: 60_000, why: 'The channel of the case does not stand yet.' } : null;
}

/**
 * The case's channel, open for posting. Where the case was opened again its archived channel is too, which takes Teams a
 * while; where the case is closed, nothing more goes there. `instead` is then the sender's answer.
 */
export async function openedSpace(parts: SenderParts, caseId: string): Promise<Space | { instead: Sent }> {
  const space = await findSpace(parts, caseId);
  if (space === null) throw new Undeliverable('noSpace', 'The case has no channel.');
  if (!space.archived) return space;
  if ((await caseOf(parts, caseId)).review.stage === 'closed')
    return { instead: { kind: 'sent', note: 'The case is closed and its channel archived: nothing more goes there.' } };
  let looked = await lookAt(parts, caseId, 'reopening');
  if (looked.kind === 'none') {
    const operation = await unarchiveChannel(parts.graph, space.teamId, space.channelId);
    await startOperation(parts, caseId, 'reopening', operation);
    looked = await lookAt(parts, caseId, 'reopening');
  }
  if (looked.kind === 'running') return { instead: looked.later };
  if (looked.kind === 'over' && looked.ok) {
    const open = { ...space, archived: false };
    await keepSpace(parts, caseId, open);
    return open;
  }
  throw new Undeliverable('notReopened', 'Teams could not open the archived channel again.');
}
