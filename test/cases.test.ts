import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACT_NAMES } from '../src/domain/acts.ts';
import { PROCEDURES, REFUSAL_CODES } from '../src/domain/words.ts';
import { parseWorkedCase, playCase, type WorkedCase } from '../src/operations/playCase.ts';
import { policyFor, resolvePolicy } from '../src/policies/registry.ts';

/** Every worked case of ours, dates reckoned from the rule-book by another road than the program's. */
const folder = join(import.meta.dirname, 'cases');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

const read = (name: string): WorkedCase => {
  const parsed = parseWorkedCase(readFileSync(join(folder, name), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.faults.join('; ')}`);
  return parsed.worked;
};
const cases = files.map((name) => ({ name, worked: read(name) }));

describe('worked cases', () => {
  it.each(cases)('$worked.title', ({ worked }) => {
    const { failures } = playCase(worked, (procedure, settings) => resolvePolicy(policyFor(procedure), settings));
    expect(failures).toEqual([]);
  });

  it('are forty at least, some of each procedure, each expecting something', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
    for (const procedure of PROCEDURES)
      expect(cases.filter((it) => it.worked.procedure === procedure).length).toBeGreaterThanOrEqual(5);
    expect(cases.filter((it) => it.worked.expect === undefined)).toEqual([]);
    expect(new Set(cases.map((it) => it.worked.title)).size).toBe(cases.length);
  });

  it('see every act accepted and every code of refusal given', () => {
    const steps = cases.flatMap((it) => it.worked.steps);
    const accepted = new Set(steps.filter((step) => step.refused === undefined).map((step) => step.act));
    const codes = new Set(steps.flatMap((step) => step.refused ?? []));
    expect(ACT_NAMES.filter((act) => !accepted.has(act))).toEqual([]);
    expect(REFUSAL_CODES.filter((code) => !codes.has(code))).toEqual([]);
  });
});
