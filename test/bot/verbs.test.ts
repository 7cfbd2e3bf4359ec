import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/store/cases.ts';
import { accepted4, arranged, planned } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { elements, textsOf } from './support/reading.ts';
import { startRig, type Answered, type Rig } from './support/rig.ts';

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

type Data = Record<string, unknown>;
const press = (person: string, verb: string, data: Data, more: Data = {}): Promise<Answered> =>
  rig.send(
    rig.activity(shell.who(person), {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      ...more,
    }),
  );
const version = async (caseId: string) => (await loadCase(shell.deps.db, caseId))?.version ?? 0;

/** Every answer of a press is HTTP 200 with status 200 inside; a card, or a message in plain words. */
function answerOf(answer: Answered): { type: 'card' | 'message'; words: string } {
  expect([answer.status, answer.body['statusCode']]).toEqual([200, 200]);
  const type = String(answer.body['type']).endsWith('card.adaptive') ? 'card' : 'message';
  return { type, words: type === 'card' ? textsOf(answer.body['value']) : String(answer.body['value']) };
}

describe('a button on a card', () => {
  it('“We hold nothing” is recorded in one press, and the card says so', async () => {
    const caseId = await accepted4(shell);
    const nil = { caseId, kind: 'review', agency: 'police' };
    const answer = answerOf(await press('ines-pector', 'return.nil', nil));
    expect(answer.type).toBe('card');
    expect(answer.words).toContain('Invented Police');
    expect(
      (await loadCase(shell.deps.db, caseId))?.review.requests.find((one) => one.agency === 'Invented Police')?.answer
        ?.result,
    ).toBe('nil');
  });

  it('pressed twice, or delivered twice, is recorded once', async () => {
    const caseId = await accepted4(shell);
    const nil = { caseId, kind: 'review', agency: 'police' };
    await press('ines-pector', 'return.nil', nil, { id: 'same' });
    const once = await version(caseId);
    expect(answerOf(await press('ines-pector', 'return.nil', nil, { id: 'same' })).words).not.toContain('Not done');
    expect(answerOf(await press('ines-pector', 'return.nil', nil)).words).not.toContain('Not done');
    expect(await version(caseId)).toBe(once);
  });

  it('does not wipe out an answer that was given since the card was drawn', async () => {
    const caseId = await accepted4(shell);
    const end = { dialog: 'return', caseId, kind: 'review', agency: 'police', section: 'finish', press: 'send' };
    const value = { data: { ...end, responder: 'Ines', declaredBy: 'Ines' } };
    await rig.send(
      rig.activity(shell.who('ines-pector'), {
        type: 'invoke',
        name: 'task/submit',
        value: { data: { ...value.data, press: 'next', section: 'holding', holding: 'held' } },
      }),
    );
    await rig.send(rig.activity(shell.who('ines-pector'), { type: 'invoke', name: 'task/submit', value }));
    const before = await shell.everything();
    const answer = answerOf(await press('ines-pector', 'return.nil', { caseId, kind: 'review', agency: 'police' }));
    expect(answer.words).toContain('answered already');
    expect(await shell.everything()).toBe(before);
  });

  it('of another agency, or by somebody without the right, is refused on the card', async () => {
    const caseId = await accepted4(shell);
    const before = await shell.everything();
    expect(
      answerOf(await press('lana-lord', 'return.nil', { caseId, kind: 'review', agency: 'police' })).words,
    ).toContain('another agency');
    expect(
      answerOf(await press('idle-observer', 'return.nil', { caseId, kind: 'review', agency: 'police' })).words,
    ).toMatch(/another agency|no case/);
    expect(await shell.everything()).toBe(before);
  });

  it('“Done” counts from the day the coordinator is told (HER-10.6), for the owner and the deputy alone', async () => {
    const { caseId } = await planned(shell);
    const before = await shell.everything();
    expect(answerOf(await press('ines-pector', 'action.done', { caseId, action: '1' })).words).toContain(
      'Only the owner',
    );
    expect(answerOf(await press('odd-fellow', 'action.done', { caseId, action: '77' })).words).toContain(
      'no such action',
    );
    expect(await shell.everything()).toBe(before);
    shell.on('2026-04-29');
    const done = answerOf(
      await press('dora-deputy', 'action.done', { caseId, action: '1', note: 'Seen ${evil} [x](http://a)' }),
    );
    expect(done.words).toContain('Wed 29 April 2026');
    expect(done.words).not.toMatch(/(?<!\\)\[x\]\(/);
    const again = answerOf(await press('odd-fellow', 'action.done', { caseId, action: '1' }));
    expect(again.type).toBe('card');
  });

  it('drawn on an older card is refused where its meaning hangs on what was shown', async () => {
    const { caseId } = await arranged(shell);
    const old = (await version(caseId)) - 1;
    const before = await shell.everything();
    expect(answerOf(await press('cora-spoc', 'pack.issue', { caseId, v: old })).words).toContain('moved on');
    expect(await shell.everything()).toBe(before);
    expect(answerOf(await press('cora-spoc', 'pack.issue', { caseId, v: old + 1 })).words).not.toContain('moved on');
  });

  it('leads the chair through the meeting, one step a press however often it is pressed', async () => {
    const { caseId, day } = await arranged(shell);
    shell.on(day);
    expect(answerOf(await press('lana-lord', 'meeting.open', { caseId })).words).toContain('Only the chair');
    expect(answerOf(await press('indy-chair', 'meeting.open', { caseId })).type).toBe('card');
    expect(answerOf(await press('indy-chair', 'meeting.start', { caseId })).words).toContain('who is here');
    const value = {
      data: { dialog: 'attendance', caseId, press: 'send', here: 'cora-spoc,sam-manager', chair: 'indy-chair' },
    };
    await rig.send(rig.activity(shell.who('indy-chair'), { type: 'invoke', name: 'task/submit', value }));
    expect(answerOf(await press('indy-chair', 'meeting.start', { caseId })).words).toContain(
      'section 11 of the procedure',
    );
    expect(
      answerOf(await press('indy-chair', 'meeting.start', { caseId, regardless: 'The others are ill.' })).words,
    ).not.toContain('Not done');
    await press('indy-chair', 'meeting.next', { caseId, step: 0, note: 'Welcomed.' });
    await press('indy-chair', 'meeting.next', { caseId, step: 0 });
    const draft = await shell.deps.db.selectFrom('drafts').selectAll().where('case_id', '=', caseId).execute();
    expect(draft.map((one) => (one.body as { step?: number }).step)).toContain(1);
  });

  it('comes as a message from a client that knows no Action.Execute', async () => {
    const { caseId } = await planned(shell);
    const value = { verb: 'action.done', caseId, action: '1' };
    const before = rig.posted.length;
    expect((await rig.send(rig.activity(shell.who('odd-fellow'), { type: 'message', value }))).status).toBe(200);
    expect(textsOf(rig.posted[before]?.body)).toContain(caseId);
    expect((await loadCase(shell.deps.db, caseId))?.review.actions.find((one) => one.id === '1')?.status).toBe('done');
  });
});

it('answers such a message in the case’s channel by a line, because everybody there sees the card change', async () => {
  const { caseId } = await planned(shell);
  const tenantId = shell.partnership.authority.tenantId;
  rig.channels.set('19:own', caseId);
  const conversation = { id: '19:own;messageid=1', conversationType: 'channel', tenantId };
  for (const [person, words] of [
    ['ines-pector', 'Only the owner'],
    ['odd-fellow', 'Recorded. The card of'],
  ] as const) {
    const before = rig.posted.length;
    const value = { verb: 'action.done', caseId, action: '1' };
    await rig.send(rig.activity(shell.who(person), { type: 'message', value, conversation }));
    expect(rig.posted[before]?.body['text']).toContain(words);
    expect(rig.posted[before]?.body['attachments']).toBeUndefined();
  }
});

describe('bad input at the door of buttons', () => {
  it.each<[string, string, unknown]>([
    ['a verb that is none', 'case.erase', { caseId: 'HBC-2026-0001' }],
    ['the name of a built-in', 'constructor', { caseId: 'HBC-2026-0001' }],
    ['no data', 'action.done', undefined],
    ['data cut off', 'action.done', { caseId: 'HBC-2026-0001' }],
    ['a reference that is none', 'action.done', { caseId: '../../etc', action: '1' }],
    ['a text beyond all measure', 'action.done', { caseId: 'HBC-2026-0001', action: '1', note: 'x'.repeat(9000) }],
    ['a version that is none', 'slot.pick', { caseId: 'HBC-2026-0001', slot: 0, v: 'later' }],
    ['a slot that is none', 'slot.pick', { caseId: 'HBC-2026-0001', slot: 99 }],
    ['a slot on a day that is none', 'slot.pick', { caseId: 'HBC-2026-0001', slot: 0, day: '2026-02-30' }],
    ['a case that is none', 'case.refresh', { caseId: 'HBC-2026-9999' }],
  ])('answers %s with a clear message and changes nothing', async (_what, verb, data) => {
    const before = await shell.everything();
    const answer = answerOf(await press('cora-spoc', verb, data as Data));
    expect(answer.type).toBe('message');
    expect(answer.words.length).toBeGreaterThan(20);
    expect(answer.words).not.toContain('went wrong on our side');
    expect(await shell.everything()).toBe(before);
  });

  it('answers an invoke it does not know, and one without anything in it', async () => {
    for (const more of [
      { name: 'adaptiveCard/action', value: {} },
      { name: 'adaptiveCard/action' },
      { name: 'signin/verifyState', value: {} },
    ])
      expect((await rig.send(rig.activity(shell.who('cora-spoc'), { type: 'invoke', ...more }))).status).toBe(200);
  });

  it('gives a fault of ours a number and no word of what happened', async () => {
    const { caseId } = await planned(shell);
    const { today } = shell.deps;
    shell.deps.today = () => {
      throw new Error('Elsie Example lives at 1 Invented Street');
    };
    const answer = await press('odd-fellow', 'action.done', { caseId, action: '1' });
    shell.deps.today = today;
    expect(answerOf(answer).words).toContain('fault-nu');
    expect(answer.text).not.toContain('Elsie');
  });
});

it('every press in this file that is answered by a card gets one without a template’s remains', async () => {
  const caseId = await accepted4(shell);
  const answer = await press('cora-spoc', 'case.refresh', { caseId });
  expect(JSON.stringify(answer.body)).not.toMatch(/\$data|\$when/);
  expect(elements(answer.body['value'], (one) => one['type'] === 'Input.Text')).toEqual([]);
});
