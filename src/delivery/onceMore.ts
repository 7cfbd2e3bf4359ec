import { getRemote, putRemote } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys } from './remotes.ts';
import type { Attempt } from './sender.ts';
import { Undeliverable } from './undeliverable.ts';
import { verdictOf } from './verdict.ts';

/**
 * Posts something that Teams has no key for and shows no way to look up. After a try whose answer was lost it is posted once
 * more, so that it is never lost and there at most twice; after a second lost answer a person must look.
 */
export async function onceMore<T>(
  parts: SenderParts,
  effect: { key: string; caseId: string },
  attempt: Attempt,
  post: () => Promise<T>,
): Promise<T> {
  if (!attempt.unsure) return post();
  const key = remoteKeys.doubt(effect.key);
  const keep = (times: number) => putRemote(parts.db, key, 'doubt', effect.caseId, { times });
  const times = (await getRemote<{ times: number }>(parts.db, key))?.times ?? 0;
  if (times > 0) {
    const words =
      'Teams did not say whether this arrived, twice. It may be there already: please look before sending it again.';
    throw new Undeliverable('twiceInDoubt', words);
  }
  await keep(1);
  try {
    return await post();
  } catch (error) {
    // A clear no is not a doubt.
    if (verdictOf(error).kind !== 'unknown') await keep(0);
    throw error;
  }
}
