import { deleteRemote, getRemote, putRemote } from '../../store/remote.ts';
import { cardActivity, printOf } from '../activities.ts';
import { chatOf } from '../chat.ts';
import { onceMore } from '../onceMore.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { chatPersonOf } from '../people.ts';
import { remoteKeys, type PostedCard } from '../remotes.ts';
import { openedSpace, spaceReady } from '../space.ts';
import type { EffectOf, Sender } from '../sender.ts';
import type { Posted } from '../teams.ts';
import { TeamsFault } from '../teamsFault.ts';

/** Posts the card of a matter in its own thread (or its owner's chat), or brings the posted one up to date in place. */
export function card(parts: SenderParts): Sender<'card'> {
  return {
    async ready({ caseId, matter }) {
      const { review, partnership } = await caseOf(parts, caseId);
      return chatPersonOf(matter, review, partnership) === null ? spaceReady(parts, caseId) : null;
    },
    async send(effect, attempt) {
      const { caseId, matter } = effect;
      const drawn = await parts.draw(caseId, matter);
      if (drawn === null) return { kind: 'sent', note: 'There was nothing to show.' };
      const activity = cardActivity(drawn);
      const print = printOf(activity);
      const key = remoteKeys.card(caseId, matter);
      const { review, partnership } = await caseOf(parts, caseId);
      const person = chatPersonOf(matter, review, partnership);
      const earlier = await getRemote<PostedCard>(parts.db, key);
      if (earlier?.print === print) return { kind: 'sent', note: 'The card was up to date.' };

      const space = person === null ? await openedSpace(parts, caseId) : null;
      if (space !== null && 'instead' in space) return space.instead;
      const keep = (posted: Posted) => {
        const kept: PostedCard = { ...posted, print, in: person === null ? 'channel' : 'chat' };
        return putRemote(parts.db, key, 'card', caseId, kept);
      };
      if (earlier !== null && (await updated(parts, effect, earlier, activity))) {
        await keep(earlier);
        return { kind: 'sent' };
      }
      const posted = await onceMore(parts, effect, attempt, async () =>
        space === null && person !== null
          ? parts.teams.post(await chatOf(parts, person), activity)
          : parts.teams.postToChannel(space?.channelId ?? '', activity),
      );
      await keep(posted);
      return { kind: 'sent' };
    },
  };
}

/** False when the posted message is gone (somebody deleted it): it is then posted anew. */
async function updated(
  parts: SenderParts,
  { caseId, matter }: EffectOf<'card'>,
  earlier: PostedCard,
  activity: ReturnType<typeof cardActivity>,
): Promise<boolean> {
  try {
    await parts.teams.update({ conversationId: earlier.conversationId, activityId: earlier.activityId }, activity);
    return true;
  } catch (fault) {
    if (!(fault instanceof TeamsFault) || fault.status !== 404) throw fault;
    await deleteRemote(parts.db, remoteKeys.card(caseId, matter));
    return false;
  }
}
