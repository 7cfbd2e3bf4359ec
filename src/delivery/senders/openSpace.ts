import { createChannel, findChannel } from '../../graph/channels.ts';
import { GraphFault } from '../../graph/fault.ts';
import { lookAt, startOperation } from '../operations.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { coordinatorOf } from '../people.ts';
import { findSpace, keepSpace } from '../space.ts';
import type { Sender, Sent } from '../sender.ts';
import { bringMembers } from './syncMembers.ts';

/**
 * Makes the case's channel, named by the reference alone, and brings its people in. Graph offers no key for creating, so an
 * earlier result is looked for first: in what we remember, in the operation under way, and in the team by name.
 */
export function openSpace(parts: SenderParts): Sender<'openSpace'> {
  return {
    async send({ caseId }) {
      if ((await findSpace(parts, caseId)) === null) {
        const wait = await makeSpace(parts, caseId);
        if (wait !== null) return wait;
      }
      return bringMembers(parts, caseId);
    },
  };
}

async function makeSpace(parts: SenderParts, caseId: string): Promise<Sent | null> {
  const { partnership } = await caseOf(parts, caseId);
  const { teamId, channelType: type } = partnership.authority;
  const stands = async (channelId: string): Promise<null> => {
    await keepSpace(parts, caseId, { teamId, channelId, type, archived: false });
    return null;
  };

  const before = await lookAt(parts, caseId, 'making');
  if (before.kind === 'running') return before.later;
  if (before.kind === 'over' && before.ok && before.targetId !== undefined) return stands(before.targetId);
  const earlier = await findChannel(parts.graph, teamId, caseId);
  if (earlier !== null) return stands(earlier.id);

  const owner = coordinatorOf(partnership).objectId;
  const made = await createChannel(parts.graph, { teamId, name: caseId, type, owner }).catch((fault: unknown) => {
    throw notListedYet(fault);
  });
  if ('channelId' in made) return stands(made.channelId);
  await startOperation(parts, caseId, 'making', made.operation);
  const after = await lookAt(parts, caseId, 'making');
  if (after.kind === 'running') return after.later;
  if (after.kind === 'over' && after.ok && after.targetId !== undefined) return stands(after.targetId);
  throw new GraphFault({ status: 202, code: 'channelNotMade', kind: 'lag' });
}

/** The name is taken though the team does not list it: our lost earlier try may show a little later. */
function notListedYet(fault: unknown): unknown {
  const taken = fault instanceof GraphFault && fault.code === 'NameAlreadyExists';
  return taken ? new GraphFault({ status: fault.status, code: fault.code, kind: 'lag' }) : fault;
}
