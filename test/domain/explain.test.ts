import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evolve } from '../../src/domain/evolve.ts';
import { decide } from '../../src/domain/decide/index.ts';
import { explain } from '../../src/domain/explain.ts';
import { calendarFor } from '../../src/domain/policy.ts';
import type { CaseReview, Command } from '../../src/domain/caseReview.ts';
import type { Procedure } from '../../src/domain/words.ts';
import { policyFor, resolvePolicy } from '../../src/policies/registry.ts';

interface File {
  procedure: Procedure;
  authority?: string;
  settings?: Record<string, unknown>;
  asOf?: string;
  steps: { on: string; act: string; with: unknown }[];
}

/** Why a clock of a worked case falls on its day, as of the case's last day. */
function why(name: string, clock: string, of?: string, settings: Record<string, unknown> = {}) {
  const file = JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8')) as File;
  const policy = resolvePolicy(policyFor(file.procedure), { ...file.settings, ...settings });
  const calendar = calendarFor(policy);
  const meta = { reference: 'NBC-2026-0001', procedure: file.procedure, authority: file.authority ?? '' };
  let review: CaseReview | null = null;
  for (const step of file.steps) {
    const decision = decide(review, { act: step.act, on: step.on, with: step.with } as Command, policy, calendar);
    if (decision.kind === 'accepted') for (const event of decision.events) review = evolve(review, event, meta);
  }
  const day = file.asOf ?? file.steps.at(-1)?.on ?? '';
  return review && explain(review, policy, calendar, day, clock, of);
}

describe('why a date falls where it does', () => {
  it('LLR-4.2 over the early May bank holiday names the day that does not count, and counts thirty', () => {
    const told = why('llr-updates-over-easter', 'LLR.outcome');

    const holidays = told?.days.filter((day) => day.note.includes('bank holiday')).map((day) => day.note);
    expect(holidays).toContain('bank holiday (Early May bank holiday), not counted');
    expect(told?.days.at(-1)).toMatchObject({ on: told?.dueOn, counted: 30 });
  });

  it('AMB-A4: 28 days that end on a holiday are shown as 28, and the last day as moved', () => {
    const told = why('stf-window-rolls-over-easter', 'STF.appeal.window', 'threshold');
    const [, end, moved] = told?.days ?? [];
    expect(end).toMatchObject({ counted: 28 });
    expect(moved).toMatchObject({ on: told?.dueOn, counted: null, note: 'moved to the next working day' });
  });

  it('AMB-C8: under the council’s own anchor the six weeks are said to count from receipt', () => {
    const told = why('war-six-weeks-end-on-a-bank-holiday', 'WAR.response', undefined, { 'review.anchor': 'received' });
    expect(told?.anchor?.what).toBe('the application was received');
  });

  it('AMB-D3 is named where two times bind the result of a threshold appeal', () => {
    const told = why('her-appeal-backstop-governs', 'HER.appeal.threshold', 'threshold');
    expect(told?.readings.map((reading) => reading.id)).toContain('AMB-D3');
  });

  it('is nothing for a clock that the procedure does not have', () => {
    expect(why('her-appeal-backstop-governs', 'LLR.ack')).toBeNull();
  });
});
