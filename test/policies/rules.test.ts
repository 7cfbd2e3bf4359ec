import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STATUTE } from '../../src/domain/statute.ts';
import { allPolicies } from '../../src/policies/registry.ts';

/** The rule-book, counted: how many rules each family of each procedure has. */
const FAMILIES: Record<string, Record<number, number>> = {
  LLR: { 1: 6, 2: 6, 3: 4, 4: 4, 5: 4, 6: 4, 7: 1, 8: 3, 9: 2, 10: 1, 11: 2, 12: 13, 13: 2, 14: 4 },
  WAR: { 1: 7, 2: 10, 3: 3, 4: 3, 5: 3, 6: 1, 7: 2, 8: 4, 9: 2, 10: 1, 11: 2, 12: 3, 13: 2, 14: 1 },
  HER: { 1: 6, 2: 7, 3: 5, 4: 3, 5: 3, 6: 1, 7: 1, 8: 4, 9: 4, 10: 8, 11: 4, 12: 6, 13: 1, 14: 2 },
  STF: { 1: 5, 2: 9, 3: 2, 4: 1, 5: 1, 6: 1, 7: 2, 8: 4, 9: 2, 10: 1, 12: 13, 13: 4, 14: 2 },
  SHR: { 1: 5, 2: 4, 3: 3, 4: 4, 5: 1, 6: 1, 7: 2, 8: 4, 9: 2, 10: 2, 11: 1, 12: 4, 13: 2, 14: 1 },
};
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const ALL = [
  ...Object.entries(FAMILIES).flatMap(([prefix, families]) =>
    Object.entries(families).flatMap(([family, count]) => upTo(count).map((rule) => `${prefix}-${family}.${rule}`)),
  ),
  ...upTo(13).map((rule) => `STAT-${rule}`),
];

const tests = join(import.meta.dirname, '..');
const NOT_HELD = join(import.meta.dirname, 'not-held.md');

/** The tools print every rule: a rule they print is not thereby held. */
const TOOLS = ['rules.test.ts', 'sheet.test.ts', 'commands.test.ts'].map((name) => join(import.meta.dirname, name));

/** Every id that a test or a worked case names. */
function named(): Set<string> {
  const texts = files(tests).filter((it) => !TOOLS.includes(it) && /\.(test\.ts|json)$/.test(it));
  return new Set(
    texts.flatMap((it) => readFileSync(it, 'utf8').match(/\b(LLR|WAR|HER|STF|SHR)-\d+\.\d+|STAT-\d+/g) ?? []),
  );
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** Rows `| id | why |` of the list. */
const notHeld = readFileSync(NOT_HELD, 'utf8')
  .split('\n')
  .flatMap((line) => /^\| ([A-Z]+-[\d.]+) +\| (.+?) +\|$/.exec(line)?.slice(1, 3) ?? [])
  .reduce<[string, string][]>(
    (rows, _cell, at, cells) => (at % 2 ? rows : [...rows, [cells[at] ?? '', cells[at + 1] ?? '']]),
    [],
  );

describe('the rule-book', () => {
  const rows = [...allPolicies().flatMap((it) => it.rules), ...STATUTE];

  it('has 251 rules, each in its module exactly once, in the order of the page', () => {
    expect(ALL).toHaveLength(251);
    const order = ['LLR', 'WAR', 'HER', 'STF', 'SHR', 'STAT'];
    const standing = rows.map((it) => it.id);
    const sorted = order.flatMap((prefix) => standing.filter((id) => id.startsWith(`${prefix}-`)));
    expect(sorted).toEqual(ALL);
  });

  it('gives each rule words, a section and a force', () => {
    for (const rule of rows) {
      expect(rule.words).toMatch(/^\S.{15,}[.?]$/s);
      expect(rule.section).toMatch(/\S/);
      expect(rule.force).toMatch(/^[MSDI]$/);
    }
    expect(new Set(rows.map((it) => it.words)).size).toBeGreaterThan(240);
  });

  it('is held by a test, or listed with the reason why software cannot hold it, and never both', () => {
    const held = named();
    const listed = notHeld.map(([id]) => id);
    expect(
      ALL.filter((id) => !held.has(id) && !listed.includes(id)),
      'neither held nor listed',
    ).toEqual([]);
    expect(
      listed.filter((id) => held.has(id)),
      'listed though a test names it',
    ).toEqual([]);
    expect(
      listed.filter((id) => !ALL.includes(id)),
      'listed but no rule',
    ).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
    for (const [id, why] of notHeld) expect(`${id}: ${why}`).toMatch(/^\S+: .{20,}$/);
  });

  it('is held for the most part', () => {
    expect(notHeld.length).toBeLessThan(ALL.length / 5);
  });
});
