import { GraphFault } from '../../graph/fault.ts';
import { addMember, listMembers, removeMember } from '../../graph/members.ts';
import { getRemote, putRemote } from '../../store/remote.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { remoteKeys, type Space } from '../remotes.ts';
import { inSpace, spaceReady } from '../space.ts';
import type { Sender, Sent } from '../sender.ts';

/** Brings the channel's members in line with who takes part in the case. */
export function syncMembers(parts: SenderParts): Sender<'syncMembers'> {
  return {
    ready: ({ caseId }) => spaceReady(parts, caseId),
    send: ({ caseId }) => bringMembers(parts, caseId),
  };
}

/**
 * Adds who is missing and takes out whom we once added and who no longer takes part; people whom the council added by hand
 * stay. A person who cannot be added does not keep the others out: the coordinator is told.
 */
export const bringMembers = (parts: SenderParts, caseId: string): Promise<Sent> =>
  inSpace(parts, caseId, (space) => bringInto(parts, caseId, space));

async function bringInto(parts: SenderParts, caseId: string, space: Space): Promise<Sent> {
  // The members of a standard channel are those of the team.
  if (space.type === 'standard') return { kind: 'sent' };
  const { partnership } = await caseOf(parts, caseId);
  const wanted = await parts.membersOf(caseId);
  const present = await listMembers(parts.graph, space.teamId, space.channelId);
  const ours = new Set(await getRemote<string[]>(parts.db, remoteKeys.members(caseId)));
  const keep = () => putRemote(parts.db, remoteKeys.members(caseId), 'members', caseId, [...ours]);

  let notAdded = 0;
  for (const { objectId, tenantId } of wanted) {
    if (present.some((member) => member.objectId === objectId)) continue;
    const outside = tenantId !== partnership.authority.tenantId;
    // Kept first: should the answer be lost, we still know that we put them there.
    ours.add(objectId);
    await keep();
    if (!(await added(parts, space, outside ? { objectId, tenantId } : { objectId }))) notAdded += 1;
  }
  const leaving = present.filter(
    ({ objectId }) => ours.has(objectId) && !wanted.some((one) => one.objectId === objectId),
  );
  for (const { membershipId, objectId } of leaving) {
    await removeMember(parts.graph, space, membershipId);
    ours.delete(objectId);
    await keep();
  }
  if (notAdded === 0) return { kind: 'sent' };
  const people = notAdded === 1 ? 'One person' : `${String(notAdded)} people`;
  const trouble = `${people} of the case could not be added to its channel. Please check their accounts, and add them in Teams.`;
  return { kind: 'sent', note: trouble, trouble };
}

/** False when Graph will not have this person (account disabled, or their organisation not connected). */
async function added(
  parts: SenderParts,
  space: { teamId: string; channelId: string },
  person: { objectId: string; tenantId?: string },
): Promise<boolean> {
  try {
    await addMember(parts.graph, space, person);
    return true;
  } catch (fault) {
    if (fault instanceof GraphFault && (fault.kind === 'refused' || fault.status === 404)) return false;
    throw fault;
  }
}
