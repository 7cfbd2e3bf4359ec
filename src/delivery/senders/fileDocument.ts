import { filesFolder, upload, type Folder } from '../../graph/files.ts';
import { getRemote, putRemote } from '../../store/remote.ts';
import { recordViews } from '../../store/views.ts';
import type { SenderParts } from '../parts.ts';
import { remoteKeys } from '../remotes.ts';
import { openedSpace, spaceReady } from '../space.ts';
import type { Sender } from '../sender.ts';

/**
 * Puts a document into the channel's files, in place of an earlier one. Its name is the reference and the kind, no more. That each
 * member of the channel was given it is recorded with the looks at the case.
 */
export function fileDocument(parts: SenderParts): Sender<'fileDocument'> {
  return {
    ready: ({ caseId }) => spaceReady(parts, caseId),
    async send({ caseId, document }) {
      const written = await parts.writeDocument(caseId, document);
      if (written === null) return { kind: 'sent', note: 'There was nothing to file.' };
      const space = await openedSpace(parts, caseId);
      if ('instead' in space) return space.instead;
      const key = remoteKeys.folder(caseId);
      let folder = await getRemote<Folder>(parts.db, key);
      if (folder === null) {
        folder = await filesFolder(parts.graph, space.teamId, space.channelId);
        await putRemote(parts.db, key, 'folder', caseId, folder);
      }
      await upload(parts.graph, folder, { name: `${caseId} ${document}.docx`, ...written });
      const look = { caseId, what: `file/${document}`, at: parts.now(), outcome: 'shown' } as const;
      const readers = await parts.membersOf(caseId);
      await recordViews(
        parts.db,
        readers.map((person) => ({ ...look, person: person.id })),
      );
      return { kind: 'sent' };
    },
  };
}
