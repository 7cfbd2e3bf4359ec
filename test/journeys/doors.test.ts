import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shown } from '../../src/rehearsal/desk/protocol.ts';
import { loadPartnership, savePartnership } from '../../src/store/people.ts';
import { textOf } from '../support/desk.ts';
import * as play from '../support/hertsmere.ts';
import { startRehearsal, type Running } from '../support/rehearsal.ts';

const { SPOC, INSPECTOR, LANDLORD, HEALTH, OFFICER, VICTIM } = play;
type Data = Record<string, unknown>;

let run: Running;
let ref: string;
let channel: string;
let chat: string;
beforeAll(async () => {
  run = await startRehearsal();
  ref = await play.openCase(run);
  await play.accept(run, ref);
  await play.askAgencies(run, ref);
  channel = await play.channelOf(run, ref);
  chat = await run.desk.chat(SPOC);
  await play.cardSays(run, HEALTH, channel, 'Fenside', 'by Wed 9 September 2026');
  await play.cardSays(run, LANDLORD, channel, 'Larkfield', 'by Wed 9 September 2026');
}, 120_000);
afterAll(() => run.close());

/** The record of every case, the drafts of forms, and what is to go out. What was typed into a new application is kept, and may be. */
async function kept(): Promise<string> {
  const { db } = run.rehearsal.joined.deps;
  const events = await db.selectFrom('case_events').selectAll().orderBy('reference').orderBy('version').execute();
  const drafts = await db.selectFrom('drafts').selectAll().where('case_id', 'is not', null).orderBy('key').execute();
  const messages = await db.selectFrom('message').select('key').orderBy('id').execute();
  return JSON.stringify({ events, drafts, messages });
}

/** What a door says to bad input: words a person can read, and nothing changed. */
async function refused(door: () => Promise<Shown>, words: RegExp): Promise<void> {
  const before = await kept();
  const shown = await door();
  const said = `${shown.text ?? ''}${textOf(shown.card)}${textOf(shown.dialog?.card)}`;
  expect(said).toMatch(words);
  expect(said).not.toMatch(/undefined|\[object|TypeError|ZodError|invalid_type|at .*\.ts:/);
  expect(await kept()).toBe(before);
}

const pressRaw = (as: string, verb: string, data: Data, where = channel): Promise<Shown> =>
  run.desk.conversation(as, where).then(({ threads }) =>
    run.desk.post('/desk/api/action', {
      as,
      conversation: where,
      activityId: threads[0]?.root.id,
      action: { type: 'Action.Execute', verb, data },
    }),
  );
const submitRaw = (as: string, conversation: string, data: Data): Promise<Shown> =>
  run.desk.post('/desk/api/dialog', { as, conversation, step: 'submit', data });

describe('an application with something wrong in it', () => {
  const apply = async (typed: Record<string, string>): Promise<Shown> =>
    run.desk.submit(SPOC, chat, await run.desk.dialog(SPOC, chat, { dialog: 'application' }), 'Open the case review', {
      'Applicant’s full name': 'Elsie Wainfleet',
      ...play.INCIDENTS[0],
      ...typed,
    });
  it.each([
    ['no name (HER-1.4)', { 'Applicant’s full name': '' }, /anonymous application cannot be opened/],
    ['a day that does not exist', { 'Day incident 1 happened': '2026-02-30' }, /Enter a day that exists/],
    ['a day to come', { 'Incident 1: day it was reported': '2026-09-08' }, /must be today or earlier/],
    ['a report before its incident', { 'Incident 1: day it was reported': '2026-07-19' }, /before it happened/],
    ['an address that is none', { 'Victim’s e-mail': 'elsie at home' }, /Enter an e-mail address like/],
    ['a body that is none', { 'Incident 1: reported to': 'The mafia' }, /Choose one of the answers/],
    ['far too long a name', { 'Applicant’s full name': 'x'.repeat(19_000) }, /Shorten it to 200 or fewer/],
  ])('%s: is told at the field, and what was typed is kept', async (_what, typed, words) => {
    await refused(() => apply(typed), words);
  });

  it('more text than any form has: no case, no crash', async () => {
    const before = await kept();
    const shown = await submitRaw(SPOC, chat, {
      dialog: 'application',
      press: 'send',
      applicantName: 'x'.repeat(400_000),
    });
    expect(shown.kind).toBe('error');
    expect(await kept()).toBe(before);
    expect((await run.desk.dialog(SPOC, chat, { dialog: 'application' })).kind).toBe('dialog');
  });

  it('by the messaging extension from somebody who may not, or by a command we do not have', async () => {
    const extension = (as: string, where: string, command: string): Promise<Shown> =>
      run.desk.post('/desk/api/extension', { as, conversation: where, step: 'fetch', command, data: {} });
    await refused(() => extension(INSPECTOR, channel, 'openCase'), /Only the coordinator/);
    await refused(() => extension(SPOC, chat, 'dropTables'), /not known/);
  });
});

describe('another agency’s form', () => {
  const landlords = { caseId: '', kind: 'review', agency: 'larkfield-homes' };
  const about = (): Data => ({ ...landlords, caseId: ref });
  it('is neither opened nor sent, nor answered with nothing held', async () => {
    const other = /belongs to another agency/;
    await refused(() => run.desk.dialog(INSPECTOR, channel, { dialog: 'return', ...about() }), other);
    await refused(() => submitRaw(INSPECTOR, channel, { dialog: 'return', press: 'send', ...about() }), other);
    await refused(() => run.desk.dialog(INSPECTOR, channel, { dialog: 'readReturn', ...about() }), other);
    await refused(() => pressRaw(INSPECTOR, 'return.nil', about()), other);
    await refused(() => pressRaw(INSPECTOR, 'return.nil', { ...about(), agency: 'Larkfield Homes' }), other);
  });
  it('and an agency that nobody asked has none', async () => {
    await refused(
      () => pressRaw(SPOC, 'return.nil', { ...about(), agency: 'nobody' }),
      /not asked|not in the directory/,
    );
  });
});

describe('somebody unknown', () => {
  async function without<T>(person: string, work: () => Promise<T>): Promise<T> {
    const { db } = run.rehearsal.joined.deps;
    const whole = await loadPartnership(db);
    if (!whole) throw new Error('no partnership');
    await savePartnership(db, { ...whole, people: whole.people.filter((it) => it.id !== person) });
    try {
      return await work();
    } finally {
      await savePartnership(db, whole);
    }
  }
  it('removed from the directory: their presses count no more, wherever their card still stands', async () => {
    const nil = { caseId: ref, kind: 'review', agency: 'fenside-icb' };
    await without(HEALTH, async () => {
      await refused(() => pressRaw(HEALTH, 'return.nil', nil), /do not know you/);
      await refused(() => run.desk.dialog(HEALTH, channel, { dialog: 'return', ...nil }), /do not know you/);
    });
  });
  it('removed while they were being chosen: the form asks for somebody else', async () => {
    const form = await run.desk.dialog(SPOC, chat, { dialog: 'addAction', caseId: ref });
    const typed = { 'What will be done': 'Visit each week', Owner: OFFICER, 'To be done by': '2026-10-01' };
    await without(OFFICER, () =>
      refused(() => run.desk.submit(SPOC, chat, form, 'Add the action', typed), /Choose one of the answers/),
    );
  });
  it('the victim has no channel and no chat; nobody of that name has neither', async () => {
    await expect(run.desk.conversation(VICTIM, channel)).rejects.toThrow(/404/);
    await expect(run.desk.conversation('nobody', channel)).rejects.toThrow(/404/);
  });
});

describe('a card or form that is older than the case', () => {
  it('a form sent twice is one letter; a form drawn before is refused as stale', async () => {
    const about = { dialog: 'letter', caseId: ref, letter: 'update' };
    const write = async () =>
      run.desk.submit(SPOC, chat, await run.desk.dialog(SPOC, chat, about), 'Write the draft', {
        'How it is sent': 'By e-mail',
      });
    const [form, old] = [await write(), await write()];
    expect((await run.desk.submit(SPOC, chat, form, 'Mark as sent today')).kind).toBe('closed');
    await refused(() => run.desk.submit(SPOC, chat, form, 'Mark as sent today'), /moved on/);
    await refused(() => run.desk.submit(SPOC, chat, old, 'Mark as sent today'), /moved on/);
  });
  it('a second click on what is already so changes nothing and says how it stands', async () => {
    const nil = { caseId: ref, kind: 'review', agency: 'fenside-icb' };
    await Promise.all([pressRaw(HEALTH, 'return.nil', nil), pressRaw(HEALTH, 'return.nil', nil)]);
    const { record } = await run.desk.backstage(ref);
    expect(record?.events.filter((it) => it.act === 'recordReturn')).toHaveLength(1);
    await refused(() => pressRaw(HEALTH, 'return.nil', nil), /Fenside/);
  });
  it('the clock goes forward alone', async () => {
    const before = await kept();
    await expect(run.desk.move('2026-09-01', SPOC)).rejects.toThrow(/only goes forward/);
    await expect(run.desk.move('2026-02-30', SPOC)).rejects.toThrow(/Choose a day/);
    expect(await kept()).toBe(before);
  });
});

describe('what no card of ours sends', () => {
  it.each<[string, string, Data]>([
    ['a verb that is none', 'case.erase', {}],
    ['the name of a built-in', 'constructor', {}],
    ['a step of no meeting', 'meeting.next', { step: -1 }],
    ['an action without a number', 'action.done', {}],
    ['a version that is none', 'pack.issue', { v: 'latest' }],
    ['a slot on a day that is none', 'slot.pick', { slot: 0, day: '2026-02-30', startsAt: '10:00' }],
  ])('%s is answered by a clear message', async (_what, verb, data) => {
    await refused(() => pressRaw(SPOC, verb, { caseId: ref, ...data }), /not known any more/);
  });
  it('a case that is none, of another prefix, or not one of theirs', async () => {
    const none = /There is no case of that reference|no such case/i;
    await refused(() => pressRaw(SPOC, 'case.refresh', { caseId: 'NBC-2026-9999' }), none);
    await refused(() => run.desk.dialog(SPOC, chat, { dialog: 'letter', caseId: 'XX-2026-0001' }), none);
    await refused(() => pressRaw(SPOC, 'case.refresh', { caseId: '../../etc/passwd' }), none);
  });
  it('a dialog that is none, a button that its form does not have', async () => {
    await refused(() => run.desk.dialog(SPOC, chat, { dialog: 'eraseCase', caseId: ref }), /not known any more/);
    await refused(
      () => submitRaw(SPOC, chat, { dialog: 'letter', caseId: ref, letter: 'update', press: 'erase' }),
      /does not belong to the form/,
    );
  });
});

describe('text that would be more than text', () => {
  const NASTY = '**Elsie** ${reference} <at>Tom Brackley</at> [x](http://evil.example) {{DATE(2026-01-01T00:00:00Z)}}';
  it('in an applicant’s name stays out of the channel, and stands as typed in the letter', async () => {
    const nasty = await play.openCase(run, { 'Applicant’s full name': NASTY });
    const place = await play.channelOf(run, nasty);
    await play.cardSays(run, SPOC, place, 'ASB Case Review', 'Acknowledge the application');
    const posted = JSON.stringify(await run.desk.messages(SPOC, place));
    expect(posted).not.toContain('Elsie');
    expect(posted).not.toContain('evil.example');
    const shown = await run.desk.dialog(SPOC, chat, { dialog: 'letter', caseId: nasty, letter: 'acknowledgement' });
    const letter = await run.desk.submit(SPOC, chat, shown, 'Write the draft', { 'How it is sent': 'By post' });
    expect(JSON.stringify(letter.dialog?.card)).toContain(NASTY);
  });
  it('in an action’s title mentions nobody, links nowhere and is not worked out', async () => {
    await play.does(run, ref, 'addAction', 'Add the action', {
      'The victim’s copy': 'true',
      'What will be done': NASTY,
      Owner: LANDLORD,
      'To be done by': '2026-10-01',
    });
    const text = await play.cardSays(run, LANDLORD, channel, 'Your action', 'Elsie');
    expect(text).toContain('${reference}');
    expect(text).toContain('\\*\\*Elsie\\*\\*');
    expect(text).not.toContain('[x](');
    expect(text).not.toContain('{{DATE');
    expect(text).not.toContain('<at>Tom');
    const messages = await run.desk.messages(INSPECTOR, channel);
    const card = messages.find((it) => textOf(it.cards[0]).includes('Your action'));
    expect(card?.mentionsMe).toBe(false);
  });
});

describe('the bot’s own server', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(run.rehearsal.botUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  const bearer = () => ({ authorization: `Bearer ${run.rehearsal.applicationsKey}` });
  const activity = () =>
    JSON.stringify({
      type: 'message',
      id: 'a1',
      channelId: 'msteams',
      serviceUrl: run.rehearsal.tenant.connectorUrl,
      from: { id: '29:x', aadObjectId: '0b1e0000-0000-4000-8000-000000000001' },
      conversation: { id: chat, conversationType: 'personal' },
      text: 'help',
    });

  it.each(['/api/messages', '/api/notifications', '/api/applications'])('400 at %s for JSON cut off', async (path) => {
    const before = await kept();
    const answer = await post(path, '{"type":"message","with":{"channel":"onl', bearer());
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/SyntaxError|JSON at position|node_modules/);
    expect(await kept()).toBe(before);
  });
  it('400 for {} and 401 for an activity that is unsigned, or signed with a key of no service', async () => {
    const before = await kept();
    expect((await post('/api/messages', '{}')).status).toBe(400);
    expect((await post('/api/messages', activity())).status).toBe(401);
    const forged = `${btoa('{"alg":"RS256","kid":"k"}')}.${btoa('{"iss":"https://api.botframework.com"}')}.c2lnbmVk`;
    expect((await post('/api/messages', activity(), { authorization: `Bearer ${forged}` })).status).toBe(401);
    expect(await kept()).toBe(before);
  });
  it('401 at the door for applications with a wrong key; 404 for a link that is none', async () => {
    const before = await kept();
    const body = JSON.stringify({ with: play.applicationJson() });
    expect((await post('/api/applications', body)).status).toBe(401);
    expect((await post('/api/applications', body, { authorization: 'Bearer guessed' })).status).toBe(401);
    const link = await fetch(`${run.rehearsal.botUrl}/form/${'x'.repeat(32)}`);
    expect([link.status, await link.text()]).toEqual([404, expect.stringContaining('This link does not work')]);
    expect(await kept()).toBe(before);
  });
  it('400 for an application with a report before its incident, naming the field', async () => {
    const before = await kept();
    const bad = play.applicationJson();
    bad.complaints[0] = { ref: 'a', occurredOn: '2026-07-20', reports: [{ to: 'police', on: '2026-07-19' }] };
    const answer = await post('/api/applications', JSON.stringify({ with: bad }), bearer());
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'with.complaints.0.reports.0.on' }] });
    expect(await kept()).toBe(before);
  });
  it('the right key opens one case for one Idempotency-Key; its channel and its dates follow (HER-3.1)', async () => {
    const send = () =>
      post('/api/applications', JSON.stringify({ with: play.applicationJson('Ida Thorncombe') }), {
        ...bearer(),
        'idempotency-key': 'web-form-0001',
      });
    const answers = await Promise.all([send(), send()]);
    answers.push(await send());
    expect(answers.map((it) => it.status)).toEqual([201, 201, 201]);
    const bodies = (await Promise.all(answers.map((it) => it.json()))) as { reference: string; due: unknown[] }[];
    const reference = bodies[0]?.reference ?? '';
    expect(new Set(bodies.map((it) => it.reference)).size).toBe(1);
    expect(bodies[0]?.due).toContainEqual(expect.objectContaining({ clock: 'HER.ack', dueOn: '2026-09-09' }));
    const place = await play.channelOf(run, reference);
    const text = await play.cardSays(run, SPOC, place, 'ASB Case Review', 'Wed 9 September 2026');
    expect(text).not.toContain('Thorncombe');
    const { record } = await run.desk.backstage(reference);
    expect(record?.events.map((it) => it.act)).toEqual(['receiveApplication']);
  });
});

it('the messaging extension opens a case as the chat does, and its channel follows', async () => {
  const step = (name: 'fetch' | 'submit', data: Data): Promise<Shown> =>
    run.desk.post('/desk/api/extension', { as: SPOC, conversation: chat, step: name, command: 'openCase', data });
  const opened = await step('fetch', {});
  expect(opened.dialog?.title).toBe('Open a case review');
  const data = run.desk.filled(opened, 'Open the case review', {
    'Applicant’s full name': 'Ada Quillfeather',
    ...play.INCIDENTS[0],
  });
  const shown = await step('submit', data);
  const reference = /\w+-\d{4}-\d{4}/.exec(shown.text ?? '')?.[0] ?? '';
  const place = await play.channelOf(run, reference);
  await play.cardSays(run, SPOC, place, 'ASB Case Review', 'Acknowledge the application');
});
