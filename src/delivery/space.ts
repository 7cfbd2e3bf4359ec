import { channelStands, unarchiveChannel } from '../graph/channels.ts';
import { GraphFault } from '../graph/fault.ts';
import type { Db, Tx } from '../store/database.ts';
import { getRemote, putRemote } from '../store/remote.ts';
import { fillAnew } from './anew.ts';
import { makeSpace } from './makeSpace.ts';
import { lookAt, startOperation } from './operations.ts';
import { caseOf, type SenderParts } from './parts.ts';
import { remoteKeys, type Space } from './remotes.ts';
import type { Sent, Wait } from './sender.ts';
import { TeamsFault } from './teamsFault.ts';
import { Undeliverable } from './undeliverable.ts';

export const findSpace = (parts: SenderParts, caseId: string): Promise<Space | null> =>
  getRemote<Space>(parts.db, remoteKeys.space(caseId));

export const keepSpace = (parts: { db: Db | Tx }, caseId: string, space: Space): Promise<void> =>
  putRemote(parts.db, remoteKeys.space(caseId), 'space', caseId, space);

/** Whatever goes into the channel waits until it stands: no try is counted meanwhile. */
export async function spaceReady(parts: SenderParts, caseId: string): Promise<Wait | null> {
  const space = await findSpace(parts, caseId);
  return space === null ? { inMs: 60_000, why: 'The channel of the case does not stand yet.' } : null;
}

/**
 * Does something in the case's channel. Where Teams does not know the place, Graph is asked whether the channel is gone, so
 * that the next try restores what can be restored. 404 alone tells nothing: it also comes just after a channel was made.
 */
export async function inSpace(
  parts: SenderParts,
  caseId: string,
  work: (space: Space) => Promise<Sent>,
): Promise<Sent> {
  const space = await openedSpace(parts, caseId);
  if ('instead' in space) return space.instead;
  try {
    return await work(space);
  } catch (fault) {
    if (isMissing(fault) && (await isGone(parts, space))) await keepSpace(parts, caseId, { ...space, gone: true });
    throw fault;
  }
}

export const isMissing = (fault: unknown): boolean =>
  (fault instanceof GraphFault || fault instanceof TeamsFault) && fault.status === 404;

export const isGone = async (parts: SenderParts, { teamId, channelId }: Space): Promise<boolean> =>
  !(await channelStands(parts.graph, teamId, channelId));

/**
 * The case's channel, open for posting. One that was deleted is taken up again once it is restored, or made anew as soon as its
 * name is free. Where the case was opened again its archived channel is too, which takes Teams a while; where the case is
 * closed, nothing more goes there. `instead` is then the sender's answer.
 */
async function openedSpace(parts: SenderParts, caseId: string): Promise<Space | { instead: Sent }> {
  const found = await findSpace(parts, caseId);
  if (found === null) throw new Undeliverable('noSpace', 'The case has no channel.');
  if (found.archived || found.gone === true) {
    if ((await caseOf(parts, caseId)).review.stage === 'closed')
      return {
        instead: { kind: 'sent', note: 'The case is closed and its channel with it: nothing more goes there.' },
      };
  }
  const space = found.gone === true ? await broughtBack(parts, caseId, found) : found;
  return 'instead' in space || !space.archived ? space : reopened(parts, caseId, space);
}

async function broughtBack(parts: SenderParts, caseId: string, lost: Space): Promise<Space | { instead: Sent }> {
  if (!(await isGone(parts, lost))) {
    const { gone: _, ...restored } = lost;
    await keepSpace(parts, caseId, restored);
    return restored;
  }
  const made = await makeSpace(parts, caseId);
  if ('instead' in made) return made;
  await fillAnew(parts, caseId, made);
  return made;
}

async function reopened(parts: SenderParts, caseId: string, space: Space): Promise<Space | { instead: Sent }> {
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
