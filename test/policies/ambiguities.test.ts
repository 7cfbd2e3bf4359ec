import { describe, expect, it } from 'vitest';
import { RECOMMENDED, SETTINGS } from '../../src/domain/settings.ts';
import { AMBIGUITIES, ambiguitiesOf } from '../../src/policies/ambiguities.ts';
import { allPolicies } from '../../src/policies/registry.ts';

const COUNTS = { A: 10, B: 12, C: 9, D: 12, E: 10 };
/** Of the doubts about loose clocks that came later, those that are read so far. */
const LATER = ['AMB-C10', 'AMB-C11', 'AMB-C13', 'AMB-C15', 'AMB-C16'];

describe('doubts in the printed procedures', () => {
  it('stand once each, in order', () => {
    const ids = Object.entries(COUNTS).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, at) => `AMB-${letter}${at + 1}`),
    );
    const standing = AMBIGUITIES.map((it) => it.id);
    expect(standing.filter((id) => !LATER.includes(id))).toEqual(ids);
    expect(standing.filter((id) => LATER.includes(id))).toEqual(LATER);
  });

  it('name settings that exist, and every setting that reads the text belongs to one', () => {
    const named = AMBIGUITIES.flatMap((it) => it.settings).filter((it) => !it.endsWith('.*'));
    expect(named.filter((it) => !(it in SETTINGS))).toEqual([]);
    const rest = Object.keys(RECOMMENDED).filter((it) => !named.includes(it));
    // What is printed plainly, or is the lead body’s to set: a council may change it without any doubt in the text.
    expect(rest.sort()).toEqual([
      'ack',
      'appeal.can_overturn',
      'chair.independent',
      'followup',
      'outcome',
      'panel.minimum',
      'quiet.hours',
      'slot_minutes',
      'threshold.count',
      'threshold.decision',
      'threshold.discretion',
      'threshold.window',
    ]);
  });

  it('name rules that stand in a module', () => {
    const known = new Set(allPolicies().flatMap((it) => it.rules.map((rule) => rule.id)));
    const named = AMBIGUITIES.flatMap((it) => it.where.match(/(LLR|WAR|HER|STF|SHR)-\d+\.\d+/g) ?? []);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((it) => !known.has(it))).toEqual([]);
  });

  it('are told of each procedure by what touches it', () => {
    const ids = (prefix: 'LLR' | 'HER') => ambiguitiesOf(prefix).map((it) => it.id);
    expect(ids('LLR')).toContain('AMB-D5');
    expect(ids('HER')).not.toContain('AMB-D5');
    expect(ids('HER')).toEqual(expect.arrayContaining(['AMB-A1', 'AMB-B4', 'AMB-C5', 'AMB-D3']));
  });
});
