import { CalendarEnds } from '../calendar/workingDays.ts';
import type { CaseEvent } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { Effect } from '../domain/effects.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Wants } from '../domain/gate.ts';
import { lockCase } from '../store/cases.ts';
import { inTransaction, type Db, type Tx } from '../store/database.ts';
import { answerOf, markAnswered } from '../store/inbox.ts';
import { unlessAltered } from './altered.ts';
import { commitEvents } from './commitEvents.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { admitted, keepLook, wantedWords, type By } from './gate.ts';
import { pressKey, type Press } from './pressKey.ts';
import { partnershipIn, type Standing } from './standing.ts';
import { viewOf } from './view.ts';

export interface ChangeAsk {
  caseId: string;
  /** Who asks; null is the bot itself. */
  person: Person | null;
  /** What they want. Their right to it is looked up before anything is answered. */
  wants: Wants;
  /** The record's version on the card that was clicked, where a stale click must not count. */
  expectVersion?: number;
  /** The incoming activity: seen before, it gets the same answer and does nothing more. */
  press?: Press;
}

export type Change =
  | { kind: 'refused'; refusal: Refusal }
  /** Nothing new to record: a second click on what is already so. */
  | { kind: 'nothing' }
  | {
      kind: 'change';
      events: CaseEvent[];
      /** More rows of the same transaction: a draft that became part of the record is removed with it. */
      alsoIn?: (tx: Tx) => Promise<void>;
      /** Effects of what is in hand rather than in the record. */
      effects?: (version: number) => Effect[];
    };

/**
 * The whole shell, once: lock the case, look up the right, ask what changes, write events, snapshot, wake day and outbox in ONE
 * transaction. A refusal writes nothing but that it was asked for. Answers with the case as it then stands.
 */
export async function changeCase(
  deps: Deps,
  ask: ChangeAsk,
  decideOn: (standing: Standing, tx: Tx) => Change | Promise<Change>,
): Promise<Outcome<CaseView>> {
  try {
    const outcome = await unlessAltered(deps, () =>
      inTransaction(deps.db, async (tx) => {
        const answer = await changeIn(deps, tx, ask, decideOn);
        await keepAsked(deps, tx, ask, answer);
        return answer;
      }),
    );
    if (outcome.kind === 'done') deps.wake();
    return outcome;
  } catch (error) {
    if (!(error instanceof CalendarEnds)) throw error;
    const outcome = refused(beyondCalendar());
    await keepAsked(deps, deps.db, ask, outcome);
    return outcome;
  }
}

async function keepAsked(deps: Deps, at: Db | Tx, ask: ChangeAsk, outcome: Outcome<unknown>): Promise<void> {
  if (ask.person === null) return;
  const look = { person: ask.person.id, caseId: ask.caseId, what: wantedWords(ask.wants) };
  await keepLook(deps, at, look, outcome);
}

async function changeIn(
  deps: Deps,
  tx: Tx,
  ask: ChangeAsk,
  decideOn: (standing: Standing, tx: Tx) => Change | Promise<Change>,
): Promise<Outcome<CaseView>> {
  const partnership = await partnershipIn(tx);
  const by: By = ask.person === null ? null : { person: ask.person, wants: ask.wants };
  const entered = admitted(deps, by, await lockCase(tx, ask.caseId), partnership);
  if (entered.kind === 'refused') return entered;
  const standing = entered.value;
  const { stored } = standing;
  const key = ask.press === undefined ? null : pressKey(ask.press, ask.person?.id ?? '', stored.reference);
  if (key !== null && (await answerOf(tx, key)) !== null) return done(await viewOf(deps, tx, stored, partnership));
  if (ask.expectVersion !== undefined && ask.expectVersion !== stored.version) return refused(stale());
  const change = await decideOn(standing, tx);
  if (change.kind === 'refused') return refused(change.refusal);
  if (change.kind === 'nothing') return done(await viewOf(deps, tx, stored, partnership));
  await change.alsoIn?.(tx);
  const { stored: after, told } = await commitEvents(deps, tx, standing, change.events, {
    actor: ask.person?.id ?? null,
    ...(change.effects === undefined ? {} : { effects: change.effects }),
  });
  if (key !== null) await markAnswered(tx, key, { done: after.reference }, deps.now());
  return done(await viewOf(deps, tx, after, partnership, told));
}

export const stale = (): Refusal =>
  refusal('stale', 'capability 50', 'The case has moved on since this card was drawn. Look at it again, then decide.');

/** A date that the bank-holiday list does not reach cannot be worked out, and a guess would be worse than an answer. */
export const beyondCalendar = (): Refusal =>
  refusal(
    'bad_input',
    'capability 7',
    'That day lies beyond the last year whose bank holidays are known. Choose an earlier day.',
  );
