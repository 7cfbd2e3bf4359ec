import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatOf, send } from './support/acting.ts';
import { openBox, type Box } from './support/box.ts';

let box: Box;
beforeEach(async () => {
  box = await openBox();
});
afterEach(() => box.close());

describe('the door of the desk', () => {
  it('takes changes from its own page alone, under its own address alone', async () => {
    const body = JSON.stringify({ as: 'priya-marlow', conversation: chatOf(box, 'priya-marlow'), text: 'x' });
    const headers = { 'content-type': 'application/json' };
    const elsewhere = { ...headers, origin: 'https://elsewhere.example' };
    for (const given of [headers, elsewhere]) {
      const response = await fetch(`${box.tenant.url}/desk/api/message`, { method: 'POST', headers: given, body });
      expect(response.status).toBe(403);
    }
    expect(box.bot.received).toEqual([]);
  });

  it('answers unreadable input with 400 and the name of the field', async () => {
    expect(await box.desk('POST', '/message', { as: 'priya-marlow', conversation: 7, text: 'x' })).toEqual({
      error: 'The page sent something unreadable: conversation.',
    });
    expect(await box.desk('GET', '/view?as=nobody')).toEqual({ error: 'There is nobody of that name here.' });
  });

  it('tells open pages what has changed', async () => {
    const stop = new AbortController();
    const response = await fetch(`${box.tenant.url}/desk/api/events`, { signal: stop.signal });
    const chat = chatOf(box, 'priya-marlow');
    await send(box, 'priya-marlow', chat, 'Hello');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let heard = '';
    while (!heard.includes(`"changed":"conversation","id":"${chat}"`))
      heard += new TextDecoder().decode((await reader.read()).value);
    stop.abort();
    expect(heard).toContain('data: {"changed":"view"}');
  });
});
