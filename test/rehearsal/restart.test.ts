import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardActivity, messagesSeen, press, send, chatOf } from './support/acting.ts';
import { caseChannel, MAILBOX, openBox } from './support/box.ts';
import { echoBot } from './support/echoBot.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convene-tenant-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a tenant started again', () => {
  it('has its channels, messages, private views, mail and keys, and goes on', async () => {
    const bot = await echoBot();
    const before = await openBox({ folder, bot });
    await before.tenant.installApp();
    const channel = await caseChannel(before, 'NBC-2026-0001', ['tom-brackley']);
    const path = `v3/conversations/${encodeURIComponent(channel)}/activities`;
    const sent = await before.connector('POST', path, cardActivity('Shared'));
    const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
    bot.answers.view = () => ({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
    await press(before, 'tom-brackley', channel, String(sent.body.id), {
      type: 'Action.Execute',
      verb: 'view',
      data: {},
    });
    await before.graph('POST', `/users/${MAILBOX}/sendMail`, {
      message: { subject: 'Kept', toRecipients: [{ emailAddress: { address: 'nell.ashdown@fenside-icb.example' } }] },
    });
    await before.close();

    const after = await openBox({ folder, bot });
    const [seen] = await messagesSeen(after, 'tom-brackley', channel);
    expect([seen?.id, seen?.privateView]).toEqual([sent.body.id, card]);
    expect(after.tenant.mailTo('nell.ashdown@fenside-icb.example').map((mail) => mail.subject)).toEqual(['Kept']);
    // Another port is another service address, and the bot must hear of it once.
    const heard = bot.received.length;
    await after.tenant.installApp();
    const told = bot.received.slice(heard).map((one) => one['serviceUrl']);
    expect(new Set(told)).toEqual(new Set([after.tenant.connectorUrl]));
    await after.tenant.installApp();
    expect(bot.received).toHaveLength(heard + told.length);
    expect(await send(after, 'priya-marlow', chatOf(after, 'priya-marlow'), 'Still there?')).toEqual({
      kind: 'nothing',
    });
    const next = await after.connector('POST', path, cardActivity('Next'));
    expect(Number(next.body.id)).toBeGreaterThan(Number(sent.body.id));
    await after.close();
    await bot.close();
  });

  it('drops a last line that was half written when it was killed, and stops at damage further up', async () => {
    const first = await openBox({ folder });
    const channel = await caseChannel(first, 'NBC-2026-0002');
    await first.close();
    appendFileSync(join(folder, 'tenant.jsonl'), '{"t":"channel","k":"ha');
    const second = await openBox({ folder });
    expect(second.tenant.channels().map((one) => one.id)).toContain(channel);
    await second.close();
    appendFileSync(join(folder, 'tenant.jsonl'), 'damage\n{"t":"fact","k":"installed","v":true}\n');
    const bot = await echoBot();
    await expect(openBox({ folder, bot })).rejects.toThrow(/damaged at line \d+/);
    await bot.close();
  });
});
