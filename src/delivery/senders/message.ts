import type { Matter } from '../../domain/effects.ts';
import { getRemote } from '../../store/remote.ts';
import { textActivity } from '../activities.ts';
import { postToChat } from '../chat.ts';
import { onceMore } from '../onceMore.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { personOf } from '../people.ts';
import { remoteKeys, type PostedCard } from '../remotes.ts';
import { inSpace, isGone, isMissing, spaceReady } from '../space.ts';
import type { Sender } from '../sender.ts';
import { together, WENT_TOGETHER } from '../together.ts';
import { Undeliverable } from '../undeliverable.ts';

/** A short message to one person: in their chat where they have the app, else a mention in the thread of the matter. */
export function message(parts: SenderParts): Sender<'message'> {
  return {
    async ready({ caseId, to }) {
      const { partnership } = await caseOf(parts, caseId);
      return personOf(partnership, to).host ? null : spaceReady(parts, caseId);
    },
    async send(effect, attempt) {
      const { partnership } = await caseOf(parts, effect.caseId);
      const person = personOf(partnership, effect.to);
      const all = await together(parts, effect);
      if (all === null) return WENT_TOGETHER;
      const written = await parts.writeMessage(all);
      if (written === null) return { kind: 'sent', note: 'There was nothing to say.' };
      if (person.host) {
        await postToChat(parts, person, { effect, attempt }, textActivity(written.text, written.mentions));
        return { kind: 'sent' };
      }
      if (!(await parts.membersOf(effect.caseId)).some(({ id }) => id === person.id)) {
        throw new Undeliverable(
          'notInChannel',
          'The person has no chat with the app and is not in the case’s channel.',
        );
      }
      const mentions = written.mentions.some(({ id }) => id === person.id)
        ? written.mentions
        : [person, ...written.mentions];
      const activity = textActivity(written.text, mentions);
      return inSpace(parts, effect.caseId, async (space) => {
        const thread = await threadOf(parts, effect.caseId, effect.matter);
        const toChannel = () => parts.teams.postToChannel(space.channelId, activity);
        await onceMore(parts, effect, attempt, space.channelId, () =>
          thread === null
            ? toChannel()
            : parts.teams.post(thread, activity).catch(async (fault: unknown) => {
                // Somebody deleted the card that the thread begins with.
                if (!isMissing(fault) || (await isGone(parts, space))) throw fault;
                return toChannel();
              }),
        );
        return { kind: 'sent' };
      });
    },
  };
}

/** The matter's thread in the channel, or that of the case card where the matter has none there. */
async function threadOf(parts: SenderParts, caseId: string, matter: Matter): Promise<string | null> {
  for (const one of [matter, { is: 'case' } as const]) {
    const posted = await getRemote<PostedCard>(parts.db, remoteKeys.card(caseId, one));
    if (posted?.in === 'channel') return posted.conversationId;
  }
  return null;
}
