import { createChannel, findChannel } from '../graph/channels.ts';
import { GraphFault } from '../graph/fault.ts';
import { lookAt, startOperation } from './operations.ts';
import { caseOf, type SenderParts } from './parts.ts';
import { coordinatorOf } from './people.ts';
import type { Space } from './remotes.ts';
import type { Sent } from './sender.ts';

/**
 * Makes the case's channel, named by the reference alone; `instead` while Teams is at work on it. Graph offers no key for
 * creating, so an earlier result is looked for first: in the operation under way, and in the team by name.
 */
export async function makeSpace(parts: SenderParts, caseId: string): Promise<Space | { instead: Sent }> {
  const { partnership } = await caseOf(parts, caseId);
  const { teamId, channelType: type } = partnership.authority;
  const owner = coordinatorOf(partnership).objectId;
  const standing = (channelId: string): Space => ({ teamId, channelId, type, archived: false, owner });

  const before = await lookAt(parts, caseId, 'making');
  if (before.kind === 'running') return { instead: before.later };
  if (before.kind === 'over' && before.ok && before.targetId !== undefined) return standing(before.targetId);
  const earlier = await findChannel(parts.graph, teamId, caseId);
  if (earlier !== null) return standing(earlier.id);

  const made = await createChannel(parts.graph, { teamId, name: caseId, type, owner }).catch((fault: unknown) => {
    throw notListedYet(fault);
  });
  if ('channelId' in made) return standing(made.channelId);
  await startOperation(parts, caseId, 'making', made.operation);
  const after = await lookAt(parts, caseId, 'making');
  if (after.kind === 'running') return { instead: after.later };
  if (after.kind === 'over' && after.ok && after.targetId !== undefined) return standing(after.targetId);
  throw new GraphFault({ status: 202, code: 'channelNotMade', kind: 'lag' });
}

/** The name is taken though the team does not list it: our lost earlier try may show a little later, or the channel was deleted. */
function notListedYet(fault: unknown): unknown {
  const taken = fault instanceof GraphFault && fault.code === 'NameAlreadyExists';
  return taken ? new GraphFault({ status: fault.status, code: fault.code, kind: 'lag' }) : fault;
}
