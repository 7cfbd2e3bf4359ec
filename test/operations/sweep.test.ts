import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/isoDate.ts';
import { nextDueDay } from '../../src/operations/guide.ts';
import { performOnCase } from '../../src/operations/perform.ts';
import { sweep } from '../../src/operations/sweep.ts';
import { viewCase } from '../../src/operations/view.ts';
import { loadCase, readEvents, verifyChain } from '../../src/store/cases.ts';
import { openDatabase } from '../../src/store/database.ts';
import { sealNow } from '../../src/store/seal.ts';
import { accepted, startShell, type Shell } from '../support/shell.ts';
import { KINDS } from '../support/store.ts';
import { accepted4, opened, planned } from '../support/story.ts';

describe.each(KINDS)('the sweep, on the %s store', (kind) => {
  let shell: Shell;
  beforeAll(async () => {
    shell = await startShell({ today: '2026-03-02', kind });
  });
  afterAll(() => shell.close());

  it('run twice on a day, or by two replicas at once, tells each thing once', async () => {
    const { caseId } = await planned(shell);
    shell.on('2026-04-30');
    const both = await Promise.all([sweep(shell.deps, '2026-04-30'), sweep(shell.deps, '2026-04-30')]);
    const again = await sweep(shell.deps, '2026-04-30');
    const told = [...both, again].flatMap((it) => it.nudges.filter((nudge) => nudge.caseId === caseId));
    const actions = told.filter((it) => it.words.includes('action'));
    expect(actions.map((it) => it.to.join())).toEqual(['odd-fellow', 'lana-lord']);
    const before = await shell.everything();
    expect((await sweep(shell.deps, '2026-04-30')).cases).toBe(0);
    expect(await shell.everything()).toBe(before);
  });

  it('leaves idle cases alone, and looks at those whose day has come', async () => {
    const caseId = await opened(shell);
    const wakeOn = (await loadCase(shell.deps.db, caseId))?.wakeOn ?? '';
    expect(wakeOn).toBe('2026-03-03');
    expect((await sweep(shell.deps, '2026-03-02')).nudges.filter((it) => it.caseId === caseId)).toEqual([]);
    shell.on('2026-03-03');
    const swept = await sweep(shell.deps, '2026-03-03');
    expect(swept.nudges.filter((it) => it.caseId === caseId)).toMatchObject([{ why: 'before_due', to: ['cora-spoc'] }]);
    expect(await nextDueDay(shell.deps, '2026-03-03')).toBe('2026-03-05');
  });

  it('waking after months asleep sends the highest rung once and records those it passed', async () => {
    const { caseId } = await planned(shell);
    shell.on('2026-08-04');
    const swept = await sweep(shell.deps, '2026-08-04');
    const first = swept.nudges.filter((it) => it.caseId === caseId && it.words.endsWith('action 1'));
    expect(first).toMatchObject([{ why: 'ladder', to: ['chief-exec'] }]);
    const events = (await readEvents(shell.deps.db, caseId)).map((it) => it.event);
    const ladder = events.flatMap((it) => (it.type === 'nudged' && it.about.action === '1' ? [it.about] : []));
    expect(ladder.at(-1)).toMatchObject({ step: 3, passed: [0, 1, 2] });
  });

  it('stops when the action ends', async () => {
    const { caseId } = await planned(shell);
    shell.on('2026-05-05');
    accepted(
      await performOnCase(shell.deps, {
        caseId,
        person: shell.who('odd-fellow'),
        act: 'reportAction',
        with: { action: '1', status: 'done' },
      }),
    );
    let at = '2026-05-05';
    while (at < '2026-06-30') {
      at = addDays(at, 7);
      shell.on(at);
      const nudges = (await sweep(shell.deps, at)).nudges.filter((it) => it.caseId === caseId);
      expect(nudges.filter((it) => it.words.endsWith('action 1'))).toEqual([]);
    }
  });

  it('after three weeks asleep chases the agency first; its senior contact hears with the agency’s third chaser (AMB-C4)', async () => {
    const caseId = await accepted4(shell);
    const heard: { day: string; to: string[] }[] = [];
    for (let day = '2026-04-07'; day <= '2026-04-16'; day = addDays(day, 1)) {
      shell.on(day);
      for (const nudge of (await sweep(shell.deps, day)).nudges)
        if (nudge.caseId === caseId && nudge.why === 'chase' && nudge.words.includes('Invented Police'))
          heard.push({ day, to: nudge.to });
    }
    const daysOf = (id: string) => heard.filter((it) => it.to.includes(id)).map((it) => it.day);
    expect(daysOf('ines-pector')[0]).toBe('2026-04-07');
    expect(daysOf('super-intend')[0]).toBe(daysOf('ines-pector')[2]);
  });

  it('is not held up by one case that cannot be worked out', async () => {
    const broken = await opened(shell);
    const whole = await opened(shell);
    const faulty: Shell['deps'] = {
      ...shell.deps,
      policyFor: (procedure, settings, version) => {
        if (settings['names.broken'] === broken) throw new Error('a setting nobody can read');
        return shell.deps.policyFor(procedure, settings, version);
      },
    };
    await shell.deps.db
      .updateTable('cases')
      .set({ settings: JSON.stringify({ 'names.broken': broken }) })
      .where('reference', '=', broken)
      .execute();
    await sql`update cases set seal = ${sealNow} where reference = ${broken}`.execute(shell.deps.db);
    shell.on('2026-03-03');
    const swept = await sweep(faulty, '2026-03-03');
    expect(swept.faults.map((it) => it.caseId)).toEqual([broken]);
    expect(swept.nudges.some((it) => it.caseId === whole)).toBe(true);
    expect((await loadCase(shell.deps.db, broken))?.wakeOn).toBe('2026-03-04');
  });
});

describe('a restart', () => {
  it('in the middle of a case goes on from the same folder: record, work in hand and what is owed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shell-'));
    try {
      let shell = await startShell({ today: '2026-03-02', store: await openDatabase({ folder }) });
      const { caseId, day } = await planned(shell);
      const before = accepted(await viewCase(shell.deps, caseId, null));
      const owed = (await shell.effects(caseId)).length;
      await shell.close();
      shell = await startShell({ today: day, store: await openDatabase({ folder }) });
      const after = accepted(await viewCase(shell.deps, caseId, null));
      expect(after.review).toEqual(before.review);
      expect(after.steps).toEqual(before.steps);
      expect(await shell.effects(caseId)).toHaveLength(owed);
      expect(await verifyChain(shell.deps.db, caseId)).toEqual({ ok: true });
      shell.on('2026-04-30');
      expect((await sweep(shell.deps, '2026-04-30')).nudges.length).toBeGreaterThan(0);
      await shell.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 180_000);
});
