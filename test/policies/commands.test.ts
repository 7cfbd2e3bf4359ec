import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explainClock } from '../../src/commands/explain.ts';
import type { Io } from '../../src/commands/io.ts';
import { policy } from '../../src/commands/policy.ts';
import { createCase, appendEvents } from '../../src/store/cases.ts';
import { inTransaction, openDatabase } from '../../src/store/database.ts';
import { received } from './support/playing.ts';

const cases = join(import.meta.dirname, '../cases');
const folder = mkdtempSync(join(tmpdir(), 'convene-explain-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A command's words and answer, with files that exist only here or among the worked cases. */
async function run(command: typeof policy, args: string[], files: Record<string, unknown> = {}, env: Io['env'] = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const written: Record<string, string | Uint8Array> = {};
  const io: Io = {
    out: (words) => void out.push(words),
    err: (words) => void err.push(words),
    read: (path) => {
      const given = files[path];
      if (typeof given === 'string') return given;
      return given === undefined ? readFileSync(join(cases, path), 'utf8') : JSON.stringify(given);
    },
    write: (path, content) => {
      written[path] = content;
    },
    today: () => '2026-09-07',
    env,
  };
  const code = await command(args, io);
  return { code, out: out.join('\n'), err: err.join('\n'), written };
}
const explain = explainClock;

describe('convene policy', () => {
  it('answers 2 and says how it is used where the use is wrong', async () => {
    for (const args of [
      [],
      ['frame'],
      ['sheet'],
      ['sheet', 'nowhere'],
      ['sheet', 'llr/1999-01-01'],
      ['sheet', 'llr', '--out', 'sheet.pdf'],
      ['sheet', 'llr', '--nothing'],
      ['sheet', 'llr', '--settings', 'none.json'],
      ['lint', '--on', '7/9/2026'],
      ['lint', '--settings', 'own.json'],
      ['diff', 'llr'],
      ['diff', 'llr', 'llr', 'llr-letter-3-a-day-late.json'],
      ['diff', 'llr', 'llr', '--on', 'own.json'],
    ]) {
      const { code, out, err } = await run(policy, args, { 'own.json': {} });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('convene policy');
    }
  });

  it('names the place in a settings file that is wrong', async () => {
    const { code, err } = await run(policy, ['sheet', 'llr', '--settings', 's.json'], {
      's.json': { 'threshold.count': 9 },
    });
    expect(code).toBe(2);
    expect(err).toMatch(/^s\.json: threshold\.count is 9: the Act allows 3 at most/);
    expect((await run(policy, ['sheet', 'llr', '--settings', 's.json'], { 's.json': '{' })).err).toContain(
      's.json: expected JSON',
    );
  });

  it('prints the sheet, or writes it as Markdown or for a word processor', async () => {
    expect((await run(policy, ['sheet', 'hertsmere'])).out).toMatch(/^# Check sheet: .*\n\nhertsmere\/2023-05-01\n/);
    const md = await run(policy, ['sheet', 'hertsmere/2023-05-01', '--out', 'her.md']);
    expect([md.code, md.out, md.written['her.md']]).toEqual([0, 'her.md', expect.stringContaining('| HER-10.5 |')]);
    const docx = await run(policy, ['sheet', 'hertsmere', '--out', 'her.docx']);
    expect(
      Buffer.from(docx.written['her.docx'] ?? '')
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('lints all five as shipped without a fault, and fails on one', async () => {
    const all = await run(policy, ['lint']);
    expect(all.code).toBe(0);
    expect(all.out).toContain('warning  shropshire/2023-11-21: outdated');
    expect(all.out.split('\n').at(-1)).toBe('5 checked, 0 faults, 6 warnings');
    const bad = await run(policy, ['lint', 'llr', '--settings', 's.json'], { 's.json': { 'threshold.count': 4 } });
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('fault    llr/2026-02-01: threshold.count is 4');
    expect((await run(policy, ['lint', 'llr', '--on', '2036-02-01'])).code).toBe(1);
  });

  it('lints the procedure of a partnership under its own settings', async () => {
    const file = join(import.meta.dirname, '../../src/rehearsal/partnerships/hertsmere.json');
    const given = JSON.parse(readFileSync(file, 'utf8')) as {
      partnership: { people: { id: string; manager?: string }[] };
    };
    expect((await run(policy, ['lint', '--partnership', 'p.json'], { 'p.json': given })).out).toContain(
      '1 checked, 0 faults',
    );
    const [person] = given.partnership.people;
    if (person) person.manager = 'nobody-here';
    const { code, out } = await run(policy, ['lint', '--partnership', 'p.json'], { 'p.json': given });
    expect(code).toBe(1);
    expect(out).toContain('there is no person "nobody-here"');
  });

  it('tells what differs between two councils, and which dates of a case change', async () => {
    const own = {
      'appeal.window': { n: 28, unit: 'wd' },
      'threshold.report_limit': { n: 1, unit: 'month', style: 'beginning_with' },
    };
    const args = [
      'diff',
      'llr',
      'llr',
      '--settings-b',
      'b.json',
      '--on',
      'llr-letter-3-a-day-late.json',
      'war-allotment-society.json',
    ];
    const { code, out } = await run(policy, args, { 'b.json': own });
    expect(code).toBe(0);
    expect(out).toContain('- threshold.report_limit: 1 month (of) → 1 month (beginning with)');
    expect(out).toContain(
      '- appeal.window, time: 20 working days (setting appeal.window) → 28 working days (setting appeal.window)',
    );
    expect(out).toContain('- appeal.window (review): Wed 25 June 2025 → Mon 7 July 2025');
    expect(out).toContain('- complaint b, to be reported by: Fri 28 March 2025 → Thu 27 March 2025');
    expect(out).not.toContain('complaint a,');
    expect(out).toContain('Not played: it is a case of warwickshire.');
    expect((await run(policy, ['diff', 'llr', 'llr/2026-02-01'])).out).toContain('No differences.');
  });

  it('lays two procedures side by side', async () => {
    const { out } = await run(policy, ['diff', 'hertsmere', 'shropshire']);
    expect(out).toContain('- threshold.report_limit: 30 days → 1 month (of)');
    expect(out).toContain('- withdrawn: only in A: Confirm to the victim that the review is withdrawn and closed');
    expect(out).toContain('- callback: only in B: Call the referrer back');
    expect(out).toContain('- ladder step 3: only in A: 3 months after, to chief executive');
    expect(out).toMatch(/Letters\n.*CT4 → threshold/s);
  });
});

describe('convene explain', () => {
  it('tells a worked case’s date day by day, with each holiday by name', async () => {
    const { code, out } = await run(explain, ['her-ladder-over-easter.json', 'HER.ack']);
    expect(code).toBe(0);
    expect(out).toMatch(/^HER\.ack, HER-3\.1, section 11\nAcknowledge the application: 2 working days after/);
    const easter = await run(explain, ['llr-letter-3-a-day-late.json', 'LLR.outcome']);
    expect(easter.out).toMatch(/bank holiday \(Good Friday\), not counted/);
    expect(easter.out).toMatch(/working day 30\nLast day: Thu 22 May 2025/);
    expect(easter.out).toContain('AMB-A1: ');
  });

  it('tells clocks of one id apart by name, and lists those there are where one is unknown', async () => {
    const window = await run(explain, ['llr-letter-3-a-day-late.json', 'LLR.appeal.window', '--of', 'review']);
    expect(window.out).toContain('Last day: Wed 25 June 2025.');
    const none = await run(explain, ['llr-letter-3-a-day-late.json', 'LLR.appeal.window', '--of', 'nobody']);
    expect(none.code).toBe(1);
    expect(none.err).toContain('LLR.appeal.window --of "review"');
  });

  it('answers 2 where the use is wrong or the file is no worked case', async () => {
    for (const args of [['x.json'], ['none.json', 'LLR.ack'], ['x.json', 'LLR.ack'], ['TBC-2026-0001', 'LLR.ack']])
      expect((await run(explain, args, { 'x.json': {} })).code).toBe(2);
  });

  it('finds a case of the store by its reference', async () => {
    const env = { CONVENE_DATA: folder };
    const { review } = received('hertsmere');
    if (!review) throw new Error('no case');
    const store = await openDatabase({ folder });
    await inTransaction(store.db, async (tx) => {
      const opening = {
        reference: 'TBC-2026-0001',
        authority: 'thistleford',
        procedure: 'hertsmere',
        settings: {},
      } as const;
      const opened = await createCase(tx, {
        ...opening,
        policyVersion: 'hertsmere/2023-05-01',
        openedOn: '2026-03-27',
      });
      const event = { type: 'packIssued', on: '2026-03-27' } as const;
      const row = { act: 'packIssued', event, actor: null, at: '2026-03-27T09:00:00.000Z', day: '2026-03-27' };
      await appendEvents(tx, opened, [row], { review, stage: 'application', wakeOn: null });
    });
    await store.close();
    const { code, out } = await run(explain, ['TBC-2026-0001', 'HER.met'], {}, env);
    expect(code).toBe(0);
    expect(out).toContain('Last day: Mon 20 April 2026.');
    const unknown = await run(explain, ['TBC-2026-0002', 'HER.met'], {}, env);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no case of this reference')]);
  }, 60_000);
});
