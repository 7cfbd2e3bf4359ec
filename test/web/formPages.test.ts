import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { printed } from '../support/printed.ts';
import { personalLink } from '../../src/operations/links.ts';
import { loadCase } from '../../src/store/cases.ts';
import { accepted4, arranged, planned } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { startRig, type Rig } from '../bot/support/rig.ts';
import { issuePack } from '../../src/operations/returns.ts';

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
beforeEach(() => shell.on('2026-03-02'));

const returnLink = (caseId: string, person = 'lana-lord', agency = 'homes') =>
  personalLink(shell.deps, { caseId, person, purpose: 'return', data: { kind: 'review', agency }, days: 30 });
const actionLink = (caseId: string, person = 'lana-lord', action = '2') =>
  personalLink(shell.deps, { caseId, person, purpose: 'action', data: { action }, days: 30 });
const url = (token: string) => `${rig.url}/form/${token}`;
const get = async (token: string) => {
  const response = await fetch(url(token));
  return { status: response.status, headers: response.headers, html: await response.text() };
};
async function send(token: string, fields: Record<string, string>) {
  const response = await fetch(url(token), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}
const answerOf = async (caseId: string) =>
  (await loadCase(shell.deps.db, caseId))?.review.requests.find((one) => one.agency === 'Invented Homes')?.answer;

describe('an agency’s form by personal link, without Teams and without scripts', () => {
  it('opens, goes section by section, keeps a draft, and is sent', async () => {
    const caseId = await accepted4(shell);
    const token = await returnLink(caseId);
    const first = await get(token);
    expect(first.status).toBe(200);
    expect(first.html).toContain('Invented Homes');
    expect(first.html).toContain('<h1');
    expect(first.html).not.toMatch(/<script|Elsie/);
    const second = await send(token, { section: 'holding', holding: 'held', press: 'next' });
    expect(second.html).toMatch(/Is [^?]*\ba in your records\?/);
    await send(token, { section: 'complaints', t1_traced: 'yes', t1_note: '<b>"x" ${evil}', press: 'next' });
    const saved = await send(token, { section: 'work', actionTaken: 'Letter sent', press: 'save' });
    expect([saved.status, saved.location]).toEqual([303, `/form/${token}?said=kept`]);
    expect(await answerOf(caseId)).toBeUndefined();
    const back = await send(token, { section: 'work', actionTaken: 'Letter sent', press: 'back' });
    expect(back.html).toContain('&lt;b&gt;&quot;x&quot; ${evil}');
    const sent = await send(token, { section: 'finish', responder: 'Lana', declaredBy: 'Lana Lord', press: 'send' });
    expect(sent.location).toBe(`/form/${token}?said=sent`);
    expect(await answerOf(caseId)).toMatchObject({ result: 'held', detail: { actionTaken: 'Letter sent' } });
    const thanks = await fetch(`${url(token)}?said=sent`);
    expect(await thanks.text()).toContain('Thank you');
  });

  it('says what is wrong at the field and in a summary that leads there, and keeps what was typed', async () => {
    const caseId = await accepted4(shell);
    const token = await returnLink(caseId);
    const wrong = await send(token, { section: 'holding', holding: 'withheld', press: 'next' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('There is a problem');
    expect(wrong.html).toContain('href="#ground"');
    expect(wrong.html).toMatch(/value="withheld" checked/);
    expect(wrong.html).toMatch(/<title>\s*Error:/);
    const none = await send(token, { section: 'holding', press: 'next' });
    expect(none.html).toContain('Say whether you hold anything');
  });

  it('takes “We hold nothing” in one press', async () => {
    const caseId = await accepted4(shell);
    const token = await returnLink(caseId);
    expect((await send(token, { section: 'holding', press: 'nil' })).location).toContain('said=sent');
    expect((await answerOf(caseId))?.result).toBe('nil');
  });

  it('can be read and no longer changed once the pack is out (capability 54)', async () => {
    const { caseId } = await arranged(shell);
    const token = await returnLink(caseId);
    await issuePack(shell.deps, { caseId, person: shell.who('cora-spoc') });
    expect((await get(token)).html).toContain('can be read but no longer changed');
    const before = await shell.everything();
    const late = await send(token, { section: 'holding', holding: 'held', press: 'nil' });
    expect(late.status).toBe(422);
    expect(await shell.everything()).toBe(before);
  });

  it('lets nothing of the page out: no cache, no frame, no script, no address passed on', async () => {
    const { headers } = await get(await returnLink(await accepted4(shell)));
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await fetch(`${rig.url}/form-assets/govuk.css`)).headers.get('content-type')).toContain('text/css');
    expect((await fetch(`${rig.url}/form-assets/convene.css`)).status).toBe(200);
  });
});

describe('an action by personal link', () => {
  it('is reported done by its owner, and then asks nothing more', async () => {
    const { caseId } = await planned(shell);
    const token = await actionLink(caseId);
    expect((await get(token)).html).toContain('Fit lighting in the yard');
    expect((await send(token, { press: 'send' })).html).toContain('Say how the action stands');
    expect((await send(token, { press: 'send', how: 'delayed' })).html).toContain('Write why it is delayed');
    const done = {
      press: 'send',
      how: 'done',
      'doneOn-day': '2',
      'doneOn-month': '3',
      'doneOn-year': '2026',
      note: 'Fitted',
    };
    expect((await send(token, { ...done, 'doneOn-day': '31', 'doneOn-month': '2' })).html).toContain(
      'Enter a day that exists',
    );
    expect((await send(token, done)).location).toContain('said=sent');
    const action = (await loadCase(shell.deps.db, caseId))?.review.actions.find((one) => one.id === '2');
    expect(action).toMatchObject({ status: 'done', note: 'Fitted', doneOn: '2026-03-02' });
    expect((await get(token)).html).toContain('Nothing more is asked of you');
  });

  it('demands the outcome where it no longer makes sense (HER-10.7)', async () => {
    const { caseId } = await planned(shell);
    const token = await actionLink(caseId);
    const refused = await send(token, { press: 'send', how: 'no_longer_viable' });
    expect(refused.html).toContain(printed('hertsmere', 'HER-10.7'));
    expect(refused.html).toContain('href="#outcome"');
  });

  it('opens to nobody but who may act', async () => {
    const { caseId } = await planned(shell);
    expect((await get(await actionLink(caseId, 'hal-thorne'))).status).toBe(404);
    expect((await get(await returnLink(caseId, 'hal-thorne', 'homes'))).html).toContain('another agency');
  });
});

it('tells too much text on a page in words, not in JSON', async () => {
  const token = await returnLink(await accepted4(shell));
  const before = await shell.everything();
  const answer = await send(token, { section: 'work', actionTaken: 'x'.repeat(400_000), press: 'save' });
  expect([answer.status, answer.html.includes('<h1')]).toEqual([413, true]);
  expect(await shell.everything()).toBe(before);
});

describe('links that are no good', () => {
  it('tell one that has run out, was invented or was cut off apart by nothing', async () => {
    const caseId = await accepted4(shell);
    const token = await returnLink(caseId);
    const wrong = await get('invented-token');
    expect(wrong.status).toBe(404);
    expect(wrong.html).toContain('run out or was never ours');
    shell.on('2026-05-02');
    const late = await get(token);
    expect([late.status, late.html]).toEqual([404, wrong.html]);
    const before = await shell.everything();
    expect((await send(token, { section: 'holding', press: 'nil' })).status).toBe(404);
    expect((await get('x'.repeat(5000))).status).toBe(404);
    expect(await shell.everything()).toBe(before);
  });

  it('are slowed down when somebody keeps guessing', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, (_, at) => get(`guess-${at}`)));
    expect(all.map((one) => one.status)).toContain(429);
  });
});
