import { filesFolder, upload, type Folder } from '../../graph/files.ts';
import { deleteRemote, getRemote, putRemote } from '../../store/remote.ts';
import { recordViews } from '../../store/views.ts';
import type { SenderParts } from '../parts.ts';
import { remoteKeys } from '../remotes.ts';
import { inSpace, isMissing, spaceReady } from '../space.ts';
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
      const key = remoteKeys.folder(caseId);
      return inSpace(parts, caseId, async (space) => {
        let folder = await getRemote<Folder>(parts.db, key);
        if (folder === null) {
          folder = await filesFolder(parts.graph, space.teamId, space.channelId);
          await putRemote(parts.db, key, 'folder', caseId, folder);
        }
        try {
          await upload(parts.graph, folder, { name: `${caseId} ${document}.docx`, ...written });
        } catch (fault) {
          // The folder is not there any more: the next try asks for it anew.
          if (isMissing(fault)) await deleteRemote(parts.db, key);
          throw fault;
        }
        const look = { caseId, what: `file/${document}`, at: parts.now(), outcome: 'shown' } as const;
        const readers = await parts.membersOf(caseId);
        await recordViews(
          parts.db,
          readers.map((person) => ({ ...look, person: person.id })),
        );
        return { kind: 'sent' };
      });
    },
  };
}
