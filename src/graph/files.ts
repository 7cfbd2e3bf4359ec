import { z } from 'zod/v4';
import { at, type Graph } from './client.ts';

const Folder = z.looseObject({ id: z.string(), parentReference: z.looseObject({ driveId: z.string() }) });
const Item = z.looseObject({ id: z.string(), webUrl: z.string().nullish() });
export interface Folder {
  driveId: string;
  itemId: string;
}

/** The folder behind a channel. It comes after the channel: 404 until then, and asking starts its making where it is missing. */
export async function filesFolder(graph: Graph, teamId: string, channelId: string): Promise<Folder> {
  const read = Folder.parse((await graph.get(at`/teams/${teamId}/channels/${channelId}/filesFolder`)).body);
  return { driveId: read.parentReference.driveId, itemId: read.id };
}

/** Puts a file of this name there, in place of an earlier one. For files of a few megabytes. */
export async function upload(
  graph: Graph,
  folder: Folder,
  file: { name: string; content: Uint8Array; contentType: string },
): Promise<{ itemId: string }> {
  const path = `${at`/drives/${folder.driveId}/items/${folder.itemId}`}:/${encodeURIComponent(file.name)}:/content`;
  const query = { '@microsoft.graph.conflictBehavior': 'replace' };
  const answer = await graph.put(path, file.content, file.contentType, { query, deadlineMs: 60_000 });
  return { itemId: Item.parse(answer.body).id };
}
