import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../src/rehearsal/desk/protocol.ts';
import { textOf } from '../support/desk.ts';
import * as play from '../support/hertsmere.ts';
import { startRehearsal, type Running } from '../support/rehearsal.ts';

const { SPOC, HEALTH, INSPECTOR, LANDLORD, OFFICER, VICTIM } = play;
const NONE: Trouble = { throttle: false, fail: false, slow: false, lostAnswers: false, repeatClicks: false };
/** No click waits for Teams or Graph: they are told of it afterwards. */
const ANSWERED_WITHIN_MS = 3_500;

interface Kind {
  what: string;
  trouble: Trouble;
  /** How often one message may stand there: where an answer was lost, Teams shows no way to look, and it is posted once more. */
  atMost: number;
  /** When it ends; else it lasts until all has arrived. Waiting for each call costs time that shows nothing more. */
  ends?: 'asked' | 'answered';
}
const KINDS: Kind[] = [
  { what: 'throttles', trouble: { ...NONE, throttle: true }, atMost: 1, ends: 'answered' },
  { what: 'fails every second time', trouble: { ...NONE, fail: true }, atMost: 2 },
  { what: 'is slow', trouble: { ...NONE, slow: true }, atMost: 1, ends: 'asked' },
  { what: 'loses answers', trouble: { ...NONE, lostAnswers: true }, atMost: 2 },
  { what: 'brings each click twice', trouble: { ...NONE, repeatClicks: true }, atMost: 1 },
];

/** Most of it is waiting until the tenant may be asked again, so all go side by side. */
describe('a case opened, asked for and answered', { timeout: 240_000 }, () => {
  it.concurrent.each(KINDS.map((kind) => [kind.what, kind] as const))(
    'while the tenant %s: all arrives, nothing is made twice, each act is recorded once',
    async (_what, { trouble, atMost, ends }) => {
      const run = await startRehearsal({ patienceMs: 90_000 });
      try {
        await run.desk.trouble(trouble);
        const ref = await play.openCase(run);
        await play.accept(run, ref);
        const asked = performance.now();
        await play.askAgencies(run, ref);
        expect(performance.now() - asked).toBeLessThan(ANSWERED_WITHIN_MS * 2);
        if (ends === 'asked') await run.desk.trouble(NONE);
        const channel = await play.channelOf(run, ref, SPOC);
        for (const [person, agency] of [
          [HEALTH, 'Fenside'],
          [OFFICER, 'Nonesuch Borough Council'],
          [INSPECTOR, 'Marshwick'],
        ] as const) {
          await play.cardSays(run, person, channel, agency, 'by Wed 9 September 2026');
          await run.desk.press(person, channel, agency, 'We hold nothing');
        }
        if (ends === 'answered') await run.desk.trouble(NONE);
        await play.proposeTimes(run, ref);
        await run.desk.press(SPOC, channel, 'Choose a day', await play.firstTime(run, channel));
        await allArrived(run, ref, channel, atMost);
      } finally {
        await run.close();
      }
    },
  );
});

async function allArrived(run: Running, ref: string, channel: string, atMost: number): Promise<void> {
  const { desk } = run;
  const outbox = await run.until(async () => {
    const all = (await desk.backstage(ref)).outbox;
    return all.every((it) => ['done', 'dropped', 'dead'].includes(it.state)) && all;
  }, 'an empty outbox');
  expect(outbox.filter((it) => it.state === 'dead')).toEqual([]);
  const { record } = await desk.backstage(ref);
  expect(record?.chainOk).toBe(true);
  expect(record?.events.map((it) => it.act)).toEqual([
    'receiveApplication',
    'sendLetter',
    'decideThreshold',
    'sendLetter',
    'requestReturns',
    'recordReturn',
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
  const posted = (await desk.messages(SPOC, channel)).map((it) => textOf(it.cards[0]));
  const cards = [['ASB Case Review'], [`${ref} · The panel`], [`${ref} · Agency Response Form`, 'Fenside']];
  for (const words of cards) {
    const found = posted.filter((text) => words.every((word) => text.includes(word))).length;
    expect([words, found >= 1, found <= atMost], posted.join('\n--\n')).toEqual([words, true, true]);
  }
  const mails = (await desk.mail(LANDLORD)).messages.filter((it) => it.html.includes('/form/')).length;
  expect([mails >= 1, mails <= atMost]).toEqual([true, true]);
}
