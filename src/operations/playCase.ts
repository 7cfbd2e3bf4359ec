import { CalendarEnds } from '../calendar/workingDays.ts';
import type { CaseReview, Command } from '../domain/caseReview.ts';
import { decide } from '../domain/decide/index.ts';
import { evolve } from '../domain/evolve.ts';
import type { ResolvedPolicy } from '../domain/policy.ts';
import { calendarFor } from '../domain/policy.ts';
import { tell } from '../domain/tell.ts';
import type { PlayedCase, ToldRefusal } from '../domain/told.ts';
import type { Procedure, RefusalCode } from '../domain/words.ts';
import { withDefaults } from './play/contractDefaults.ts';
import { shortfalls } from './play/matchExpectation.ts';
import { parseWorkedCase } from './play/parseWorkedCase.ts';
import { printed } from './play/printed.ts';
import type { Step, WorkedCase } from './play/workedCase.ts';

export { parseWorkedCase } from './play/parseWorkedCase.ts';
export type { WorkedCase } from './play/workedCase.ts';

/** The policy of a procedure under an authority's settings; handed in, as operations know no policy by name. */
export type PolicyFor = (procedure: Procedure, settings: Record<string, unknown>) => ResolvedPolicy;

export interface Played {
  played: PlayedCase;
  /** Every expectation that does not hold and every refusal that came or stayed away unannounced; empty when all is well. */
  failures: string[];
}

/** Plays a worked case through the pure core: no database, no network, no clock. */
export function playCase(worked: WorkedCase, policyFor: PolicyFor): Played {
  const policy = policyFor(worked.procedure, worked.settings);
  const calendar = calendarFor(policy);
  const meta = { reference: 'worked-case', procedure: worked.procedure, authority: worked.authority ?? '' };
  const refusals: ToldRefusal[] = [];
  const failures: string[] = [];
  let review: CaseReview | null = null;
  const asOf = (day: string): PlayedCase =>
    printed(worked, review === null ? null : tell(review, policy, calendar, day), review, refusals);

  worked.steps.forEach((step, index) => {
    const at = `step ${index + 1} (${step.act}, ${step.on})`;
    const decision = decide(review, commandOf(step), policy, calendar);
    if (decision.kind === 'refused') {
      const { code, rule, text } = decision.refusal;
      refusals.push({ step: index + 1, act: step.act, code: code as RefusalCode, rule, text });
      if (step.refused === undefined)
        failures.push(`${at}: refused as ${code} (${rule}), which the file does not announce`);
      else if (step.refused !== code)
        failures.push(`${at}: expected to be refused as ${step.refused}, was refused as ${code} (${rule})`);
    } else {
      if (step.refused !== undefined) failures.push(`${at}: expected to be refused as ${step.refused}, was accepted`);
      for (const event of decision.events) review = evolve(review, event, meta);
    }
    if (step.expect) failures.push(...shortfalls(step.expect, asOf(step.on), `steps[${index}].expect`));
  });
  const played = asOf(worked.asOf);
  if (worked.expect) failures.push(...shortfalls(worked.expect, played, 'expect'));
  return { played, failures };
}

const commandOf = (step: Step): Command =>
  ({
    act: step.act,
    on: step.happenedOn ?? step.on,
    enteredOn: step.on,
    ...(step.because === undefined ? {} : { because: step.because }),
    with: withDefaults(step),
  }) as Command;

/**
 * Plays each file: one JSON object a line on `out`, each failure and fault on `err`. Answers 0 where all holds, 1 where something
 * does not, 2 where a file is not a worked case (the other files are played all the same).
 */
export async function playFiles(
  paths: readonly string[],
  readFile: (path: string) => string,
  out: (line: string) => void,
  err: (line: string) => void,
  policyFor: PolicyFor,
): Promise<0 | 1 | 2> {
  let worst: 0 | 1 | 2 = 0;
  const note = (path: string, lines: readonly string[], code: 1 | 2): void => {
    for (const line of lines) err(`${path}: ${line}`);
    if (lines.length > 0 && code > worst) worst = code;
  };
  for (const path of paths) {
    const text = readOr(readFile, path);
    const parsed =
      text === null ? { ok: false as const, faults: ['expected a file that can be read'] } : parseWorkedCase(text);
    if (!parsed.ok) {
      note(path, parsed.faults, 2);
      continue;
    }
    try {
      const { played, failures } = playCase(parsed.worked, policyFor);
      out(JSON.stringify(played));
      note(path, failures, 1);
    } catch (error) {
      if (!(error instanceof CalendarEnds)) throw error;
      note(path, [error.message], 1);
    }
  }
  return worst;
}

function readOr(readFile: (path: string) => string, path: string): string | null {
  try {
    return readFile(path);
  } catch {
    return null;
  }
}
