import { noticesTo, type Notice } from '../domain/notices.ts';
import { coordinatorsOf } from '../domain/whoIsWho.ts';
import { inTransaction, type Tx } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { messageOf } from './commitEvents.ts';
import type { Deps } from './deps.ts';
import { partnershipIn } from './standing.ts';

/** `key` is unique for what is told: told again, nothing goes out. `caseId` null: no case. */
export interface Telling {
  key: string;
  caseId: string | null;
  notice: Notice;
}

/** A word to every coordinator that no card can tell. `alsoIn`: what must be kept together with having told it. */
export async function tellCoordinators(
  deps: Pick<Deps, 'db' | 'now' | 'wake'>,
  telling: Telling,
  alsoIn?: (tx: Tx) => Promise<void>,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const coordinators = coordinatorsOf(await partnershipIn(tx));
    await alsoIn?.(tx);
    await enqueue(tx, noticesTo(coordinators, telling).map(messageOf), deps.now());
  });
  deps.wake();
}
