import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Backstage } from '../../src/rehearsal/backstage.ts';
import { movableClock } from '../../src/rehearsal/clock.ts';
import type { DeskView, TickReport } from '../../src/rehearsal/desk/protocol.ts';
import { openBox } from './support/box.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-clock-'));
  folders.push(folder);
  return folder;
};
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A real clock for the test's hand. */
function hand(from = '2026-11-20T15:00:00Z') {
  let at = Date.parse(from);
  return { real: () => new Date(at), pass: (minutes: number) => (at += minutes * 60_000) };
}

describe('the clock that can be moved', () => {
  it('starts at 09:00 in London and runs with the real one', () => {
    const { real, pass } = hand();
    const clock = movableClock({ start: '2026-03-27', folder: null, real });
    expect(clock.now().toISOString()).toBe('2026-03-27T09:00:00.000Z');
    pass(90);
    expect(clock.now().toISOString()).toBe('2026-03-27T10:30:00.000Z');
  });

  it('goes forward over the change to summer time: 09:00 on Monday 30 March is 08:00 UTC', () => {
    const { real } = hand();
    const clock = movableClock({ start: '2026-03-27', folder: null, real });
    clock.setDay('2026-03-30');
    expect([clock.today(), clock.now().toISOString()]).toEqual(['2026-03-30', '2026-03-30T08:00:00.000Z']);
  });

  it('never goes back, nor stays', () => {
    const clock = movableClock({ start: '2026-03-27', folder: null, real: hand().real });
    expect(() => clock.setDay('2026-03-26')).toThrow(RangeError);
    expect(() => clock.setDay('2026-03-27')).toThrow(RangeError);
    expect(clock.today()).toBe('2026-03-27');
  });

  it('stands still while the program is not running', () => {
    const { real, pass } = hand();
    const folder = newFolder();
    const before = movableClock({ start: '2026-03-27', folder, real });
    before.setDay('2026-04-01');
    pass(60 * 72);
    const after = movableClock({ start: '2026-03-27', folder, real });
    expect(after.now().toISOString()).toBe('2026-04-01T08:00:00.000Z');
    pass(5);
    expect(after.now().toISOString()).toBe('2026-04-01T08:05:00.000Z');
  });

  it('never goes back over a program that was killed: it starts at most half a minute later', () => {
    const { real, pass } = hand();
    const folder = newFolder();
    let clock = movableClock({ start: '2026-03-27', folder, real });
    for (const minutes of [0, 0.2, 0.2, 3, 0.4]) {
      pass(minutes);
      const last = clock.now().getTime();
      clock = movableClock({ start: '2026-03-27', folder, real });
      const gained = clock.now().getTime() - last;
      expect([gained >= 0, gained <= 30_000]).toEqual([true, true]);
    }
  });
});

describe('moving the day on the desk', () => {
  /** The bot's side, with things due on Thursday 3 and Tuesday 15 September. */
  function backstage(ticks: [string, string][]): Backstage {
    const due = ['2026-09-03', '2026-09-15'];
    return {
      guide: async () => [],
      tick: async (from, to) => {
        ticks.push([from, to]);
        return { from, to, came: due.includes(to) ? [{ on: to, words: 'a reminder went out' }] : [] };
      },
      nextDueDay: async (after) => due.find((day) => day > after) ?? null,
      isWorkingDay: (day) => !['2026-09-05', '2026-09-06'].includes(day),
      cases: async () => [],
      record: async () => null,
      clocks: async () => [],
      outbox: async () => [],
    };
  }

  it('stops on each day on which something falls due, and tells what came', async () => {
    const ticks: [string, string][] = [];
    const clock = movableClock({ start: '2026-09-02', folder: null });
    const box = await openBox({ clock, now: clock.now, backstage: backstage(ticks) });
    const report = await box.desk<TickReport>('POST', '/clock', { to: '2026-09-20' });
    expect(ticks).toEqual([
      ['2026-09-02', '2026-09-03'],
      ['2026-09-03', '2026-09-15'],
      ['2026-09-15', '2026-09-20'],
    ]);
    expect(report.came.map((one) => one.on)).toEqual(['2026-09-03', '2026-09-15']);
    const view = await box.desk<DeskView>('GET', '/view?as=priya-marlow');
    expect([view.todayWords, view.lastMove]).toEqual(['Sun 20 September 2026', report]);
    await box.close();
  });

  it('knows next day, next working day and next thing due, and refuses to go back', async () => {
    const clock = movableClock({ start: '2026-09-02', folder: null });
    const box = await openBox({ clock, now: clock.now, backstage: backstage([]) });
    const move = (to: string) => box.desk<TickReport & { error?: string }>('POST', '/clock', { to });
    expect((await move('nextDue')).to).toBe('2026-09-03');
    expect((await move('nextDay')).to).toBe('2026-09-04');
    expect((await move('nextWorkingDay')).to).toBe('2026-09-07');
    expect((await move('2026-09-01')).error).toBe('Time only goes forward.');
    expect((await move('2026-09-31')).error).toBe('Choose a day.');
    await box.close();
  });
});
