import { remoteKeys, type PostedCard, type Space } from './delivery/remotes.ts';
import { membersOf } from './domain/authority.ts';
import type { Partnership } from './domain/directory.ts';
import { matterKey } from './domain/effects.ts';
import type { Joined } from './compose.ts';
import type { Swept } from './operations/sweep.ts';
import type { Place } from './rehearsal/desk/protocol.ts';
import { loadCase } from './store/cases.ts';
import { getRemote } from './store/remote.ts';

/** Where the first who heard a nudge reads it: the host's people in their chat, members in the matter's thread, others in their mail. */
export async function placeOfNudge(
  joined: Joined,
  { caseId, matter, to: [who] }: Swept['nudges'][number],
  partnership: Partnership,
  chatIdOf: (person: string) => string | null,
): Promise<Place | undefined> {
  if (who === undefined) return undefined;
  const chat = chatIdOf(who);
  if (chat !== null) return { person: who, where: 'chat', id: chat };
  const place = await placeOfPerson(joined, caseId, who, partnership, chatIdOf);
  const card = place.where === 'channel' ? await placeOfCard(joined, caseId, matterKey(matter), who, chatIdOf) : null;
  return card !== null && card.id === place.id ? card : place;
}

/** Where the posted card of a matter stands for this person. */
export async function placeOfCard(
  joined: Joined,
  caseId: string,
  matter: string,
  who: string,
  chatIdOf: (person: string) => string | null,
): Promise<Place | null> {
  const posted = await getRemote<PostedCard>(joined.deps.db, `card/${caseId}/${matter}`);
  if (!posted) return null;
  const channel = posted.conversationId.split(';')[0] ?? posted.conversationId;
  const where = channel === chatIdOf(who) ? 'chat' : 'channel';
  return { person: who, where, id: channel, activityId: posted.activityId };
}

/** The case's channel for its members while it can be written in, else the person's own chat, else their mail. */
export async function placeOfPerson(
  joined: Joined,
  caseId: string,
  who: string,
  partnership: Partnership,
  chatIdOf: (person: string) => string | null,
): Promise<Place> {
  const stored = await loadCase(joined.deps.db, caseId);
  const space = await getRemote<Space>(joined.deps.db, remoteKeys.space(caseId));
  const isMember = stored !== null && membersOf(stored.review, partnership).some((person) => person.id === who);
  if (space && !space.archived && isMember) return { person: who, where: 'channel', id: space.channelId };
  const chat = chatIdOf(who);
  return chat === null ? { person: who, where: 'mail' } : { person: who, where: 'chat', id: chat };
}
