import { describe, expect, it } from 'vitest';
import { draftLetter } from '../../src/documents/draftLetter.ts';
import { LETTERS, PROCEDURES } from '../../src/domain/words.ts';
import { resolvePolicy } from '../../src/domain/policy.ts';
import { policyFor } from '../../src/policies/registry.ts';
import type { CaseEvent } from '../../src/domain/caseReview.ts';
import { viewOn } from '../support/caseFixtures.ts';
import { STORY } from '../support/caseStory.ts';

const words = (letter: Parameters<typeof draftLetter>[0], day: string) =>
  draftLetter(letter, viewOn(day), 'email').paragraphs.join('\n');

describe('letters of the Hertsmere procedure', () => {
  it('acknowledge with the reference, the date, the contact and the day of the next news (HER-3.1)', () => {
    const letter = words('acknowledgement', '2026-08-18');
    expect(letter).toContain('Our reference: HBC-2026-0007');
    expect(letter).toContain('Date: Tue 18 August 2026');
    expect(letter).toContain('Dear Wren Tallow,');
    expect(letter).toContain('our decision by Mon 7 September 2026');
    expect(letter).toContain('Cora Spoc');
  });
  it('CT4 tells support and how to be heard (HER-3.5), and when the call comes (HER-7.1: five working days)', () => {
    const letter = words('CT4', '2026-08-26');
    expect(letter).toMatch(/Support\. .*advocates/);
    expect(letter).toMatch(/come to the first part of the meeting.*write a statement/);
    expect(letter).not.toMatch(/send somebody to speak|read out|on video/);
    expect(letter).toContain('a call from us by Thu 3 September 2026');
  });
  it('CT3 gives reasons, each complaint, and the appeal form CT3a (HER-3.3)', () => {
    const refused = STORY.filter((event) => event.on < '2026-08-26').concat({
      type: 'thresholdDecided',
      act: 'decideThreshold',
      on: '2026-08-26',
      with: { result: 'not_met', bodies: ['council', 'police'], reasons: 'Two incidents only.' },
    } satisfies CaseEvent);
    const letter = draftLetter('CT3', viewOn('2026-08-26', {}, refused), 'email').paragraphs.join('\n');
    expect(letter).toContain('Their reasons: Two incidents only.');
    expect(letter).toContain(
      'The incident of Fri 1 May 2026: not counted, because it was reported after Sun 31 May 2026.',
    );
    expect(letter).toContain('Appeal form (CT3a)');
    expect(letter).toContain('There is no last day for an appeal.');
  });
  it('CT3 for an application that was declined gives that reason and measures no complaint (HER-1.4)', () => {
    const declined = STORY.filter((event) => event.on < '2026-08-26').concat({
      type: 'applicationDeclined',
      act: 'declineApplication',
      on: '2026-08-26',
      with: { reason: 'court', text: 'The county court has ruled on it.', approvedBy: [] },
    } satisfies CaseEvent);
    const letter = draftLetter('CT3', viewOn('2026-08-26', {}, declined), 'email').paragraphs.join('\n');
    expect(letter).toContain('It challenges a decision of a civil or criminal court.');
    expect(letter).toContain('The county court has ruled on it.');
    expect(letter).toContain('Appeal form (CT3a)');
    expect(letter).not.toMatch(/does not meet the threshold|not counted/);
  });
  it('the outcome leaves out the action that may not be told, and the owners’ names (HER-9.4)', () => {
    const letter = words('outcome', '2026-09-25');
    expect(letter).toContain(
      'Fit a second lock and a door viewer. Nonesuch Borough Council does this by Fri 2 October 2026.',
    );
    expect(letter).toContain('1 action of the plan is not listed');
    expect(letter).not.toMatch(/injunction|Odd Fellow|Lana Lord|nobody put them together/);
  });
});

describe('letters of every procedure', () => {
  it.each(PROCEDURES)('%s: each of its letters can be drafted, dated and signed', (procedure) => {
    const policy = resolvePolicy(policyFor(procedure), {});
    for (const letter of [...new Set(Object.values(policy.letters))]) {
      const draft = draftLetter(letter, viewOn('2026-09-25', { policy }), 'email');
      expect(draft.title).toMatch(/\S/);
      expect(draft.paragraphs[0]).toBe('Our reference: HBC-2026-0007');
      expect(draft.paragraphs.join('\n')).not.toMatch(/undefined|\[object|NaN/);
    }
  });
  it('knows every letter of the field', () => {
    const known = new Set(PROCEDURES.flatMap((procedure) => Object.values(policyFor(procedure).letters)));
    expect(LETTERS.filter((letter) => !known.has(letter) && letter !== 'update' && letter !== 'minutes')).toEqual([]);
  });
  it('names the last day of an appeal in words where the procedure has one (LLR-12.1: 20 working days)', () => {
    const policy = resolvePolicy(policyFor('llr'), {});
    const letter = draftLetter('Letter 3', viewOn('2026-09-25', { policy }), 'email').paragraphs.join('\n');
    expect(letter).toContain('The last day for it is Fri 23 October 2026.');
  });
});
