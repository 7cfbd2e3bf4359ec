import type { Day } from '../calendar/isoDate.ts';
import type { CaseEvent, CaseReview } from '../domain/caseReview.ts';
import type { Effect } from '../domain/effects.ts';
import { effectsOf } from '../domain/effectsOf.ts';
import { evolve } from '../domain/evolve.ts';
import { tell } from '../domain/tell.ts';
import type { Told } from '../domain/told.ts';
import { nextWakeDay } from '../domain/wake.ts';
import { appendEvents, type NewEvent, type StoredCase } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { revokeLinks } from '../store/links.ts';
import { enqueue, type OutboxMessage } from '../store/outbox.ts';
import type { Deps } from './deps.ts';
import type { Standing } from './standing.ts';

export interface Committing {
  /** Person id; null is the calendar or the bot itself. */
  actor: string | null;
  effects?: (version: number) => Effect[];
}
export interface Committed {
  stored: StoredCase;
  /** What the case tells today; absent where nothing was recorded. */
  told?: Told;
}

/** Appends events with the snapshot and the wake day, and puts what they make owed into the outbox. */
export async function commitEvents(
  deps: Deps,
  tx: Tx,
  standing: Standing,
  events: CaseEvent[],
  committing: Committing,
): Promise<Committed> {
  const { owed, ...committed } = await recordEvents(deps, tx, standing, events, committing);
  await enqueue(tx, owed, deps.now());
  return committed;
}

/**
 * The same without the outbox: `owed` is for whoever writes more cases in the transaction, and puts it in last. What the new
 * state tells is worked out before anything is written, so that a date nobody can compute is refused instead of kept.
 */
export async function recordEvents(
  deps: Deps,
  tx: Tx,
  standing: Standing,
  events: CaseEvent[],
  { actor, effects }: Committing,
): Promise<Committed & { owed: OutboxMessage[] }> {
  const { stored, policy, calendar, partnership } = standing;
  const today = deps.today();
  const now = deps.now();
  if (events.length === 0) return { stored, owed: (effects?.(stored.version) ?? []).map(messageOf) };
  const review = evolveAll(stored.review, events, stored);
  const told = tell(review, policy, calendar, today);
  const wakeOn = nextWakeDay(review, policy, calendar, today, told.clocks);
  const version = stored.version + events.length;
  const owed = effectsOf({ before: stored.review, after: review, events, version, partnership });
  const rows = newEvents(events, actor, now, today);
  const after = await appendEvents(tx, stored, rows, { review, stage: review.stage, wakeOn });
  // What was sent out by link ends with the case.
  if (after.stage === 'closed' && stored.stage !== 'closed') await revokeLinks(tx, after.reference);
  return { stored: after, told, owed: [...owed, ...(effects?.(version) ?? [])].map(messageOf) };
}

export const evolveAll = (
  review: CaseReview,
  events: CaseEvent[],
  meta: Pick<StoredCase, 'reference' | 'procedure' | 'authority'>,
): CaseReview => events.reduce((state, event) => evolve(state, event, meta), review);

export const newEvents = (events: CaseEvent[], actor: string | null, now: Date, day: Day): NewEvent[] =>
  events.map((event) => ({
    act: 'act' in event ? event.act : event.type,
    event,
    actor,
    at: now.toISOString(),
    day,
  }));

export const messageOf = (effect: Effect): OutboxMessage => ({
  key: effect.key,
  lane: effect.lane,
  kind: effect.kind,
  caseId: effect.caseId === '' ? null : effect.caseId,
  payload: effect,
});
