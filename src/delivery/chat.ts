import type { Person } from '../domain/directory.ts';
import type { Activity } from 'botbuilder';
import { deleteRemote, getRemote, putRemote } from '../store/remote.ts';
import { onceMore } from './onceMore.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys } from './remotes.ts';
import type { Attempt } from './sender.ts';
import type { Posted } from './teams.ts';
import { TeamsFault } from './teamsFault.ts';

/** The 1:1 chat with a person of the host, opened once and remembered. Teams gives the same chat however often it is asked. */
async function chatOf(parts: SenderParts, person: Person): Promise<string> {
  const key = remoteKeys.chat(person.id);
  const known = await getRemote<{ objectId: string; conversationId: string }>(parts.db, key);
  if (known?.objectId === person.objectId) return known.conversationId;
  const conversationId = await parts.teams.chatWith(person.objectId);
  await putRemote(parts.db, key, 'chat', null, { objectId: person.objectId, conversationId });
  return conversationId;
}

/** Posts into the chat with a person of the host. A chat that is not there any more is opened anew with the next try. */
export async function postToChat(
  parts: SenderParts,
  person: Person,
  { effect, attempt }: { effect: { key: string; caseId: string }; attempt: Attempt },
  activity: Partial<Activity>,
): Promise<Posted> {
  const chat = await chatOf(parts, person);
  try {
    return await onceMore(parts, effect, attempt, chat, () => parts.teams.post(chat, activity));
  } catch (fault) {
    if (fault instanceof TeamsFault && fault.status === 404) await deleteRemote(parts.db, remoteKeys.chat(person.id));
    throw fault;
  }
}
