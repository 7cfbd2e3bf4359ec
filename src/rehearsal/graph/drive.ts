import { hexOf, newId } from '../identifiers.ts';
import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { ChannelRecord, FileRecord } from '../state/records.ts';
import type { World } from '../world.ts';
import { entity } from './odata.ts';
import { settleOperations } from './operations.ts';
import { demandChannel } from './teams.ts';

/** Standard channels keep their files on the team's site; each other channel has a site of its own. */
export function placeOf(world: World, channel: ChannelRecord): { driveId: string; folderId: string } {
  const site = channel.membershipType === 'standard' ? world.team.internalId : channel.id;
  return {
    driveId: `b!${hexOf(`drive ${site}`, 40)}`,
    folderId: `01${hexOf(`folder ${channel.id}`, 32).toUpperCase()}`,
  };
}

/** The folder of a private or shared channel is made on the first request, which still answers 404. */
export function getFilesFolder(world: World, call: Call): Reply {
  settleOperations(world);
  const channel = demandChannel(world, call);
  if (!channel.folderAsked) {
    world.state.channels.put(channel.id, { ...channel, folderAsked: true });
    throw new Refused(404, 'NotFound', 'Folder location for this channel is not ready yet, please try again later.');
  }
  const { driveId, folderId } = placeOf(world, channel);
  const row = {
    id: folderId,
    createdDateTime: '0001-01-01T00:00:00Z',
    lastModifiedDateTime: channel.createdAt,
    name: channel.name,
    webUrl: `https://sharepoint.invalid/${folderId}`,
    size: 0,
    parentReference: { driveId, driveType: 'documentLibrary' },
    folder: { childCount: filesOf(world, channel).length },
  };
  return reply(200, entity('driveItem', row));
}

export function filesOf(world: World, channel: ChannelRecord): FileRecord[] {
  const { driveId, folderId } = placeOf(world, channel);
  return world.state.files.all().filter((file) => file.driveId === driveId && file.folderId === folderId);
}

const FORBIDDEN_NAME = /["*:<>?/\\|]|^\s|\s$/;

/** Makes a file in a folder, or replaces, renames or refuses as `conflictBehavior` says. */
export function uploadFile(world: World, call: Call): Reply {
  const [driveId, folderId, name] = [param(call, 'drive'), param(call, 'item'), param(call, 'name')];
  if (
    !world.state.channels
      .all()
      .some((one) => placeOf(world, one).driveId === driveId && placeOf(world, one).folderId === folderId)
  ) {
    throw new Refused(404, 'itemNotFound', 'The folder is not there.');
  }
  if (FORBIDDEN_NAME.test(name))
    throw new Refused(400, 'invalidRequest', 'The name has characters that a file name cannot have.');
  const taken = (wanted: string) =>
    world.state.files.all().find((one) => one.folderId === folderId && one.name.toLowerCase() === wanted.toLowerCase());
  const earlier = taken(name);
  const conflict = call.query['@microsoft.graph.conflictBehavior'] ?? 'replace';
  if (earlier !== undefined && conflict === 'fail')
    throw new Refused(409, 'nameAlreadyExists', 'An item with the same name already exists.');
  if (earlier !== undefined && conflict !== 'rename') return replaced(world, call, earlier);
  return stored(world, call, { driveId, folderId, name: earlier === undefined ? name : freeName(name, taken) });
}

export function replaceFile(world: World, call: Call): Reply {
  const file = world.state.files.get(param(call, 'item'));
  if (file === undefined || file.driveId !== param(call, 'drive'))
    throw new Refused(404, 'itemNotFound', 'The file is not there.');
  return replaced(world, call, file);
}

function stored(world: World, call: Call, place: { driveId: string; folderId: string; name: string }): Reply {
  const at = world.now().toISOString();
  const file = { id: newId(), ...place, createdAt: at, version: 0, size: 0, at, contentType: '' };
  return reply(201, entity('driveItem', fileRow(keep(world, call, file))));
}

const replaced = (world: World, call: Call, file: FileRecord): Reply =>
  reply(200, entity('driveItem', fileRow(keep(world, call, file))));

function keep(world: World, call: Call, file: FileRecord): FileRecord {
  const bytes = Buffer.isBuffer(call.body) ? call.body : Buffer.alloc(0);
  const kept = {
    ...file,
    size: bytes.length,
    at: world.now().toISOString(),
    version: file.version + 1,
    contentType: String(call.headers['content-type'] ?? 'application/octet-stream'),
  };
  world.contents.write(file.id, bytes);
  world.state.files.put(file.id, kept);
  world.changed({ changed: 'files' });
  return kept;
}

function freeName(name: string, taken: (wanted: string) => unknown): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let number = 1;
  while (taken(`${stem} ${number}${ending}`) !== undefined) number += 1;
  return `${stem} ${number}${ending}`;
}

function fileRow(file: FileRecord): Record<string, unknown> {
  return {
    id: file.id,
    name: file.name,
    size: file.size,
    createdDateTime: file.createdAt,
    lastModifiedDateTime: file.at,
    eTag: `"${file.id},${file.version}"`,
    webUrl: `https://sharepoint.invalid/${file.folderId}/${encodeURIComponent(file.name)}`,
    parentReference: { driveId: file.driveId, driveType: 'documentLibrary', id: file.folderId },
    file: { mimeType: file.contentType },
  };
}
