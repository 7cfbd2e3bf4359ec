import { parseArgs } from 'node:util';
import { formatDay, type Day } from '../calendar/isoDate.ts';
import type { CaseReview, Command } from '../domain/caseReview.ts';
import { decide } from '../domain/decide/index.ts';
import { evolve } from '../domain/evolve.ts';
import { explain } from '../domain/explain.ts';
import { calendarFor, type ResolvedPolicy } from '../domain/policy.ts';
import { REFERENCE } from '../domain/reference.ts';
import { tellClocks } from '../domain/clocks.ts';
import type { Explanation } from '../domain/told.ts';
import { parseWorkedCase, type WorkedCase } from '../operations/playCase.ts';
import { policyByName, policyFor, resolvePolicy } from '../policies/registry.ts';
import { answering, processIo, WrongUse, type Io } from './io.ts';
import { dayTyped, textIn } from './policyArgs.ts';
import { liftSettings } from '../domain/settings.ts';

const USAGE =
  'convene explain CASE CLOCK [--of NAME] [--on DAY]   CASE: a worked case, or a reference of the store that DATABASE_URL or CONVENE_DATA names';

interface Found {
  review: CaseReview;
  policy: ResolvedPolicy;
  asOf: Day;
}

/** `convene explain`: how a date was reached, day by day. Exit 1 where the case has no such clock, 2 on wrong use. */
export const explainClock = (args: string[], io: Io = processIo): Promise<number> =>
  answering(io, USAGE, async () => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { of: { type: 'string' }, on: { type: 'string' } },
    });
    const [place, clock, ...more] = positionals;
    if (place === undefined || clock === undefined || more.length > 0) throw new WrongUse('Name a case and a clock.');
    const found = REFERENCE.test(place) ? await inStore(place, io) : inFile(place, io);
    const asOf = values.on === undefined ? found.asOf : dayTyped(values.on, '--on');
    const { review, policy } = found;
    const calendar = calendarFor(policy);
    const explanation = explain(review, policy, calendar, asOf, clock, values.of);
    if (explanation !== null) {
      for (const line of linesOf(explanation)) io.out(line);
      return 0;
    }
    const has = tellClocks(review, policy, calendar, asOf).map((it) => (it.of ? `${it.id} --of "${it.of}"` : it.id));
    io.err(`This case has no such clock. It has:\n${[...new Set(has)].map((it) => `  ${it}`).join('\n')}`);
    return 1;
  });

/** The explanation as lines: what, from which day, each day that mattered, the last day, and what was read how. */
export function linesOf(it: Explanation): string[] {
  const of = it.of === undefined ? '' : ` (${it.of})`;
  return [
    `${it.clock}${of}, ${it.rule}, section ${it.section}`,
    it.words,
    it.anchor === null ? 'It has not begun.' : `From ${formatDay(it.anchor.on)}: ${it.anchor.what}.`,
    ...it.days.map((day) => `  ${formatDay(day.on)}: ${day.note}`),
    ...(it.dueOn === null ? [] : [`Last day: ${formatDay(it.dueOn)}.`]),
    ...(it.provisional === undefined ? [] : [it.provisional]),
    ...it.readings.map((reading) => `${reading.id}: ${reading.words}`),
  ];
}

function inFile(path: string, io: Io): Found {
  const parsed = parseWorkedCase(textIn(path, io));
  if (!parsed.ok) throw new WrongUse(parsed.faults.map((it) => `${path}: ${it}`).join('\n'));
  const { worked } = parsed;
  const policy = resolvePolicy(policyFor(worked.procedure), worked.settings);
  const review = played(worked, policy);
  if (review === null) throw new WrongUse(`${path}: no case is opened by it`);
  return { review, policy, asOf: worked.asOf };
}

/** The case that the steps lead to; a step that is refused changes nothing. */
function played(worked: WorkedCase, policy: ResolvedPolicy): CaseReview | null {
  const calendar = calendarFor(policy);
  const meta = { reference: 'worked-case', procedure: worked.procedure, authority: worked.authority ?? '' };
  return worked.steps.reduce<CaseReview | null>((review, step) => {
    const command = { act: step.act, on: step.on, with: step.with } as Command;
    const decision = decide(review, command, policy, calendar);
    if (decision.kind === 'refused') return review;
    return decision.events.reduce<CaseReview | null>((before, event) => evolve(before, event, meta), review);
  }, null);
}

async function inStore(reference: string, io: Io): Promise<Found> {
  const { DATABASE_URL: url, CONVENE_DATA: folder } = io.env;
  if (!url && !folder) throw new WrongUse('DATABASE_URL or CONVENE_DATA must name the store');
  // Loaded here alone: a worked case needs no database.
  const { openDatabase } = await import('../store/database.ts');
  const { loadCase } = await import('../store/cases.ts');
  const store = await openDatabase(url ? { url } : { folder: folder ?? '' }).catch((error: unknown) => {
    throw new WrongUse(`The store cannot be opened: ${error instanceof Error ? error.message : 'unknown'}`);
  });
  try {
    const stored = await loadCase(store.db, reference);
    if (!stored) throw new WrongUse('The store has no case of this reference.');
    const policy = resolvePolicy(policyByName(stored.policyVersion), liftSettings(stored.settings));
    return { review: stored.review, policy, asOf: io.today() };
  } finally {
    await store.close();
  }
}
