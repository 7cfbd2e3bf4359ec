import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { textOf } from '../support/desk.ts';
import * as play from '../support/hertsmere.ts';
import { startRehearsalProcess, type RehearsalProcess } from '../support/rehearsalProcess.ts';

const { SPOC, HEALTH, INSPECTOR, LANDLORD, OFFICER, VICTIM } = play;
/** Every message has come to its end. */
const OVER = ['done', 'dropped'];

describe('`convene rehearse` killed with -9 in the middle of its deliveries, four times', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'convene-killed-'));
  let run: RehearsalProcess | undefined;
  let ref = '';
  afterAll(async () => {
    await run?.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const started = async (): Promise<RehearsalProcess> => (run = await startRehearsalProcess(folder));
  const acts = async (): Promise<string[]> =>
    (await run?.desk.backstage(ref))?.record?.events.map((it) => it.act) ?? [];

  it('the case was open before its channel was made: it is still open, and gets its channel', async () => {
    const before = await started();
    ref = await play.openCase(before);
    await before.kill();
    const after = await started();
    expect(await acts()).toEqual(['receiveApplication']);
    const channel = await play.channelOf(after, ref);
    await play.cardSays(after, SPOC, channel, 'ASB Case Review', 'Acknowledge the application');
  });

  it('the forms were asked for: each agency’s card and mail arrive all the same', async () => {
    const before = run ?? (await started());
    await play.accept(before, ref);
    await play.askAgencies(before, ref);
    await before.kill();
    const after = await started();
    expect((await acts()).slice(0, 5)).toEqual([
      'receiveApplication',
      'sendLetter',
      'decideThreshold',
      'sendLetter',
      'requestReturns',
    ]);
    const channel = await play.channelOf(after, ref);
    for (const agency of ['Nonesuch', 'Marshwick', 'Larkfield', 'Fenside'])
      await play.cardSays(after, SPOC, channel, agency, 'by Wed 9 September 2026');
    await after.until(async () => (await after.desk.mail(LANDLORD)).messages.length > 0, 'the landlord’s mail');
  });

  it('the panel was booked: there are two events, and no third after two more kills', async () => {
    const before = run ?? (await started());
    const channel = await play.channelOf(before, ref);
    await play.answerNil(before, channel, [
      [HEALTH, 'Fenside'],
      [OFFICER, 'Nonesuch Borough Council'],
    ]);
    await play.proposeTimes(before, ref);
    await before.desk.press(SPOC, channel, 'Choose a day', await play.firstTime(before, channel));
    await pause(150);
    await before.kill();
    const between = await started();
    await pause(400);
    await between.kill();
    const after = await started();
    await after.until(async () => (await after.desk.calendar(VICTIM)).events[0], 'the open invitation');
    await after.until(async () => (await after.desk.calendar(INSPECTOR)).events[1], 'the closed invitation');
  });

  it('in the end nothing accepted was lost, nothing was made twice, and the outbox is empty', async () => {
    const { desk, until } = run ?? (await started());
    const outbox = await until(async () => {
      const all = (await desk.backstage(ref)).outbox;
      return all.length > 0 && all.every((it) => OVER.includes(it.state)) && all;
    }, 'an empty outbox');
    expect(new Set(outbox.map((it) => it.key)).size).toBe(outbox.length);
    const { record } = await desk.backstage(ref);
    expect(record?.chainOk).toBe(true);
    expect((await acts()).filter((act) => !['nudged', 'invitationAnswered'].includes(act))).toEqual([
      'receiveApplication',
      'sendLetter',
      'decideThreshold',
      'sendLetter',
      'requestReturns',
      'recordReturn',
      'recordReturn',
      'contactVictim',
      'assessRisk',
      'recordVoice',
      'arrangePanel',
    ]);
    expect((await desk.view(SPOC)).channels.filter((it) => it.name === ref)).toHaveLength(1);
    expect((await desk.calendar(VICTIM)).events).toHaveLength(1);
    expect((await desk.calendar(INSPECTOR)).events).toHaveLength(2);
    // A kill between sending and recording may repeat one message, never more.
    const channel = await play.channelOf({ desk, until }, ref);
    const posted = (await desk.messages(SPOC, channel)).map((it) => textOf(it.cards[0]));
    for (const agency of ['Nonesuch Borough', 'Marshwick', 'Larkfield', 'Fenside'])
      expect(posted.filter((text) => text.includes(`Legal basis`) && text.includes(agency)).length).toBeLessThanOrEqual(
        2,
      );
    expect((await desk.mail(LANDLORD)).messages.filter((it) => it.html.includes('/form/')).length).toBeLessThanOrEqual(
      2,
    );
    await run?.kill();
  });
});
