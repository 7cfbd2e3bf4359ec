import { describe, expect, it } from 'vitest';
import type { Partnership } from '../../src/domain/directory.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { PROCEDURES, type Procedure } from '../../src/domain/words.ts';
import { lintPolicy, type LintOptions } from '../../src/policies/lint/lint.ts';
import { allPolicies, policyFor } from '../../src/policies/registry.ts';
import { partnershipOf } from './support/playing.ts';

const DAY = '2026-09-07';
const confirmed = { 'policy.confirmed_on': '2026-09-01' };
const lint = (policy: Policy, options: Partial<LintOptions> = {}) =>
  lintPolicy(policy, allPolicies(), { on: DAY, own: confirmed, ...options });
const faults = (policy: Policy, options: Partial<LintOptions> = {}) =>
  lint(policy, options)
    .filter((it) => it.level === 'fault')
    .map((it) => it.words);
const warnings = (procedure: Procedure, options: Partial<LintOptions> = {}) =>
  lint(policyFor(procedure), options)
    .filter((it) => it.level === 'warning')
    .map((it) => it.words)
    .join('\n');
const hertsmere = policyFor('hertsmere');
const withClock = (change: object): Policy => ({
  ...hertsmere,
  clocks: hertsmere.clocks.map((it) => (it.id === 'HER.ack' ? { ...it, ...change } : it)),
});

describe('the linter', () => {
  it.each(PROCEDURES)('finds no fault in %s as shipped, nor in its rehearsal partnership', (procedure) => {
    expect(faults(policyFor(procedure))).toEqual([]);
    expect(faults(policyFor(procedure), { partnership: partnershipOf(procedure) })).toEqual([]);
  });

  it('finds a threshold above three, in the module and in what a council sets (STAT-3)', () => {
    const strict = { ...hertsmere, settings: { ...hertsmere.settings, 'threshold.count': 4 } };
    expect(faults(strict)).toEqual(['threshold.count is 4: the Act allows 3 at most (STAT-3)']);
    expect(faults(hertsmere, { own: { 'threshold.count': 5 } })[0]).toContain('threshold.count is 5');
    expect(faults(hertsmere, { own: { 'threshold.counts': 3 } })).toEqual([
      'setting threshold.counts: is not a setting of the rule-book',
    ]);
  });

  it.each([
    ['counts from nothing that happens', { from: 'full_moon' }],
    ['is met by no act', { metBy: { letter: [] } }],
    ['is met by no act', { metBy: { act: 'nothing' } }],
    ['has no time', { period: { n: 2, unit: 'fortnight' } }],
    ['takes its time from ack, which is empty', { period: 'ack' }],
    ['takes its time from target.nothing, which is no setting', { period: 'target.nothing' }],
    ['takes its time from ladder, which holds none', { period: 'ladder' }],
  ])('finds a clock that %s', (words, change) => {
    expect(faults(withClock(change))).toContain(`clock HER.ack ${words}`);
  });

  it('finds a clock or a pair that stands twice or nowhere', () => {
    const [first] = hertsmere.clocks;
    if (!first) throw new Error('no clock');
    expect(faults({ ...hertsmere, clocks: [...hertsmere.clocks, first] })).toEqual(['clock HER.ack stands twice']);
    expect(faults({ ...hertsmere, bindTogether: [{ clocks: ['HER.ack', 'HER.nothing'], reading: 'AMB-D3' }] })).toEqual(
      ['bindTogether names HER.nothing, which is no clock of this module'],
    );
  });

  it('finds rungs that nobody reaches (HER-10.2)', () => {
    const [zero, one, two, three] = hertsmere.ladder;
    if (!zero || !one || !two || !three) throw new Error('no ladder');
    const early = { ...two, after: { n: 14, unit: 'cd' as const } };
    expect(faults({ ...hertsmere, ladder: [zero, one, early, three] })).toEqual([
      'ladder step 1 is never reached: step 2 comes no later',
    ]);
    expect(faults({ ...hertsmere, ladder: [zero, two, three] })[0]).toBe('ladder step 2 stands in the place of step 1');
    const off = { ...hertsmere, settings: { ...hertsmere.settings, ladder: false } };
    expect(faults(off)).toEqual(['no rung can be reached: the ladder is switched off']);
    expect(faults({ ...hertsmere, ladder: [] })).toEqual(['the ladder is on and has no rungs']);
  });

  it('finds ids that no rule has, that stand twice, or that belong elsewhere', () => {
    expect(faults(withClock({ rule: 'HER-3.9' }))).toEqual(['HER.ack rests on HER-3.9, which is no known rule']);
    expect(faults({ ...hertsmere, riskRule: 'AMB-B99' })).toEqual([
      'riskRule rests on AMB-B99, which is no known rule',
    ]);
    expect(faults({ ...hertsmere, actsLacking: { passOnAppeal: 'STF-99.1' } })[0]).toContain('STF-99.1');
    const [rule] = hertsmere.rules;
    if (!rule) throw new Error('no rule');
    expect(faults({ ...hertsmere, rules: [...hertsmere.rules, rule] })).toEqual(['HER-1.1 stands twice']);
    expect(faults({ ...hertsmere, rules: [...hertsmere.rules, { ...rule, id: 'WAR-1.9' }] })).toEqual([
      'WAR-1.9 is not a rule of HER',
    ]);
  });

  it('finds letters that no clock and no role uses', () => {
    expect(faults(withClock({ metBy: { letter: ['Letter 1'] } }))).toEqual([
      'clock HER.ack is met by letter Letter 1, which no role of this procedure uses',
    ]);
    expect(faults({ ...hertsmere, letterRules: { ...hertsmere.letterRules, 'Letter 6': 'HER-12.4' } })).toEqual([
      'letterRules names letter Letter 6, which no clock and no role uses',
    ]);
  });
});

describe('contacts that lead nowhere', () => {
  const partnership = partnershipOf('hertsmere');
  const owner = partnership.people.find((it) => it.roles.includes('action_owner') && it.manager !== undefined);
  const agency = partnership.agencies.find((it) => it.id === owner?.agency);
  if (!owner || !agency) throw new Error('the partnership is too small');
  const changed = (person: object, inAgency: object): Partnership => ({
    ...partnership,
    people: partnership.people.map((it) => (it.id === owner.id ? { ...it, ...person } : it)),
    agencies: partnership.agencies.map((it) => (it.id === agency.id ? { ...it, ...inAgency } : it)),
  });
  const { manager: _manager, ...managerless } = owner;

  it('are found for each rung of the ladder (HER-10.3, HER-10.4, HER-10.5)', () => {
    const people = partnership.people.map((it) => (it.id === owner.id ? managerless : it));
    expect(faults(hertsmere, { partnership: { ...partnership, people } })).toEqual([
      `directory people.${owner.id}: no line manager, so ladder step 1 reaches nobody (HER-10.3)`,
    ]);
    const { headOfService: _head, chiefExecutive: _chief, ...bare } = agency;
    const agencies = partnership.agencies.map((it) => (it.id === agency.id ? bare : it));
    expect(faults(hertsmere, { partnership: { ...partnership, agencies } })).toEqual([
      `directory agencies.${agency.id}.headOfService: nobody, so ladder step 2 reaches nobody (HER-10.4)`,
      `directory agencies.${agency.id}.chiefExecutive: nobody, so ladder step 3 reaches nobody (HER-10.5)`,
    ]);
  });

  it('are found where a name stands for nobody', () => {
    expect(faults(hertsmere, { partnership: changed({ manager: 'left-last-year' }, {}) })[0]).toContain(
      'left-last-year',
    );
    expect(faults(hertsmere, { partnership: changed({}, { chiefExecutive: 'left-too' }) })[0]).toContain('left-too');
  });

  it('are not looked for in a ladder that a council has switched off, nor in another procedure’s directory', () => {
    const people = partnership.people.map((it) => (it.id === owner.id ? managerless : it));
    const broken = { ...partnership, people };
    expect(faults(hertsmere, { own: { ladder: false }, partnership: broken })).toEqual([]);
    expect(faults(policyFor('llr'), { partnership: broken })).toEqual([]);
  });
});

describe('what will soon be wrong', () => {
  it('is a module that nobody has signed (AMB-E9)', () => {
    expect(warnings('hertsmere', { own: {} })).toContain('not signed');
    expect(warnings('hertsmere')).not.toContain('not signed');
  });

  it('is Shropshire’s document past November 2025, until it is confirmed again', () => {
    expect(warnings('shropshire', { own: {} })).toContain(
      'outdated: the document was to be reviewed by Sun 30 November 2025',
    );
    expect(warnings('shropshire', { own: {}, on: '2025-11-30' })).not.toContain('outdated');
    expect(warnings('shropshire')).not.toContain('outdated');
  });

  it('is a review of the procedure that has come round: two years, one year, a quarter (LLR-12.13, WAR-13.2, SHR-13.2)', () => {
    const on = (procedure: Procedure, day: string) =>
      warnings(procedure, { own: { 'policy.confirmed_on': '2025-03-31' }, on: day });
    expect(on('llr', '2027-03-31')).not.toContain('LLR-12.13');
    expect(on('llr', '2027-04-01')).toContain('every 24 months (LLR-12.13); last confirmed on Mon 31 March 2025');
    expect(on('warwickshire', '2026-03-31')).not.toContain('WAR-13.2');
    expect(on('warwickshire', '2026-04-01')).toContain('(WAR-13.2)');
    expect(on('shropshire', '2025-06-30')).not.toContain('SHR-13.2');
    expect(on('shropshire', '2025-07-01')).toContain('(SHR-13.2)');
  });

  it('is a calendar whose proclaimed days end within twelve months; once no day can be counted that is a fault', () => {
    expect(warnings('hertsmere', { on: '2026-12-31' })).not.toContain('bank holidays');
    expect(warnings('hertsmere', { on: '2027-01-01' })).toContain('proclaimed to Fri 31 December 2027 only');
    expect(faults(hertsmere, { on: '2035-12-31' })).toEqual([]);
    expect(faults(hertsmere, { on: '2036-01-01' })).toEqual([
      'the bank holidays ended on Mon 31 December 2035: no working day can be counted',
    ]);
  });
});
