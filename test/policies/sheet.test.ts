import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toDocx } from '../../src/documents/toDocx.ts';
import { PROCEDURES, type Procedure } from '../../src/domain/words.ts';
import { policyFor, resolvePolicy } from '../../src/policies/registry.ts';
import { toMarkdown } from '../../src/policies/sheet/markdown.ts';
import { checkSheet } from '../../src/policies/sheet/sheet.ts';
import { workedTimeline } from '../../src/policies/sheet/timeline.ts';
import { STF_TIMES } from './support/playing.ts';

const sheetOf = (procedure: Procedure, own: Record<string, unknown> = {}) =>
  checkSheet(resolvePolicy(policyFor(procedure), own), policyFor(procedure));
const markdown = (procedure: Procedure, own: Record<string, unknown> = {}) => toMarkdown(sheetOf(procedure, own));
const timeline = (procedure: Procedure, own: Record<string, unknown> = {}) =>
  workedTimeline(resolvePolicy(policyFor(procedure), own)).map((it) => `${it.on} ${it.rule}`);

describe('the check sheet', () => {
  it.each(PROCEDURES)('%s: has every rule, every clock, every setting and a place to sign', (procedure) => {
    const words = markdown(procedure);
    const policy = policyFor(procedure);
    for (const rule of policy.rules) expect(words).toContain(`| ${rule.id} | ${rule.words} | ${rule.section} |`);
    for (const clock of policy.clocks) expect(words).toContain(`| ${clock.id} | ${clock.label} |`);
    for (const letter of Object.values(policy.letters)) expect(words).toContain(letter);
    expect(words).toContain('| threshold.count | 3 |  |');
    expect(words).toContain('| STAT-3 |');
    expect(words.trimEnd()).toMatch(/\| Name \| {2}\|\n\| Role \| {2}\|\n\| Date \| {2}\|$/);
  });

  it('shows what the council set beside what was shipped, and what it must still set', () => {
    const own = { 'appeal.window': { n: 20, unit: 'wd' }, 'forms.request': 'CT1' };
    expect(markdown('hertsmere', own)).toContain('| appeal.window | none | 20 working days |');
    expect(markdown('hertsmere', own)).toContain('| forms.request | none | CT1 |');
    expect(markdown('staffordshire')).toContain('| ack | none | MUST BE SET before a case is opened |');
    expect(markdown('staffordshire', STF_TIMES)).toContain('| ack | none | 5 working days |');
  });

  it('says what is in a clock’s row: time, anchor, kind, who, what meets it, more time, rule', () => {
    expect(markdown('llr')).toContain(
      '| LLR.outcome | Write to the applicant with the outcome (Letter 3) | 30 working days | the letter “met” sent | duty | the officer who runs the case | letter Letter 3 | with a reason, and an update every 20 working days | LLR-4.2, section 4, 9 |',
    );
    expect(markdown('warwickshire')).toMatch(/WAR\.response \|[^\n]*\| 6 weeks \| the acknowledgement sent \|/);
    const received = markdown('warwickshire', { 'review.anchor': 'received' });
    expect(received).toMatch(/WAR\.response \|[^\n]*\| 6 weeks \| the application received \|/);
    expect(markdown('shropshire')).toMatch(/SHR\.appeal\.result [^\n]* none set /);
    expect(markdown('hertsmere')).toContain(
      '| 2 | 2 months after the due date | head of service | chief executive | HER-10.4 |',
    );
  });

  it('reads the doubts of its own procedure, and no other’s', () => {
    expect(markdown('llr')).toContain('| AMB-D5 | LLR-12.10 |');
    expect(markdown('hertsmere')).not.toContain('AMB-D5');
  });

  it('is a document for a word processor too, with the same words', async () => {
    const files = unzipSync(new Uint8Array(await toDocx(sheetOf('warwickshire'))));
    const words = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    for (const part of ['Check sheet: ASB Case Review Procedure', 'WAR-8.4', 'Tue 7 April 2026', 'Differences'])
      expect(words).toContain(part);
  });

  it('breaks no table with what a council types', () => {
    const lines = markdown('hertsmere', { 'appeal.body': 'the manager | or\nsomebody' }).split('\n');
    expect(lines).toContainEqual(expect.stringContaining('the manager \\| or somebody |'));
  });
});

describe('the worked timeline, received on Fri 27 March 2026', () => {
  it('gives Hertsmere’s dates over Easter and the May holidays', () => {
    expect(timeline('hertsmere')).toEqual([
      '2026-03-31 HER-3.1',
      '2026-04-20 HER-3.3',
      '2026-04-20 HER-3.4',
      '2026-04-22 HER-5.1',
      '2026-04-27 HER-7.1',
      '2026-05-19 AMB-C2',
      '2026-05-25 AMB-C16',
      '2026-05-27 HER-4.2',
      '2026-05-27 HER-4.3',
      '2026-06-17 HER-12.3',
      '2026-06-20 HER-10.2',
      '2026-06-24 HER-12.4',
      '2026-07-11 HER-10.3',
      '2026-07-22 AMB-C15',
      '2026-08-20 HER-10.4',
      '2026-09-20 HER-10.5',
    ]);
  });

  it('gives LLR’s from Letter 1 to the result of an appeal', () => {
    expect(timeline('llr')).toEqual([
      '2026-04-07 LLR-3.1',
      '2026-04-14 AMB-C3',
      '2026-04-21 LLR-3.2',
      '2026-05-06 AMB-C3',
      '2026-05-20 AMB-C2',
      '2026-06-03 AMB-C16',
      '2026-06-04 LLR-4.2',
      '2026-07-02 LLR-12.1',
      '2026-07-03 LLR-12.6',
      '2026-07-09 LLR-12.7',
      '2026-08-20 LLR-12.9',
      '2026-09-17 AMB-C15',
    ]);
  });

  it('gives each date its reason', () => {
    const [first] = workedTimeline(resolvePolicy(policyFor('warwickshire'), {}));
    expect(first).toEqual({
      on: '2026-04-07',
      what: 'Acknowledge the application in writing',
      why: '5 working days after the application was received on Fri 27 March 2026',
      rule: 'WAR-3.1',
    });
    const told = workedTimeline(resolvePolicy(policyFor('shropshire'), {})).find((it) => it.rule === 'SHR-4.3');
    expect(told?.why).toContain('another date for the same act comes first');
  });

  it('is the appeal alone in Staffordshire until the lead body has set its times (STF-3.1)', () => {
    expect(timeline('staffordshire')).toEqual([
      '2026-03-30 AMB-C13',
      '2026-04-07 STF-12.5',
      '2026-04-21 STF-12.6',
      '2026-04-24 STF-12.1',
      '2026-05-06 STF-12.7',
      '2026-05-20 STF-12.8',
      '2026-06-17 AMB-C15',
      '2026-08-20 STF-10.1',
    ]);
    expect(timeline('staffordshire', STF_TIMES)[0]).toBe('2026-04-07 STF-3.1');
  });
});
