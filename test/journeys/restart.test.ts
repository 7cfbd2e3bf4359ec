import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../support/desk.ts';
import * as play from '../support/hertsmere.ts';
import { startRehearsal, type Running } from '../support/rehearsal.ts';

const { SPOC, HEALTH, INSPECTOR, LANDLORD, OFFICER, VICTIM } = play;

describe('a rehearsal stopped in the middle and started again on its folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-restart-'));
  let run: Running;
  let ref: string;
  let channel: string;
  beforeAll(async () => {
    run = await startRehearsal({ folder });
  }, 60_000);
  afterAll(async () => {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const again = async (): Promise<void> => {
    await run.close();
    run = await startRehearsal({ folder });
  };

  it('goes to the middle: forms are asked for, one is answered, one is a draft, times are proposed', async () => {
    ref = await play.openCase(run);
    await play.accept(run, ref);
    await play.askAgencies(run, ref);
    channel = await play.channelOf(run, ref);
    await play.answerNil(run, channel, [[HEALTH, 'Fenside']]);
    let form = await run.desk.press(INSPECTOR, channel, 'Marshwick', 'Fill in the form');
    form = await run.desk.submit(INSPECTOR, channel, form, 'Continue', {
      'What do you hold on these complaints?': 'We hold something and share it',
    });
    form = await run.desk.submit(INSPECTOR, channel, form, 'Continue');
    await run.desk.submit(INSPECTOR, channel, form, 'Save and finish later', {
      'Action taken': 'Two visits, no plan.',
    });
    await play.proposeTimes(run, ref);
    expect(await play.firstTime(run, channel)).toMatch(/^Choose /);
  });

  it('is as it was: the same day, channel, record, answer, draft and proposals', async () => {
    const before = await run.desk.backstage(ref);
    const time = await play.firstTime(run, channel);
    await again();
    const after = await run.desk.backstage(ref);
    expect(after.record).toEqual(before.record);
    expect(after.clocks).toEqual(before.clocks);
    expect((await run.desk.view(SPOC)).today).toBe('2026-09-07');
    expect(await play.channelOf(run, ref)).toBe(channel);
    expect(await play.firstTime(run, channel)).toBe(time);
    const form = await run.desk.press(INSPECTOR, channel, 'Marshwick', 'Fill in the form');
    expect(JSON.stringify(form.dialog?.card)).toContain('held');
  });

  it('goes on to the end of the meeting, through another restart between booking and meeting', async () => {
    const { desk } = run;
    const time = await play.firstTime(run, channel);
    await play.answerNil(run, channel, [
      [INSPECTOR, 'Marshwick'],
      [LANDLORD, 'Larkfield'],
      [OFFICER, 'Nonesuch Borough Council'],
    ]);
    await play.cardSays(run, SPOC, channel, 'ASB Case Review', 'Nonesuch');
    await desk.press(SPOC, channel, 'Choose a day for the panel', time);
    // Closed at once, with the booking still to be delivered.
    await again();
    await run.until(async () => (await run.desk.calendar(VICTIM)).events[0], 'the open invitation');
    await play.meet(run, ref, channel, [{ what: 'Apply for a closure order', owner: OFFICER, due: '2026-10-30' }]);
    await again();
    const chat = await run.desk.chat(OFFICER);
    await play.cardSays(run, OFFICER, chat, 'closure order', 'by Fri 30 October 2026');
    const { record, outbox } = await run.desk.backstage(ref);
    expect(record?.chainOk).toBe(true);
    expect(record?.events.filter((it) => it.act === 'planAgreed' || it.act === 'agreePlan')).toHaveLength(1);
    expect(outbox.filter((it) => it.state === 'dead')).toEqual([]);
    await play.cardSays(run, SPOC, channel, `${ref} · The panel has met`, ref);
    const posted = (await run.desk.messages(SPOC, channel)).map((it) => textOf(it.cards[0]));
    for (const head of [`${ref} · The panel has met`, 'ASB Case Review', 'Fenside Integrated Care Board'])
      expect(posted.filter((text) => text.startsWith(head)).length, head).toBeLessThanOrEqual(1);
    expect((await run.desk.calendar(INSPECTOR)).events).toHaveLength(2);
  });
});
