import type { Person } from '../domain/directory.ts';
import { getRemote, putRemote } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys } from './remotes.ts';

/** The 1:1 chat with a person of the host, opened once and remembered. Teams gives the same chat however often it is asked. */
export async function chatOf(parts: SenderParts, person: Person): Promise<string> {
  const key = remoteKeys.chat(person.id);
  const known = await getRemote<{ objectId: string; conversationId: string }>(parts.db, key);
  if (known?.objectId === person.objectId) return known.conversationId;
  const conversationId = await parts.teams.chatWith(person.objectId);
  await putRemote(parts.db, key, 'chat', null, { objectId: person.objectId, conversationId });
  return conversationId;
}
