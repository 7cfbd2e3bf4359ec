import { archiveChannel } from '../../graph/channels.ts';
import { getRemote } from '../../store/remote.ts';
import { lookAt, startOperation } from '../operations.ts';
import type { SenderParts } from '../parts.ts';
import { remoteKeys, type PostedCard } from '../remotes.ts';
import { findSpace, isGone, isMissing, keepSpace } from '../space.ts';
import type { Sender } from '../sender.ts';
import { Undeliverable } from '../undeliverable.ts';

/** Archives the channel once the closing card stands in it; afterwards nobody can write there. */
export function archiveSpace(parts: SenderParts): Sender<'archiveSpace'> {
  return {
    async send({ caseId }) {
      const space = await findSpace(parts, caseId);
      if (space === null) return { kind: 'sent', note: 'The case has no channel.' };
      if (space.archived) return { kind: 'sent', note: 'The channel was archived already.' };
      // The closing card stands before this in the same lane: not posted means that it never will be.
      const closing = await getRemote<PostedCard>(parts.db, remoteKeys.card(caseId, { is: 'closing' }));
      if (closing === null)
        throw new Undeliverable(
          'noClosingCard',
          'The channel is not archived, because the closing card did not go out.',
        );

      let looked = await lookAt(parts, caseId, 'archiving');
      if (looked.kind === 'none') {
        const operation = await archiveChannel(parts.graph, space.teamId, space.channelId).catch(
          async (fault: unknown) => {
            if (isMissing(fault) && (await isGone(parts, space))) return null;
            throw fault;
          },
        );
        if (operation === null) return { kind: 'sent', note: 'The channel was deleted: there is nothing to archive.' };
        await startOperation(parts, caseId, 'archiving', operation);
        looked = await lookAt(parts, caseId, 'archiving');
      }
      if (looked.kind === 'running') return looked.later;
      if (looked.kind !== 'over' || !looked.ok)
        throw new Undeliverable('notArchived', 'Teams could not archive the channel. An owner can do it by hand.');
      await keepSpace(parts, caseId, { ...space, archived: true });
      return { kind: 'sent' };
    },
  };
}
