import { z } from 'zod/v4';
import { at, type Graph } from './client.ts';
import { GraphFault } from './fault.ts';

const User = z.looseObject({ id: z.string(), displayName: z.string().nullish(), mail: z.string().nullish() });
export type User = z.infer<typeof User>;
const fields = { $select: 'id,displayName,mail' };

/** A person of the host tenant by object id or principal name; null where there is none. */
export async function readUser(graph: Graph, id: string): Promise<User | null> {
  return orNull(async () => User.parse((await graph.get(at`/users/${id}`, { query: fields })).body));
}

/** Their line manager in the directory; null where none is set (Graph answers 404). */
export async function managerOf(graph: Graph, id: string): Promise<User | null> {
  return orNull(async () => User.parse((await graph.get(at`/users/${id}/manager`, { query: fields })).body));
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (fault) {
    if (fault instanceof GraphFault && fault.status === 404) return null;
    throw fault;
  }
}
