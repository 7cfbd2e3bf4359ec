import { filesOf } from '../../graph/drive.ts';
import type { FileRecord } from '../../state/records.ts';
import type { World } from '../../world.ts';
import { demandPerson, demandRoom, DeskRefusal } from '../acts/access.ts';
import type { FilesView } from '../protocol.ts';

/** The files of a channel that the person is in. */
export function filesView(world: World, as: string, channelId: string): FilesView {
  const room = demandRoom(world, demandPerson(world, as), channelId);
  if (room.kind !== 'channel') return { files: [] };
  const files = filesOf(world, room.channel).map((file) => ({
    name: file.name,
    size: file.size,
    at: file.at,
    url: urlOf(as, channelId, file),
  }));
  return { files };
}

const urlOf = (as: string, channelId: string, file: FileRecord): string =>
  `/desk/api/file/${file.id}?as=${encodeURIComponent(as)}&channel=${encodeURIComponent(channelId)}`;

/** The bytes of a file, for somebody who is in its channel. */
export function fileBytes(
  world: World,
  as: string,
  channelId: string,
  fileId: string,
): { name: string; contentType: string; bytes: Buffer } {
  const room = demandRoom(world, demandPerson(world, as), channelId);
  const file = room.kind === 'channel' ? filesOf(world, room.channel).find((one) => one.id === fileId) : undefined;
  const bytes = file === undefined ? null : world.contents.read(file.id);
  if (file === undefined || bytes === null) throw new DeskRefusal(404, 'The file is not there.');
  return { name: file.name, contentType: file.contentType, bytes };
}

/** The bytes of a mail's attachment, for somebody who has the mail. */
export function attachmentBytes(
  world: World,
  mail: { id: string; attachments: { id: string; name: string; contentType: string }[] } | undefined,
  attachmentId: string,
): { name: string; contentType: string; bytes: Buffer } {
  const attachment = mail?.attachments.find((one) => one.id === attachmentId);
  const bytes = attachment === undefined ? null : world.contents.read(attachment.id);
  if (attachment === undefined || bytes === null) throw new DeskRefusal(404, 'The attachment is not there.');
  return { name: attachment.name, contentType: attachment.contentType, bytes };
}
