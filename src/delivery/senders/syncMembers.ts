import { GraphFault } from '../../graph/fault.ts';
import { addMember, listMembers, makeOwner, removeMember, type ChannelMember } from '../../graph/members.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { coordinatorOf } from '../people.ts';
import type { Space } from '../remotes.ts';
import { keepOurs, oursIn } from '../roster.ts';
import { findSpace, inSpace, spaceReady } from '../space.ts';
import type { Sender, Sent } from '../sender.ts';

/** Brings the channel's members in line with who takes part in the case. */
export function syncMembers(parts: SenderParts): Sender<'syncMembers'> {
  return {
    async ready({ caseId }) {
      const { review } = await caseOf(parts, caseId);
      return review.stage === 'closed' ? null : spaceReady(parts, caseId);
    },
    async send({ caseId }) {
      const { review } = await caseOf(parts, caseId);
      return review.stage === 'closed' ? leaveOnly(parts, caseId) : bringMembers(parts, caseId);
    },
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
  const ours = await oursIn(parts, caseId, space);

  let notAdded = 0;
  for (const { objectId, tenantId } of wanted) {
    if (present.some((member) => member.objectId === objectId)) continue;
    const outside = tenantId !== partnership.authority.tenantId;
    // Kept first: should the answer be lost, we still know that we put them there.
    await keepOurs(parts, caseId, ours.add(objectId));
    if (!(await added(parts, space, outside ? { objectId, tenantId } : { objectId }))) notAdded += 1;
  }
  await takeOut(parts, caseId, space, { present, ours });
  if (notAdded === 0) return { kind: 'sent' };
  const people = notAdded === 1 ? 'One person' : `${String(notAdded)} people`;
  const trouble = `${people} of the case could not be added to its channel. Please check their accounts, and add them in Teams.`;
  return { kind: 'sent', note: trouble, trouble };
}

/** A closed case takes nobody in; who has no part any more is taken out of its archived channel, which Teams allows. */
async function leaveOnly(parts: SenderParts, caseId: string): Promise<Sent> {
  const space = await findSpace(parts, caseId);
  if (space === null || space.type === 'standard') return { kind: 'sent', note: 'The case has no channel of its own.' };
  const present = await listMembers(parts.graph, space.teamId, space.channelId);
  await takeOut(parts, caseId, space, { present, ours: await oursIn(parts, caseId, space) });
  return { kind: 'sent' };
}

interface Roster {
  present: ChannelMember[];
  /** Object ids of those whom we brought in. */
  ours: Set<string>;
}

/** Takes out whom we brought in and who takes no part any more. A channel must keep an owner: the coordinator becomes one first. */
async function takeOut(parts: SenderParts, caseId: string, space: Space, { present, ours }: Roster): Promise<void> {
  const wanted = new Set((await parts.membersOf(caseId)).map(({ objectId }) => objectId));
  const leaving = present.filter(({ objectId }) => ours.has(objectId) && !wanted.has(objectId));
  const owned = present.some((member) => member.owner && !leaving.includes(member));
  if (leaving.some(({ owner }) => owner) && !owned) await giveOwner(parts, caseId, space, ours);
  for (const { membershipId, objectId } of leaving) {
    await removeMember(parts.graph, space, membershipId);
    ours.delete(objectId);
    await keepOurs(parts, caseId, ours);
  }
}

async function giveOwner(parts: SenderParts, caseId: string, space: Space, ours: Set<string>): Promise<void> {
  const { objectId } = coordinatorOf((await caseOf(parts, caseId)).partnership);
  // Read again: the coordinator may have been let in a moment ago.
  const now = await listMembers(parts.graph, space.teamId, space.channelId);
  const held = now.find((member) => member.objectId === objectId);
  if (held !== undefined) return makeOwner(parts.graph, space, held.membershipId);
  await keepOurs(parts, caseId, ours.add(objectId));
  await addMember(parts.graph, space, { objectId }, { owner: true });
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
