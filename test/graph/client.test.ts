import { afterEach, describe, expect, it } from 'vitest';
import { at, makeGraph, type Graph } from '../../src/graph/client.ts';
import { GraphFault, retryAfter } from '../../src/graph/fault.ts';
import { startWire, type Seen, type Told } from '../delivery/support/wire.ts';

let closing: (() => Promise<void>) | undefined;
afterEach(async () => closing?.());

interface Wired {
  graph: Graph;
  seen: Seen[];
  url: string;
  paused: number[];
}
async function graphThat(answer: (seen: Seen) => Told): Promise<Wired> {
  await closing?.();
  const { url, seen, close } = await startWire(answer);
  closing = close;
  const paused: number[] = [];
  const pause = async (ms: number) => paused.push(ms);
  const token = async () => 'secret';
  const graph = makeGraph({ baseUrl: url, token, insecureLoopback: true, deadlineMs: 400, pause });
  return { graph, seen, url, paused };
}
const faultOf = async (call: Promise<unknown>): Promise<GraphFault> => {
  const fault = await call.then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(GraphFault);
  return fault as GraphFault;
};

describe('the Graph client', () => {
  it('sends the token and asks for enumeration values that are newer than v1.0', async () => {
    const { graph, seen } = await graphThat(() => ({ status: 200, body: {} }));
    await graph.get(at`/users/${'a b#c'}`);
    expect(seen[0]).toMatchObject({
      path: '/v1.0/users/a b#c',
      headers: { authorization: 'Bearer secret', prefer: 'include-unknown-enum-members' },
    });
  });

  it('refuses plain http unless it was asked for and stays on this machine', () => {
    const token = async () => 'secret';
    expect(() => makeGraph({ baseUrl: 'http://127.0.0.1:1', token })).toThrow('https');
    expect(() => makeGraph({ baseUrl: 'http://graph.example', token, insecureLoopback: true })).toThrow('https');
    expect(() => makeGraph({ baseUrl: 'https://graph.example', token })).not.toThrow();
  });

  it('sends the token to no other host, even when a page names one', async () => {
    const { graph, seen } = await graphThat(() => ({
      status: 200,
      body: { value: [1], '@odata.nextLink': 'http://127.0.0.1:9/v1.0/users' },
    }));
    expect(await faultOf(graph.list('/users'))).toMatchObject({ code: 'foreignHost', kind: 'refused' });
    expect(seen).toHaveLength(1);
  });

  it('reads a collection page by page', async () => {
    const { graph, seen, url } = await graphThat((request) =>
      request.query.has('$skiptoken')
        ? { status: 200, body: { value: [3] } }
        : { status: 200, body: { value: [1, 2], '@odata.nextLink': `${url}/v1.0/users?$skiptoken=2` } },
    );
    expect(await graph.list('/users', { query: { $filter: "displayName eq 'x & #y'" } })).toEqual([1, 2, 3]);
    expect(seen.map(({ query }) => query.get('$filter'))).toEqual(["displayName eq 'x & #y'", null]);
  });

  it.each([500, 502, 504])('makes a call once when Graph answers %i: it may have been done', async (status) => {
    const { graph, seen } = await graphThat(() => ({ status, body: { error: { code: 'x' } } }));
    expect(await faultOf(graph.post('/teams/t/channels', {}))).toMatchObject({ kind: 'unknown' });
    expect(seen).toHaveLength(1);
  });

  it('waits a moment in place when Graph asks for it, and gives a longer wait back', async () => {
    const short: Wired = await graphThat(() =>
      short.seen.length < 3 ? { status: 429, headers: { 'retry-after': '2' } } : { status: 201 },
    );
    expect((await short.graph.post('/x', {})).status).toBe(201);
    expect(short.paused).toEqual([2_000, 2_000]);

    const long = await graphThat(() => ({ status: 429, headers: { 'retry-after': '30' } }));
    expect(await faultOf(long.graph.post('/x', {}))).toMatchObject({ kind: 'retry', retryAfterMs: 30_000 });
    expect(long.seen).toHaveLength(1);

    const down = await graphThat(() => ({ status: 503 }));
    expect(await faultOf(down.graph.post('/x', {}))).toMatchObject({ kind: 'retry', status: 503 });
    expect(down.paused).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('tells the innermost code, the time to wait and the request, and nothing that Graph said', async () => {
    const { graph } = await graphThat(() => ({
      status: 429,
      headers: { 'retry-after': '62.128' },
      body: {
        error: { code: 'Outer', message: 'about Ann Person', innerError: { code: 'Inner', 'request-id': 'r-1' } },
      },
    }));
    const fault = await faultOf(graph.get('/users'));
    expect(fault).toMatchObject({ status: 429, code: 'Inner', kind: 'retry', retryAfterMs: 62_128, requestId: 'r-1' });
    expect(fault.message).not.toContain('Ann');
  });

  it('knows that a name is taken by the text too', async () => {
    const body = { error: { code: 'BadRequest', message: 'Channel name already existed, please use other name' } };
    const { graph } = await graphThat(() => ({ status: 400, body }));
    expect(await faultOf(graph.post('/teams/t/channels', {}))).toMatchObject({
      code: 'NameAlreadyExists',
      kind: 'refused',
    });
  });

  it('does not know whether a POST was done when no answer came, and says so; a GET may simply be repeated', async () => {
    const lost = await graphThat(() => 'lose');
    expect(await faultOf(lost.graph.post('/x', {}))).toMatchObject({ status: 0, kind: 'unknown' });
    expect(await faultOf(lost.graph.get('/x'))).toMatchObject({ status: 0, kind: 'retry' });
  });

  it('ends a call that Graph never answers', async () => {
    const { graph } = await graphThat(() => 'hang');
    expect(await faultOf(graph.post('/x', {}))).toMatchObject({ status: 0, code: 'noAnswer', kind: 'unknown' });
  });

  it('ends a call whose token never comes', async () => {
    const token = () => new Promise<string>(() => undefined);
    const graph = makeGraph({ baseUrl: 'https://graph.example', token, deadlineMs: 50 });
    expect(await faultOf(graph.get('/x'))).toMatchObject({ status: 0, kind: 'retry' });
  });

  it('knows that nothing was done when nobody listens', async () => {
    const { graph } = await graphThat(() => 'lose');
    await closing?.();
    expect(await faultOf(graph.post('/x', {}))).toMatchObject({ status: 0, code: 'notReached', kind: 'retry' });
  });

  it('uploads exactly the bytes it was given, also when they are part of a larger buffer', async () => {
    const { graph, seen } = await graphThat(() => ({ status: 201, body: { id: '1' } }));
    const whole = new Uint8Array([1, 2, 3, 4, 5]);
    await graph.put('/drives/d/items/i:/a.docx:/content', whole.subarray(1, 3), 'application/octet-stream');
    expect([...(seen[0]?.bytes ?? [])]).toEqual([2, 3]);
    expect(seen[0]?.headers['content-type']).toBe('application/octet-stream');
  });

  it('keeps a missing token apart from a refusal', async () => {
    const token = async () => Promise.reject(new Error('no'));
    const graph = makeGraph({ baseUrl: 'https://graph.example', token });
    expect(await faultOf(graph.post('/x', {}))).toMatchObject({ code: 'noToken', kind: 'retry' });
  });
});

describe('Retry-After', () => {
  it('is read in seconds, with a fraction, and as a date against the answer’s own', () => {
    const date = 'Mon, 07 Sep 2026 09:00:00 GMT';
    expect(retryAfter('30', null)).toBe(30_000);
    expect(retryAfter('0.5', null)).toBe(500);
    expect(retryAfter('Mon, 07 Sep 2026 09:00:20 GMT', date)).toBe(20_000);
    expect(retryAfter('Mon, 07 Sep 2026 08:00:00 GMT', date)).toBe(0);
    expect(retryAfter('Mon, 07 Sep 2026 09:00:20 GMT', null)).toBeUndefined();
    expect(retryAfter('soon', date)).toBeUndefined();
  });

  it('is kept to an hour at the most; what asks for more than a day is a mistake and says nothing', () => {
    const date = 'Mon, 07 Sep 2026 09:00:00 GMT';
    expect(retryAfter('3600', null)).toBe(3_600_000);
    expect(retryAfter('3601', null)).toBe(3_600_000);
    expect(retryAfter('86400', null)).toBe(3_600_000);
    expect(retryAfter('86401', null)).toBeUndefined();
    expect(retryAfter('1e15', null)).toBeUndefined();
    expect(retryAfter('Infinity', null)).toBeUndefined();
    expect(retryAfter('Mon, 07 Sep 2026 10:00:01 GMT', date)).toBe(3_600_000);
    expect(retryAfter('Mon, 07 Sep 2099 09:00:00 GMT', date)).toBeUndefined();
  });
});
