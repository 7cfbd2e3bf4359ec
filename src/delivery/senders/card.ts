import type { Person } from '../../domain/directory.ts';
import { deleteRemote, getRemote, putRemote } from '../../store/remote.ts';
import { cardActivity, printOf } from '../activities.ts';
import { postToChat } from '../chat.ts';
import { onceMore } from '../onceMore.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { chatPersonOf } from '../people.ts';
import { remoteKeys, type PostedCard, type Space } from '../remotes.ts';
import { inSpace, isGone, isMissing, spaceReady } from '../space.ts';
import type { EffectOf, Sender, Sent } from '../sender.ts';
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
      const earlier = await stillInPlace(parts, key, await getRemote<PostedCard>(parts.db, key), person);
      if (earlier?.print === print) return { kind: 'sent', note: 'The card was up to date.' };

      if (earlier === null && drawn.onlyIfPosted)
        return { kind: 'sent', note: 'There was no card to bring up to date.' };

      const bring = async (space: Space | null, post: () => Promise<Posted>): Promise<Sent> => {
        // A channel made in place of another forgets what stood in that.
        const before = space === null ? earlier : await getRemote<PostedCard>(parts.db, key);
        const stands = before !== null && (await updated(parts, effect, before, { activity, space }));
        if (!stands && drawn.onlyIfPosted) return { kind: 'sent', note: 'The card is gone, and is not posted anew.' };
        const posted = stands ? before : await post();
        const place = person === null ? ({ in: 'channel' } as const) : ({ in: 'chat', person: person.id } as const);
        const { conversationId, activityId } = posted;
        const kept: PostedCard = { conversationId, activityId, print, ...place, matter };
        await putRemote(parts.db, key, 'card', caseId, kept);
        return { kind: 'sent' };
      };
      if (person !== null) return bring(null, () => postToChat(parts, person, { effect, attempt }, activity));
      return inSpace(parts, caseId, (space) =>
        bring(space, () =>
          onceMore(parts, effect, attempt, space.channelId, () => parts.teams.postToChannel(space.channelId, activity)),
        ),
      );
    },
  };
}

/**
 * The card posted before, where it belongs there still. One that stands in the chat of somebody who no longer answers for its matter
 * is taken away, with its buttons: it is then posted where it belongs.
 */
async function stillInPlace(
  parts: SenderParts,
  key: string,
  earlier: PostedCard | null,
  person: Person | null,
): Promise<PostedCard | null> {
  if (earlier?.person === undefined || earlier.person === person?.id) return earlier;
  try {
    await parts.teams.remove({ conversationId: earlier.conversationId, activityId: earlier.activityId });
  } catch (fault) {
    // Their chat is closed to us or the message gone: nobody can press there any more.
    if (!isMissing(fault) && !(fault instanceof TeamsFault && fault.status === 403)) throw fault;
  }
  await deleteRemote(parts.db, key);
  return null;
}

/** False when the posted message is gone (somebody deleted it): it is then posted anew. Not so where its whole channel is. */
async function updated(
  parts: SenderParts,
  { caseId, matter }: EffectOf<'card'>,
  earlier: PostedCard,
  { activity, space }: { activity: ReturnType<typeof cardActivity>; space: Space | null },
): Promise<boolean> {
  try {
    await parts.teams.update({ conversationId: earlier.conversationId, activityId: earlier.activityId }, activity);
    return true;
  } catch (fault) {
    if (!isMissing(fault) || (space !== null && (await isGone(parts, space)))) throw fault;
    await deleteRemote(parts.db, remoteKeys.card(caseId, matter));
    return false;
  }
}
