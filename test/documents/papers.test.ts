import { describe, expect, it } from 'vitest';
import { fileFor } from '../../src/documents/fileFor.ts';
import { minutes } from '../../src/documents/minutes.ts';
import { pack } from '../../src/documents/pack.ts';
import { plan } from '../../src/documents/plan.ts';
import { toDocx } from '../../src/documents/toDocx.ts';
import { viewOn } from '../support/caseFixtures.ts';
import { NASTY, nastyStory } from '../support/nasty.ts';

const after = viewOn('2026-09-25');

describe('the pack', () => {
  const words = JSON.stringify(pack(viewOn('2026-09-17')));
  it('holds what each agency sent and marks what is for the closed session', () => {
    expect(words).toContain('Action taken: Two visits, one warning.');
    expect(words).toContain('For the closed session (closed session): Intelligence about the household.');
    expect(words).toContain('Reason for not sharing: Under investigation.');
  });
  it('names who sent nothing', () => {
    expect(words).toContain('Invented Health, for the review, asked on Fri 28 August 2026');
  });
  it('does not name the victim', () => {
    expect(words).not.toMatch(/Wren|Tallow/);
  });
});

describe('minutes and plan', () => {
  it('the minutes name the gap, the reason to go on, and the missing return (HER-8.2, AMB-C4)', () => {
    const words = JSON.stringify(minutes(after));
    expect(words).toMatch(/Missing from the minimum: Health/);
    expect(words).toContain('The health manager was ill; the others could not wait.');
    expect(words).toContain('["Invented Health"]');
    expect(words).toContain('The victim’s statement (open session)');
  });
  it('the council’s copy lists what the victim’s copy leaves out (HER-9.4)', () => {
    const council = JSON.stringify(plan(after, { victimCopy: false }));
    const victim = JSON.stringify(plan(after, { victimCopy: true }));
    expect(council).toContain('Action 3: marked as not to be told');
    expect(victim).not.toMatch(/injunction|Odd Fellow|Ines Pector/);
    expect(victim).toContain('Some actions are not listed');
  });
});

describe('files', () => {
  it.each(['pack', 'minutes', 'plan'] as const)(
    '%s becomes a Word file named by the reference alone',
    async (document) => {
      const { name, content } = await fileFor(document, after);
      expect(name).toBe(`HBC-2026-0007 ${document}.docx`);
      expect(content.subarray(0, 2).toString()).toBe('PK');
    },
  );
  it('survives any text', async () => {
    for (const text of NASTY) {
      const { events, partnership } = nastyStory(`${text}\u0000\ud83d`);
      const view = viewOn('2026-09-25', { partnership }, events);
      expect((await toDocx(minutes(view))).length).toBeGreaterThan(1000);
    }
  });
});
