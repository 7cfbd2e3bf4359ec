import type { Effect } from '../domain/effects.ts';
import type { Db } from '../store/database.ts';
import { heldSince, markTold, type HeadMessage, type Trouble } from '../store/outbox.ts';
import type { Patience } from './backOff.ts';
import { digestOf } from './discreetLog.ts';
import type { Verdict } from './verdict.ts';

/** One cause that holds messages up, as the coordinator is told of it: once, however many messages wait. */
export interface Held {
  cause: string;
  since: Date;
  /** The first message that was held up: what it would have done. */
  effect: Effect;
  verdict: Verdict;
}

/** A fault counted with those before it that were alike. */
export function troubleOf(head: HeadMessage, verdict: Verdict, now: Date): Trouble {
  const cause = causeOf(head, verdict);
  const before = head.trouble?.cause === cause ? head.trouble : null;
  return { cause, words: verdict.words, tries: (before?.tries ?? 0) + 1, since: before?.since ?? now };
}

/**
 * The stable name of what is wrong. A service is away for all; a permission is missing for all that do the same; a place that is
 * gone concerns its lane.
 */
function causeOf({ kind, lane }: HeadMessage, { concerns, service, away, code, status = 0 }: Verdict): string {
  if (away !== undefined && code !== 'notReached') return 'signIn';
  const what = `${service ?? 'own'}/${String(status)}/${code}`;
  if (concerns === 'service') return what;
  if (concerns === 'place' && status === 403 && code !== 'BotNotInConversationRoster') return `${what}/${kind}`;
  return `${what}/${digestOf(lane)}`;
}

/** Tells of a cause once its time has come, and notes that it was told. */
export async function tellHeld(
  {
    db,
    now,
    onHeld,
    patience,
  }: {
    db: Db;
    now: () => Date;
    onHeld: (held: Held) => Promise<void>;
    patience: Patience;
  },
  head: HeadMessage,
  trouble: Trouble,
  verdict: Verdict,
): Promise<void> {
  const { cause, tries } = trouble;
  if (head.trouble?.cause === cause && head.trouble.told) return;
  if (verdict.concerns === 'own' || (verdict.kind === 'lag' && tries < patience.lagAttempts)) return;
  const { since, told } = (await heldSince(db, cause)) ?? { since: trouble.since, told: false };
  if (verdict.concerns === 'service' && now().getTime() - since.getTime() < patience.tellAfterMs) return;
  if (!told) await onHeld({ cause, since, effect: head.payload as Effect, verdict });
  await markTold(db, cause, now());
}
