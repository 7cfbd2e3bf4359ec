import { getRemote, putRemote } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys } from './remotes.ts';
import type { Attempt } from './sender.ts';
import { Undeliverable } from './undeliverable.ts';
import { verdictOf } from './verdict.ts';

/** `looked`: Teams answered after the answer was lost, so it is not away as a whole. */
interface Doubt {
  times: number;
  looked?: boolean;
}

/**
 * Posts something that Teams has no key for and shows no way to look up. After a try whose answer was lost it is posted once
 * more, so that it is never lost and there at most twice; after a second lost answer a person must look. `conversation`: where to.
 */
export async function onceMore<T>(
  parts: SenderParts,
  effect: { key: string; caseId: string },
  attempt: Attempt,
  conversation: string,
  post: () => Promise<T>,
): Promise<T> {
  if (!attempt.unsure) return post();
  const key = remoteKeys.doubt(effect.key);
  const keep = (doubt: Doubt) => putRemote(parts.db, key, 'doubt', effect.caseId, doubt);
  const { times, looked = false } = (await getRemote<Doubt>(parts.db, key)) ?? { times: 0 };
  if (times > 0) {
    const words =
      'Teams did not say whether this arrived, twice. It may be there already: please look before sending it again.';
    throw new Undeliverable('twiceInDoubt', words);
  }
  // While Teams is away nothing is posted, so that an outage does not use up the one further try.
  if (!looked) await parts.teams.look(conversation);
  await keep({ times: 1, looked: true });
  try {
    return await post();
  } catch (error) {
    // A clear no is not a doubt.
    if (verdictOf(error).kind !== 'unknown') await keep({ times: 0, looked: true });
    throw error;
  }
}
