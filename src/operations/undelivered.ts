import { londonDay } from '../calendar/isoDate.ts';
import { mayAct } from '../domain/authority.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { Effect } from '../domain/effects.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import {
  canBeSettled,
  SETTLED_HOW,
  type SettledHow,
  type Undelivered,
  type UndeliveredThing,
} from '../domain/undelivered.ts';
import { loadCase } from '../store/cases.ts';
import { inTransaction, type Db, type Tx } from '../store/database.ts';
import { sendAgain, settle, settledOf, undelivered } from '../store/outbox.ts';
import { changeCase } from './changeCase.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { keepLook } from './gate.ts';
import { partnershipIn } from './standing.ts';
import { viewCase } from './view.ts';

const DOING = 'mendDelivery';

/** What did not go out of one case, or (`caseId` null) of what belongs to no case, for whoever runs the cases. Looking is recorded. */
export async function openUndelivered(
  deps: Deps,
  { person, caseId }: { person: Person; caseId: string | null },
): Promise<Outcome<{ view: CaseView | null; undelivered: Undelivered }>> {
  if (caseId === null) {
    const no = await barred(deps, person);
    if (no !== null) return refused(no);
    return done({ view: null, undelivered: await listed(deps.db, null) });
  }
  const seen = await viewCase(deps, caseId, { person, doing: DOING, what: 'dialog/undelivered' });
  if (seen.kind === 'refused') return seen;
  return done({ view: seen.value, undelivered: await listed(deps.db, caseId) });
}

/** What did not go out, over all cases that this person runs, the oldest first. */
export async function allUndelivered(deps: Deps, person: Person): Promise<Outcome<UndeliveredThing[]>> {
  const no = await barred(deps, person);
  if (no !== null) return refused(no);
  const partnership = await partnershipIn(deps.db);
  const things = (await undelivered(deps.db)).map(thingOf);
  const closedTo = new Set<string>();
  for (const caseId of new Set(things.flatMap((it) => it.caseId ?? []))) {
    const stored = await loadCase(deps.db, caseId);
    if (stored === null || mayAct(person, DOING, stored.review, partnership) !== null) closedTo.add(caseId);
  }
  return done(things.filter((it) => it.caseId === null || !closedTo.has(it.caseId)));
}

export interface MendAsk {
  person: Person;
  caseId: string | null;
  id: number;
  how: 'again' | SettledHow;
}

/** Sends again what did not go out, or notes that somebody saw to it otherwise. A second press, or one too late, does nothing. */
export async function mendDelivery(deps: Deps, ask: MendAsk): Promise<Outcome<unknown>> {
  if (ask.caseId !== null)
    return changeCase(
      deps,
      { caseId: ask.caseId, person: ask.person, wants: [{ doing: DOING }] },
      async (_standing, tx) => {
        const no = await mended(deps, tx, ask);
        return no === null ? { kind: 'nothing' } : { kind: 'refused', refusal: no };
      },
    );
  const no = (await barred(deps, ask.person)) ?? (await inTransaction(deps.db, (tx) => mended(deps, tx, ask)));
  if (no !== null) return refused(no);
  deps.wake();
  return done(null);
}

async function mended(deps: Deps, tx: Tx, { person, caseId, id, how }: MendAsk): Promise<Refusal | null> {
  const thing = (await undelivered(tx, { caseId })).map(thingOf).find((it) => it.id === id);
  // It went out, or was seen to, since the list was drawn: nothing is left to do.
  if (thing === undefined) return null;
  if (how === 'again') {
    await sendAgain(tx, id, deps.now());
    return null;
  }
  if (!canBeSettled(thing))
    return refusal('bad_input', 'capability 50', 'A case needs its channel: this can only be sent again.');
  const settled = await settle(tx, id, { by: person.id, how: SETTLED_HOW[how], now: deps.now() });
  return settled ? null : refusal('stale', 'capability 50', 'It is being sent at this moment. Look again in a minute.');
}

async function barred(deps: Deps, person: Person): Promise<Refusal | null> {
  const no = mayAct(person, DOING, null, await partnershipIn(deps.db));
  const look = { person: person.id, caseId: null, what: 'undelivered' };
  await keepLook(deps, deps.db, look, { kind: no === null ? 'done' : 'refused' });
  return no;
}

async function listed(db: Db, caseId: string | null): Promise<Undelivered> {
  const settled = await settledOf(db, caseId);
  return {
    things: (await undelivered(db, { caseId })).map(thingOf),
    settled: settled.map(({ payload, by, how, at }) => ({ effect: payload as Effect, by, how, on: londonDay(at) })),
  };
}

const thingOf = (row: Awaited<ReturnType<typeof undelivered>>[number]): UndeliveredThing => ({
  id: row.id,
  caseId: row.caseId,
  effect: row.payload as Effect,
  dead: row.dead,
  since: londonDay(row.since),
  reason: row.reason ?? '',
  behind: row.behind,
});
