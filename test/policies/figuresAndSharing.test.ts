import { describe, expect, it } from 'vitest';
import { legalBasis } from '../../src/cards/legalBasis.ts';
import { draftLetter } from '../../src/documents/draftLetter.ts';
import { PROCEDURES } from '../../src/domain/words.ts';
import { policyFor } from '../../src/policies/registry.ts';
import { Playing, planned, received } from './support/playing.ts';

const FOUR = ['applications', 'not_met', 'reviews', 'with_recommendations'];

describe('figures', () => {
  it.each(PROCEDURES)(
    '%s: lists the Act’s four, for a year from 1 April (STAT-8, WAR-13.1, HER-13.1, SHR-13.1)',
    (procedure) => {
      const { figures } = policyFor(procedure);
      expect(figures.counts).toEqual(expect.arrayContaining(FOUR));
      expect(figures.period).toBe('1 April to 31 March');
      expect(figures.rule).toBe(`${policyFor(procedure).prefix}-13.1`);
    },
  );

  it('lists those met besides in LLR, and appeals in Staffordshire (LLR-13.1, STF-13.1, STF-13.2)', () => {
    expect(policyFor('llr').figures.counts).toContain('met');
    expect(policyFor('staffordshire').figures.counts).toContain('appeals');
  });

  it('tells what a case counts as: an application, or a review without one (AMB-E7)', () => {
    expect(received('llr').told().case.countsAs).toBe('application');
    const manager = { name: 'Marcus Teal', rank: 'inspector' as const, body: 'police' as const };
    const opened = new Playing('hertsmere').does('2026-03-27', 'openSafeguardingReview', {
      by: manager,
      reason: 'Danger.',
      victim: { name: 'Tamsin Roe' },
    });
    expect(opened.told().case.countsAs).toBe('review');
  });
});

describe('names', () => {
  it.each(PROCEDURES)('%s: no letter uses the name that was given up (STF-13.4)', (procedure) => {
    const playing = planned(procedure);
    for (const letter of new Set(Object.values(playing.policy.letters))) {
      const words = draftLetter(letter, playing.view('2026-05-06'), 'email');
      expect(`${words.title} ${words.paragraphs.join(' ')}`).not.toMatch(/community trigger/i);
    }
    expect(playing.letter(playing.policy.letters.acknowledgement ?? 'acknowledgement', '2026-05-06')).toContain(
      'ASB Case Review',
    );
  });

  it('knows the record systems of LLR and Hertsmere, and none elsewhere (LLR-14.4, HER-14.2, SHR-14.1)', () => {
    expect(PROCEDURES.map((it) => [it, policyFor(it).labels.recordSystem])).toEqual([
      ['llr', 'ECINS'],
      ['warwickshire', null],
      ['hertsmere', 'SafetyNet+'],
      ['staffordshire', null],
      ['shropshire', null],
    ]);
  });
});

describe('why an agency may and must answer', () => {
  const words = [...legalBasis('threshold'), ...legalBasis('review')].join(' ');
  it('stands on every request: the Act, the two exceptions, the laws beside it (STAT-10, LLR-14.1, HER-14.1, WAR-14.1)', () => {
    expect(words).toMatch(/section 104 and Schedule 4/);
    expect(words).toMatch(/must give it/);
    expect(words).toMatch(/data protection law forbids.*Investigatory Powers Act 2016/);
    expect(words).toMatch(/Section 115 of the Crime and Disorder Act 1998 and the Data Protection Act 2018/);
  });
});
