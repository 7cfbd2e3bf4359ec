import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskView, Shown } from '../../src/rehearsal/desk/protocol.ts';
import { card, cardActivity, chatOf, look, messagesSeen, press, send } from './support/acting.ts';
import { TENANT_ID } from './support/echoBot.ts';
import { caseChannel, openBox, type Box } from './support/box.ts';

let box: Box;
beforeEach(async () => {
  box = await openBox();
});
afterEach(() => box.close());

const cardAnswer = (text: string) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: card(text),
});
const dialogAnswer = (title: string) => ({
  task: {
    type: 'continue',
    value: {
      title,
      width: 'medium',
      card: { contentType: 'application/vnd.microsoft.card.adaptive', content: card('Form') },
    },
  },
});
const execute = (verb: string) => ({ type: 'Action.Execute' as const, verb, data: { case: 'NBC-2026-0001' } });

/** A case channel with a card of the bot in it. */
async function channelWithCard(more: Record<string, unknown> = {}): Promise<{ channel: string; message: string }> {
  const channel = await caseChannel(box, 'NBC-2026-0001', ['tom-brackley', 'sunita-farrow']);
  const sent = await box.connector(
    'POST',
    `v3/conversations/${encodeURIComponent(channel)}/activities`,
    cardActivity('Shared', more),
  );
  return { channel, message: String(sent.body.id) };
}

describe('an Execute button', () => {
  it('reaches the bot as Teams sends it: the host tenant on the conversation, the actor tenant on the person', async () => {
    const { channel, message } = await channelWithCard();
    box.bot.answers.view = () => cardAnswer('For you');
    await press(box, 'tom-brackley', channel, message, execute('view'));
    const tom = box.tenant.people.byId('tom-brackley')?.account;
    expect(box.bot.received.at(-1)).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: message,
      from: { id: `29:${tom?.objectId}`, aadObjectId: tom?.objectId, tenantId: tom?.tenantId },
      conversation: { id: `${channel};messageid=${message}`, conversationType: 'channel', tenantId: TENANT_ID },
      channelData: { tenant: { id: TENANT_ID }, channel: { id: channel } },
      value: { trigger: 'manual', action: { type: 'Action.Execute', verb: 'view', data: { case: 'NBC-2026-0001' } } },
    });
  });

  it('answered with a card shows a private view to that person alone; the shared card stays as it was', async () => {
    const { channel, message } = await channelWithCard();
    box.bot.answers.view = () => cardAnswer('For Tom alone');
    expect(await press(box, 'tom-brackley', channel, message, execute('view'))).toEqual({
      kind: 'card',
      card: card('For Tom alone'),
    });
    const [toms] = await messagesSeen(box, 'tom-brackley', channel);
    const [sunitas] = await messagesSeen(box, 'sunita-farrow', channel);
    expect([toms?.privateView, toms?.cards]).toEqual([card('For Tom alone'), [card('Shared')]]);
    expect(JSON.stringify(sunitas)).not.toContain('For Tom alone');
    expect(JSON.stringify(box.tenant.messages(channel))).not.toContain('For Tom alone');
  });

  it('the private view goes when the bot changes the message', async () => {
    const { channel, message } = await channelWithCard();
    box.bot.answers.view = () => cardAnswer('Old view');
    await press(box, 'tom-brackley', channel, message, execute('view'));
    await box.connector(
      'PUT',
      `v3/conversations/${encodeURIComponent(channel)}/activities/${message}`,
      cardActivity('Newer'),
    );
    const [seen] = await messagesSeen(box, 'tom-brackley', channel);
    expect([seen?.privateView, seen?.cards]).toEqual([undefined, [card('Newer')]]);
  });

  it('shows messages and errors as Teams does', async () => {
    const { channel, message } = await channelWithCard();
    box.bot.answers.say = () => ({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Recorded.',
    });
    box.bot.answers.refuse = () => ({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'x', message: 'Not you.' },
    });
    expect(await press(box, 'tom-brackley', channel, message, execute('say'))).toEqual({
      kind: 'message',
      text: 'Recorded.',
    });
    expect(await press(box, 'tom-brackley', channel, message, execute('refuse'))).toEqual({
      kind: 'error',
      text: 'Not you.',
    });
    await box.bot.close();
    expect(await press(box, 'tom-brackley', channel, message, execute('say'))).toEqual({
      kind: 'error',
      text: 'Something went wrong. Please try again.',
    });
    box.bot.close = async () => undefined;
  });

  it('a card with refresh asks by itself for each person named, once a change', async () => {
    const sunita = box.tenant.people.byId('sunita-farrow')?.account?.objectId ?? '';
    const refresh = { action: { type: 'Action.Execute', verb: 'mine', data: {} }, userIds: [`29:${sunita}`] };
    const { channel } = await channelWithCard({ refresh });
    box.bot.answers.mine = () => cardAnswer('Your own');
    for (const who of ['sunita-farrow', 'sunita-farrow', 'tom-brackley']) await look(box, who, channel);
    const asked = box.bot.received.filter((activity) => activity.name === 'adaptiveCard/action');
    expect(asked.map((activity) => (activity.value as { trigger: string }).trigger)).toEqual(['automatic']);
    expect((await messagesSeen(box, 'sunita-farrow', channel))[0]?.privateView).toEqual(card('Your own'));
  });

  it('clicks repeated bring the same activity to the bot twice', async () => {
    const { channel, message } = await channelWithCard();
    box.bot.answers.view = () => cardAnswer('x');
    await box.desk('POST', '/trouble', {
      throttle: false,
      fail: false,
      slow: false,
      lostAnswers: false,
      repeatClicks: true,
    });
    await press(box, 'tom-brackley', channel, message, execute('view'));
    const ids = box.bot.received
      .filter((activity) => activity.name === 'adaptiveCard/action')
      .map((activity) => activity.id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });
});

describe('a Submit button and dialogs', () => {
  it('Submit is a message with a value; task/fetch in its data opens a dialog instead', async () => {
    const { channel, message } = await channelWithCard();
    await press(box, 'sunita-farrow', channel, message, { type: 'Action.Submit', data: { verb: 'done' } });
    expect(box.bot.received.at(-1)).toMatchObject({ type: 'message', value: { verb: 'done' }, replyToId: message });
    expect((await messagesSeen(box, 'sunita-farrow', channel)).at(-1)?.html).toContain('value');
    box.bot.answers['task/fetch'] = () => dialogAnswer('Your response');
    const data = { msteams: { type: 'task/fetch' }, verb: 'respond' };
    const shown = await press(box, 'sunita-farrow', channel, message, { type: 'Action.Submit', data });
    expect(shown).toEqual({ kind: 'dialog', dialog: { title: 'Your response', width: 'medium', card: card('Form') } });
    expect(box.bot.received.at(-1)?.value).toEqual({ data, context: { theme: 'default' } });
  });

  it('task/submit closes, shows words, or shows the next card, as the bot answers', async () => {
    const { channel, message } = await channelWithCard();
    const submit = () =>
      box.desk<Shown>('POST', '/dialog', {
        as: 'sunita-farrow',
        conversation: channel,
        activityId: message,
        step: 'submit',
        data: { a: '1' },
      });
    expect(await submit()).toEqual({ kind: 'closed' });
    box.bot.answers['task/submit'] = () => ({ task: { type: 'message', value: 'Thank you.' } });
    expect(await submit()).toEqual({ kind: 'message', text: 'Thank you.' });
    box.bot.answers['task/submit'] = () => dialogAnswer('Look again');
    expect((await submit()).dialog?.title).toBe('Look again');
    box.bot.answers['task/submit'] = () => 'nonsense';
    expect(await submit()).toEqual({ kind: 'error', text: 'Unable to reach app. Please try again.' });
  });

  it('the messaging extension opens and sends its dialog', async () => {
    box.bot.answers['composeExtension/fetchTask'] = () => dialogAnswer('Open a case review');
    const step = { as: 'priya-marlow', conversation: chatOf(box, 'priya-marlow'), command: 'openCase', data: {} };
    expect((await box.desk<Shown>('POST', '/extension', { ...step, step: 'fetch' })).dialog?.title).toBe(
      'Open a case review',
    );
    expect(await box.desk<Shown>('POST', '/extension', { ...step, step: 'submit' })).toEqual({ kind: 'closed' });
    expect(box.bot.received.at(-1)).toMatchObject({
      name: 'composeExtension/submitAction',
      value: { commandId: 'openCase', commandContext: 'compose' },
    });
  });
});

describe('conversations', () => {
  it('a chat opened for the first time brings the install events, once', async () => {
    await look(box, 'sunita-farrow', chatOf(box, 'sunita-farrow'));
    await look(box, 'sunita-farrow', chatOf(box, 'sunita-farrow'));
    expect(box.bot.received.map((activity) => [activity.type, activity.conversation.conversationType])).toEqual([
      ['installationUpdate', 'personal'],
      ['conversationUpdate', 'personal'],
    ]);
  });

  it('the app goes into the team once, and brings the service address', async () => {
    expect([await box.tenant.installApp(), await box.tenant.installApp()]).toEqual([true, true]);
    expect(box.bot.received.map((activity) => activity.type)).toEqual(['conversationUpdate', 'installationUpdate']);
    expect(box.bot.received[0]).toMatchObject({
      serviceUrl: box.tenant.connectorUrl,
      channelData: { eventType: 'teamMemberAdded' },
    });
  });

  it('in a channel the bot hears only what mentions it, and answers in the thread', async () => {
    const { channel } = await channelWithCard();
    await send(box, 'tom-brackley', channel, 'Between ourselves');
    expect(box.bot.received).toEqual([]);
    await send(box, 'tom-brackley', channel, 'help', { mentionBot: true });
    expect(box.bot.received[0]?.text).toBe('<at>Convene</at> help');
    const view = await look(box, 'tom-brackley', channel);
    expect(view.threads.at(-1)?.replies.map((reply) => reply.from.bot)).toEqual([true]);
    expect(view.threads.at(-1)?.root.html).toBe('<span class="mention">Convene</span> help');
  });

  it('each person sees their own channels, chat and unread counts; partners have no chat', async () => {
    const { channel } = await channelWithCard();
    const tom = await box.desk<DeskView>('GET', '/view?as=tom-brackley');
    expect([tom.channels.map((one) => [one.name, one.unread]), tom.chat, tom.me.reach]).toEqual([
      [['NBC-2026-0001', 1]],
      null,
      'partner',
    ]);
    await look(box, 'tom-brackley', channel);
    expect((await box.desk<DeskView>('GET', '/view?as=tom-brackley')).channels[0]?.unread).toBe(0);
    const priya = await box.desk<DeskView>('GET', '/view?as=priya-marlow');
    expect(priya.channels.map((one) => one.name)).toEqual(['General', 'NBC-2026-0001']);
    expect([priya.todayWords, priya.me.reach]).toEqual(['Wed 2 September 2026', 'host']);
    const reach = (id: string) => priya.people.find((person) => person.id === id)?.reach;
    expect(['helena-voss', 'elsie-wainfleet', 'frances-adeyemi'].map(reach)).toEqual(['mailbox', 'mailbox', 'host']);
    const idris = await box.desk<{ error: string }>(
      'GET',
      `/conversation/${encodeURIComponent(channel)}?as=idris-quarrie`,
    );
    expect(idris.error).toBe('Idris Quarrie has no such conversation.');
  });

  it('a mention of me is marked, in the text and in a card', async () => {
    const { channel } = await channelWithCard();
    const tom = box.tenant.people.byId('tom-brackley')?.account?.objectId;
    const mention = { type: 'mention', text: '<at>Tom Brackley</at>', mentioned: { id: tom, name: 'Tom Brackley' } };
    const path = `v3/conversations/${encodeURIComponent(channel)}/activities`;
    await box.connector('POST', path, {
      type: 'message',
      text: '<at>Tom Brackley</at> please answer',
      entities: [mention],
    });
    await box.connector('POST', path, cardActivity('<at>Tom Brackley</at>', { msteams: { entities: [mention] } }));
    expect((await messagesSeen(box, 'tom-brackley', channel)).map((one) => one.mentionsMe)).toEqual([
      false,
      true,
      true,
    ]);
    expect((await messagesSeen(box, 'sunita-farrow', channel)).some((one) => one.mentionsMe)).toBe(false);
  });

  it('words are shown escaped, with the few marks that Teams honours', async () => {
    const { channel } = await channelWithCard();
    const text = '**Due** _soon_ <script>alert(1)</script> [form](https://forms.example/a) [bad](javascript:alert(1))';
    await box.connector('POST', `v3/conversations/${encodeURIComponent(channel)}/activities`, {
      type: 'message',
      text,
    });
    expect((await messagesSeen(box, 'tom-brackley', channel)).at(-1)?.html).toBe(
      '<strong>Due</strong> <em>soon</em> &lt;script&gt;alert(1)&lt;/script&gt; <a href="https://forms.example/a" rel="noreferrer">form</a> [bad](javascript:alert(1))',
    );
  });
});
