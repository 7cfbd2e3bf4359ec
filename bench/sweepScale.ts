import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays, type Day } from '../src/calendar/isoDate.ts';
import { sweep } from '../src/operations/sweep.ts';
import { setWake } from '../src/store/cases.ts';
import { openDatabase } from '../src/store/database.ts';
import { quickCopies } from './copies.ts';
import { groundOn, type Ground } from './ground.ts';
import { DUE, reviewWithPlan } from './oneCase.ts';
import { interleaved, timed, type Ratio } from './rounds.ts';

/** The morning's sweep with as many due among ten times as many cases: what is not due must cost next to nothing. */
export async function sweepScale(quick: boolean): Promise<Ratio> {
  const { due, few, rounds } = quick ? { due: 200, few: 2_000, rounds: 3 } : { due: 1_000, few: 10_000, rounds: 5 };
  const small = await authorityWith(few);
  const large = await authorityWith(few * 10);
  try {
    // The first sweep of each is not counted: the engine has yet to read its folder and plan its queries.
    await small.sweepOf(due);
    await large.sweepOf(due);
    return await interleaved(
      { rounds, inRound: 1 },
      () => small.sweepOf(due),
      () => large.sweepOf(due),
    );
  } finally {
    await small.close();
    await large.close();
  }
}

interface Authority {
  /** Milliseconds of a sweep on the day with so many cases due, others each time. */
  sweepOf(due: number): Promise<number>;
  close(): Promise<void>;
}

async function authorityWith(cases: number): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'convene-bench-'));
  const store = await openDatabase({ folder });
  const ground = await groundOn(store.db, DUE);
  const reference = await reviewWithPlan(ground);
  await sweptUntil(ground, addDays(DUE, -1));
  await quickCopies(store.db, reference, cases, DUE);
  await setWake(store.db, reference, null);
  ground.on(DUE);
  return {
    async sweepOf(due) {
      await makeDue(ground, due);
      let swept: Awaited<ReturnType<typeof sweep>> | null = null;
      const took = await timed(async () => (swept = await sweep(ground.deps, DUE)));
      check(swept, due);
      return took;
    },
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every message that came before the day has been told, as in a service that swept each morning. */
async function sweptUntil(ground: Ground, last: Day): Promise<void> {
  for (let day = addDays(DUE, -40); day <= last; day = addDays(day, 1)) {
    ground.on(day);
    await sweep(ground.deps, day);
  }
}

/** Moves the day of so many cases, evenly out of all that have not been swept, to the day of the sweep. */
async function makeDue({ deps }: Ground, due: number): Promise<void> {
  await sql`
    update cases set wake_on = ${DUE} where reference in (
      select reference from (
        select reference, row_number() over (order by reference) as place, count(*) over () as all_of_them
        from cases where version = (select min(version) from cases)
      ) numbered where place % (all_of_them / ${sql.lit(due)}::int) = 0 limit ${sql.lit(due)}::int
    )`.execute(deps.db);
}

function check(swept: Awaited<ReturnType<typeof sweep>> | null, due: number): void {
  if (swept?.cases !== due || swept.faults.length > 0 || swept.nudges.length < due)
    throw new Error(`the sweep looked at ${swept?.cases} cases and told ${swept?.nudges.length} things of ${due}`);
}
