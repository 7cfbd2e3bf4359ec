import { stillOwed } from '../domain/stillOwed.ts';
import { hasArrived, waitingBehind } from '../store/outbox.ts';
import { getRemote, putRemote } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys } from './remotes.ts';
import type { EffectOf } from './sender.ts';

/** As many as one e-mail or message takes without becoming a wall of words; more go in a second one. */
const MOST = 25;
const ALONE = /^(danger|mention)\//;

type Personal = EffectOf<'mail'> | EffectOf<'message'>;

interface Bundle {
  lead: string;
  with: string[];
}

/**
 * All that waits for one person in their mailbox or chat goes as one: this message with those of its kind behind it in the lane,
 * of any case. Kept before anything is sent, so that a second try says the same and those behind know that they went with it.
 * Null: this one went with an earlier one already. Word of danger goes alone, and so does a mention, which belongs to its thread.
 */
export async function together<E extends Personal>(parts: SenderParts, effect: E): Promise<E[] | null> {
  const { key, lane, kind } = effect;
  if (ALONE.test(lane) || lane.startsWith('space/')) return [effect];
  const last = await getRemote<Bundle>(parts.db, remoteKeys.together(lane));
  if (last?.with.includes(key) === true && (await hasArrived(parts.db, last.lead))) return null;
  const behind = (await waitingBehind(parts.db, { key, lane, kind, limit: MOST - 1 })) as E[];
  const again = last?.lead === key ? last.with : null;
  const owed: E[] = [];
  for (const one of behind) {
    if (again === null ? await isOwed(parts, one) : again.includes(one.key)) owed.push(one);
  }
  if (again === null && owed.length > 0)
    await putRemote(parts.db, remoteKeys.together(lane), 'together', null, {
      lead: key,
      with: owed.map((one) => one.key),
    } satisfies Bundle);
  return [effect, ...owed];
}

async function isOwed(parts: SenderParts, effect: Personal): Promise<boolean> {
  const found = await parts.loadCase(effect.caseId);
  return found !== null && stillOwed(effect, found.review, { partnership: found.partnership }) === true;
}

export const WENT_TOGETHER = { kind: 'sent', note: 'It went together with others.' } as const;
