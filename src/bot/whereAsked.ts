import type { Turn } from './handle.ts';
import { isPersonal } from './incoming.ts';
import type { BotParts } from './parts.ts';

export const ASK_IN_CHAT =
  'I answer that in our own chat, so that nobody else reads about your cases here. In the channel of a case I answer about that case.';

/**
 * Which cases may be spoken of here: all of the person's own in the chat with the bot; in a case's channel that case alone,
 * because everyone in the channel reads the answer; nowhere else any.
 */
export async function casesHere(parts: BotParts, { activity }: Turn): Promise<'all' | 'none' | { only: string }> {
  if (isPersonal(activity)) return 'all';
  const channel = activity.channelData?.channel?.id ?? activity.conversation.id.split(';')[0] ?? '';
  const reference = await parts.caseOfChannel(channel);
  return reference === null ? 'none' : { only: reference };
}
