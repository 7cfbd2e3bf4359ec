import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { application } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { APPLICATIONS_KEY, post, startRig, type Answered, type Rig } from '../bot/support/rig.ts';

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

  it('401 without the key, or with one that is nearly right; 429 to whoever keeps trying', async () => {
    const before = await shell.everything();
    const headers = ['', 'Bearer ', `Bearer ${APPLICATIONS_KEY}x`, `Basic ${APPLICATIONS_KEY}`, APPLICATIONS_KEY];
    for (const authorization of headers)
      expect((await send({ with: application() }, { authorization })).status).toBe(401);
    const statuses = await Promise.all(Array.from({ length: 30 }, () => send({}, { authorization: 'Bearer guess' })));
    expect(statuses.map((it) => it.status)).toContain(429);
    expect(await shell.everything()).toBe(before);
    expect((await send({ with: application() })).status).toBe(201);
  });
});
