import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCase, verifyChain } from '../../src/store/cases.ts';
import { application } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { addressOf } from '../../src/web/failures.ts';
import { APPLICATIONS_KEY, HEALTH_KEY, post, startRig, type Answered, type Rig } from '../bot/support/rig.ts';

let shell: Shell;
let rig: Rig;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
  rig = await startRig(shell);
});
afterAll(async () => {
  await rig.close();
  await shell.close();
});

const send = (body: unknown, headers: Record<string, string> = {}): Promise<Answered> =>
  post(`${rig.url}/api/applications`, body, { authorization: `Bearer ${APPLICATIONS_KEY}`, ...headers });

/** As the one proxy in front of the bot tells where a request came from. */
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

describe('the council’s own web form opens a case', () => {
  it('answers 201 with the reference and what is due (HER-3.1: two working days from Mon 2 March 2026)', async () => {
    const answer = await send({ with: application(), detail: { victimEmail: 'elsie@post.example' } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ stage: 'application' });
    expect(answer.body['reference']).toMatch(/^HBC-2026-\d{4}$/);
    const due = answer.body['due'] as { clock: string; dueOn: string }[];
    expect(due.find((one) => one.clock === 'HER.ack')?.dueOn).toBe('2026-03-04');
    expect(answer.text).not.toContain('Elsie');
  });

  it('opens one case for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'form-4711' };
    const first = await send({ with: application() }, headers);
    const second = await send({ with: application() }, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body['reference']).toBe(first.body['reference']);
    expect((await send({ with: application() }, { 'idempotency-key': 'no good key' })).status).toBe(400);
  });
});

describe('what no database can hold', () => {
  it('a NUL or half a pair in the name of a description is dropped or replaced, like those in its text', async () => {
    const descriptions = { 'a\u0000': 'one\u0000', 'b\ud800': 'two\ud800', a: 'three' };
    const victim = { name: 'Odd Keys' };
    const answer = await send({ with: application({ victim }), detail: { descriptions } });
    expect(answer.status).toBe(201);
    const stored = await loadCase(shell.deps.db, String(answer.body['reference']));
    expect(stored?.review.application?.detail?.descriptions).toEqual({
      'a\ufffd': 'one',
      'b\ufffd': 'two\ufffd',
      a: 'three',
    });
    expect(await verifyChain(shell.deps.db, String(answer.body['reference']))).toMatchObject({ ok: true });
  });
});

describe('a key belongs to one application', () => {
  const other = application({ victim: { name: 'Totally Different' } });

  it('422 for another application under a key seen before: nothing is told of the first, and nothing is recorded', async () => {
    const headers = { 'idempotency-key': 'session-1' };
    const first = await send({ with: application(), detail: { landlord: 'Invented Homes' } }, headers);
    const before = await shell.everything();
    for (const body of [
      { with: other, detail: { landlord: 'Invented Homes' } },
      { with: application(), detail: { landlord: 'Other Homes' } },
      { with: application() },
    ]) {
      const answer = await send(body, headers);
      expect([answer.status, answer.body]).toMatchObject([422, { code: 'key_reused', field: 'Idempotency-Key' }]);
      expect(answer.text).not.toContain(String(first.body['reference']));
    }
    expect(await shell.everything()).toBe(before);
    expect((await send({ with: other }, { 'idempotency-key': 'session-2' })).status).toBe(201);
  });

  it('a hundred times the same key: the same application, its parts in any order, is one case, and another one is 422', async () => {
    const reversed = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([name, part]) => [name, reversed(part)]),
          )
        : value;
    const headers = { 'idempotency-key': 'session-3' };
    const bodies = [{ with: application() }, reversed({ with: application() }), { with: other }];
    await send(bodies[0], headers);
    const trials = Array.from({ length: 100 }, (_, trial) => send(bodies[trial % 3], headers));
    const answers = (await Promise.all(trials)).map(({ status, body }) => [status, body['reference'] ?? body['code']]);
    const told = [...new Set(answers.map((answer) => answer.join(' ')))];
    expect(told.sort()).toEqual([expect.stringMatching(/^201 HBC-2026-\d{4}$/), '422 key_reused']);
    expect(answers.filter(([status]) => status === 422)).toHaveLength(33);
  });

  it('of two different applications under one key at once, one is opened and the other is 422', async () => {
    const headers = { 'idempotency-key': 'session-4' };
    const answers = await Promise.all([send({ with: application() }, headers), send({ with: other }, headers)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

describe('an application that was sent twice', () => {
  it('under another key or none is opened and pointed out, without a word of the other case', async () => {
    const mine = application({ victim: { name: 'Twice  Sent' } });
    const first = await send({ with: mine }, { 'idempotency-key': 'twice-1' });
    expect(first.body).not.toHaveProperty('looksLike');
    const shuffled = { ...mine, victim: { name: 'TWICE-SENT' }, complaints: [...mine.complaints].reverse() };
    const headers: Record<string, string>[] = [{ 'idempotency-key': 'twice-2' }, {}];
    for (const header of headers) {
      const again = await send({ with: shuffled }, header);
      expect(again.status).toBe(201);
      expect(again.body['reference']).not.toBe(first.body['reference']);
      expect(again.body['looksLike']).toContain('received before');
      expect(again.text).not.toContain(String(first.body['reference']));
    }
  });

  it('asked again under its own key it gets its own answer again, and the first one says nothing', async () => {
    const mine = application({ victim: { name: 'Asked Again' } });
    await send({ with: mine }, { 'idempotency-key': 'again-1' });
    const second = await send({ with: mine }, { 'idempotency-key': 'again-2' });
    expect((await send({ with: mine }, { 'idempotency-key': 'again-1' })).body).not.toHaveProperty('looksLike');
    expect((await send({ with: mine }, { 'idempotency-key': 'again-2' })).body).toEqual(second.body);
  });
});

describe('what is refused leaves nothing behind', () => {
  const complaint = { ref: 'a', occurredOn: '2026-01-10', reports: [{ to: 'council', on: '2026-01-12' }] };
  const one = (more: object) => ({ with: { ...application(), complaints: [{ ...complaint, ...more }] } });

  it.each<[string, unknown, string]>([
    ['nothing', {}, 'with'],
    ['a key we do not know', { with: application(), admin: true }, ''],
    ['a day that does not exist', one({ occurredOn: '2026-02-30' }), 'with.complaints.0.occurredOn'],
    [
      'a day to come',
      one({ occurredOn: '2026-03-03', reports: [{ to: 'council', on: '2026-03-03' }] }),
      'with.complaints.0.occurredOn',
    ],
    [
      'a report before its incident',
      one({ reports: [{ to: 'council', on: '2026-01-09' }] }),
      'with.complaints.0.reports.0.on',
    ],
    ['a body that is none', one({ reports: [{ to: 'mafia', on: '2026-01-12' }] }), 'with.complaints.0.reports.0.to'],
    ['no complaint', { with: { ...application(), complaints: [] } }, 'with.complaints'],
    ['an address that is none', { with: application(), detail: { victimEmail: 'no' } }, 'detail.victimEmail'],
    [
      'a text beyond all measure',
      { with: { ...application(), noEffectiveAction: 'x'.repeat(50_000) } },
      'with.noEffectiveAction',
    ],
  ])('400 for %s, naming the field', async (_what, body, field) => {
    const before = await shell.everything();
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect((answer.body['errors'] as { field: string; message: string }[]).map((it) => it.field)).toContain(field);
    expect(await shell.everything()).toBe(before);
  });

  it('422 for an anonymous application, with its rule and the field (HER-1.4)', async () => {
    const before = await shell.everything();
    const answer = await send({ with: { ...application(), applicant: { role: 'victim', kind: 'individual' } } });
    expect([answer.status, answer.body]).toMatchObject([
      422,
      { code: 'anonymous', rule: 'HER-1.4', field: 'with.applicant.name' },
    ]);
    expect(await shell.everything()).toBe(before);
  });

  it('400 for JSON cut off, 413 for too much of it', async () => {
    expect((await send('{"with": {"channel": "onl')).status).toBe(400);
    expect((await send({ with: 'x'.repeat(200_000) })).status).toBe(413);
  });

  it('401 without the key, or with one that is nearly right', async () => {
    const before = await shell.everything();
    const headers = ['', 'Bearer ', `Bearer ${APPLICATIONS_KEY}x`, `Basic ${APPLICATIONS_KEY}`, APPLICATIONS_KEY];
    for (const authorization of headers)
      expect((await send({ with: application() }, { authorization, ...from('192.0.2.1') })).status).toBe(401);
    expect(await shell.everything()).toBe(before);
  });

  it('429 to an address from its twenty-first wrong key on, with the right one too; elsewhere the right key works', async () => {
    const wrong = { authorization: 'Bearer guess', ...from('192.0.2.2') };
    for (let tries = 1; tries <= 20; tries += 1) expect((await send({}, wrong)).status).toBe(401);
    expect((await send({ with: application() }, from('192.0.2.2'))).status).toBe(201);
    expect((await send({}, wrong)).status).toBe(429);
    const before = await shell.everything();
    expect((await send({ with: application() }, from('192.0.2.2'))).status).toBe(429);
    // Azure's front end writes the caller's port to the address: it is the same caller.
    expect((await send({ with: application() }, from('192.0.2.2:50123'))).status).toBe(429);
    expect(await shell.everything()).toBe(before);
    expect((await send({ with: application() }, from('192.0.2.3'))).status).toBe(201);
  });

  it('counts a line of IPv6 as one caller, and the next line as another', async () => {
    const wrong = (address: string) => ({ authorization: 'Bearer guess', ...from(address) });
    for (let tries = 1; tries <= 21; tries += 1) await send({}, wrong(`2001:db8:0:7::${tries}`));
    expect((await send({ with: application() }, from('2001:db8:0:7:ffff::1'))).status).toBe(429);
    expect((await send({ with: application() }, from('2001:db8:0:8::1'))).status).toBe(201);
  });

  it('counts each door for itself: guesses at one key shut no other', async () => {
    const wrong = { authorization: 'Bearer guess', ...from('192.0.2.9') };
    const parts = (headers: Record<string, string>) => fetch(`${rig.url}/health/parts`, { headers });
    for (let tries = 1; tries <= 21; tries += 1) await parts(wrong);
    expect((await parts({ ...from('192.0.2.9'), authorization: `Bearer ${HEALTH_KEY}` })).status).toBe(429);
    expect((await send({ with: application() }, from('192.0.2.9'))).status).toBe(201);
  });
});

describe('who is counted together', () => {
  const counted = (ip: string): string => addressOf({ ip });
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:50123', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['[2001:db8:0:7::1]:443', '2001:db8:0:7'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s as %s', (ip, address) => {
    expect(counted(ip)).toBe(address);
  });
});
