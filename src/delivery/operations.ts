import { lookAtOperation } from '../graph/channels.ts';
import { deleteRemote, getRemote, putRemote } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys, type Running } from './remotes.ts';
import type { Sent } from './sender.ts';

/** Graph asks for 30 seconds between two looks; the first ones come sooner, because most operations are over at once. */
const LOOKS_MS = [2_000, 5_000, 31_000];
type What = 'making' | 'archiving' | 'reopening';
export type Looked =
  { kind: 'none' } | { kind: 'running'; later: Sent } | { kind: 'over'; ok: boolean; targetId?: string };

/** Remembers a team operation before anything else is done, so that a restart looks at it instead of starting another. */
export async function startOperation(parts: SenderParts, caseId: string, what: What, operation: string): Promise<void> {
  const running: Running = { operation, looks: 0 };
  await putRemote(parts.db, remoteKeys.running(caseId, what), what, caseId, running);
}

/** How the case's operation of this kind stands; one that is over is forgotten. */
export async function lookAt(parts: SenderParts, caseId: string, what: What): Promise<Looked> {
  const key = remoteKeys.running(caseId, what);
  const running = await getRemote<Running>(parts.db, key);
  if (running === null) return { kind: 'none' };
  const seen = await lookAtOperation(parts.graph, running.operation);
  if (seen.status === 'running') {
    const waits = parts.operationLooksMs ?? LOOKS_MS;
    const inMs = waits[Math.min(running.looks, waits.length - 1)] ?? 31_000;
    await putRemote(parts.db, key, what, caseId, { ...running, looks: running.looks + 1 });
    return { kind: 'running', later: { kind: 'later', inMs, why: 'Teams is still at work on the channel.' } };
  }
  await deleteRemote(parts.db, key);
  const over = { kind: 'over', ok: seen.status === 'succeeded' } as const;
  return seen.targetId === undefined ? over : { ...over, targetId: seen.targetId };
}
