import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effects.ts';
import { inTransaction } from '../../src/store/database.ts';
import { enqueue, markDead, markTold, outboxStates, putBack } from '../../src/store/outbox.ts';
import { viewsOf } from '../../src/store/views.ts';
import { opened } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { buttonData, elements, textsOf } from './support/reading.ts';
import { startRig, type Answered, type Rig } from './support/rig.ts';

let shell: Shell;
let rig: Rig;
let caseId: string;
let other: string;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
  rig = await startRig(shell);
  caseId = await opened(shell);
  other = await opened(shell);
});
afterAll(async () => {
  await rig.close();
  await shell.close();
});
beforeEach(async () => {
  shell.on('2026-03-05');
  await shell.deps.db.deleteFrom('message').execute();
  await shell.deps.db.deleteFrom('lane').execute();
});

type Data = Record<string, unknown>;
const NONE = 'Everything has gone out, or will by itself.';
const WHY = 'Microsoft 365 did not accept this (400 ErrorInvalidRecipients).';

async function put(...effects: Effect[]): Promise<void> {
  const messages = effects.map((payload) => ({ ...payload, caseId: payload.caseId || null, payload }));
  await inTransaction(shell.deps.db, (tx) => enqueue(tx, messages, shell.deps.now()));
}
const mail = (to: string, about = caseId): Effect => ({
  kind: 'mail',
  key: `mail/${about}/${to}`,
  lane: `mail/${to}`,
  caseId: about,
  to,
  matter: { is: 'case' },
  nudge: 'asked',
  day: '2026-03-03',
});
async function dead(effect: Effect): Promise<void> {
  await put(effect);
  await markDead(shell.deps.db, effect.key, WHY, shell.deps.now());
}
const state = async (key: string) => (await outboxStates(shell.deps.db)).find((it) => it.key === key);

const dialog = (person: string, data: Data, step: 'task/fetch' | 'task/submit' = 'task/fetch'): Promise<Answered> =>
  rig.send(rig.activity(shell.who(person), { type: 'invoke', name: step, value: { data } }));
const open = (person = 'cora-spoc', about: string | undefined = caseId) =>
  dialog(person, { dialog: 'undelivered', ...(about === undefined ? {} : { caseId: about }) });
const press = (answer: Answered, title: string, typed: Data = {}, by = 'cora-spoc') =>
  dialog(by, { ...buttonData(answer.body, title), ...typed }, 'task/submit');
async function said(person: string, text: string, more: Data = {}): Promise<string> {
  const before = rig.posted.length;
  await rig.send(rig.activity(shell.who(person), { text, ...more }));
  return rig.posted
    .slice(before)
    .map((one) => textsOf(one.body))
    .join('\n');
}
const wordsOf = ({ body }: Answered) => textsOf(body);

describe('what did not go out', () => {
  it('is told to the coordinator by name, with the day and why; More of the case card leads there', async () => {
    await dead(mail('ines-pector'));
    const more = await dialog('cora-spoc', { dialog: 'more', caseId });
    const answer = await dialog('cora-spoc', buttonData(more.body, 'What did not go out'));
    for (const words of ['An e-mail', shell.who('ines-pector').name, 'Thu 5 March 2026', WHY])
      expect(wordsOf(answer)).toContain(words);
    expect(wordsOf(answer)).not.toContain(NONE);
    expect(wordsOf(await open('cora-spoc', other))).toContain(NONE);
  });

  it('goes out again when sent again; pressed twice, it is tried once', async () => {
    await dead(mail('ines-pector'));
    const answer = await open();
    const woken = shell.woken();
    expect(wordsOf(await press(answer, 'Send again'))).toContain(NONE);
    expect(await state(mail('ines-pector').key)).toMatchObject({ state: 'waiting', attempts: 0 });
    expect(shell.woken()).toBeGreaterThan(woken);
    expect(wordsOf(await press(answer, 'Send again'))).toContain('does not belong to the form any more');
    expect((await state(mail('ines-pector').key))?.state).toBe('waiting');
  });

  it('seen to otherwise it is kept with who and how, and never sent', async () => {
    await dead(mail('ines-pector'));
    const answer = await open();
    const [choice] = elements(answer.body, (it) => it['type'] === 'Input.ChoiceSet');
    const name = String(choice?.['id']);
    expect(wordsOf(await press(answer, 'Done otherwise'))).toContain('Choose how you saw to it');
    expect((await state(mail('ines-pector').key))?.state).toBe('dead');
    const after = wordsOf(await press(answer, 'Done otherwise', { [name]: 'phone' }));
    expect(after).toContain(NONE);
    expect(after).toContain(`by phone: ${shell.who('cora-spoc').name}`);
    expect(await state(mail('ines-pector').key)).toMatchObject({ state: 'dropped', note: 'by phone' });
  });

  it('what waits for somebody to mend it stands there too, with how much waits behind it, and is tried at once when asked', async () => {
    const space: Effect = { kind: 'openSpace', key: `openSpace/${caseId}`, lane: `space/${caseId}`, caseId };
    const card: Effect = { ...space, kind: 'card', key: `card/${caseId}`, matter: { is: 'case' } };
    await put(space, card);
    const { db, now } = shell.deps;
    const tomorrow = new Date(now().getTime() + 86_400_000);
    const why = { cause: 'x', words: 'The app lacks a permission.', tries: 4, since: now() };
    await putBack(db, space.lane, space.key, tomorrow, why);
    expect(wordsOf(await open())).toContain(NONE);
    await markTold(db, 'x', now());
    const answer = await open();
    expect(wordsOf(answer)).toContain('The app lacks a permission. It goes out by itself once this is mended.');
    expect(wordsOf(answer)).toContain('1 more message of the same place');
    // A case cannot go on without its channel.
    expect(elements(answer.body, (it) => it['title'] === 'Done otherwise')).toEqual([]);
    await press(answer, 'Try again now');
    expect((await state(space.key))?.nextAt).toBe(now().toISOString());
  });

  it('is for the coordinator and deputy alone: others hear no more than that, and change nothing', async () => {
    await dead(mail('ines-pector'));
    const shown = await open();
    for (const person of ['ines-pector', 'odd-fellow']) {
      expect(wordsOf(await open(person))).not.toContain(WHY);
      expect(wordsOf(await press(shown, 'Send again', {}, person))).not.toContain(WHY);
      expect(await said(person, 'undelivered')).not.toContain(WHY);
    }
    expect((await state(mail('ines-pector').key))?.state).toBe('dead');
    const looks = await viewsOf(shell.deps.db, caseId);
    expect(looks.filter(({ what, outcome }) => what === 'dialog/undelivered' && outcome === 'refused')).not.toEqual([]);
  });

  it('of another case is not reached through this one', async () => {
    await dead(mail('ines-pector', other));
    const there = await open('cora-spoc', other);
    const data = { ...buttonData(there.body, 'Send again'), caseId };
    expect(wordsOf(await dialog('cora-spoc', data, 'task/submit'))).not.toContain(WHY);
    expect((await state(mail('ines-pector', other).key))?.state).toBe('dead');
  });
});

describe('the word “undelivered”', () => {
  it('lists all cases in our own chat, with a button for each, and what belongs to no case', async () => {
    await dead(mail('ines-pector'));
    await dead(mail('ines-pector', other));
    await dead({
      kind: 'notice',
      key: 'n',
      lane: 'mail/odd-fellow',
      caseId: '',
      to: 'odd-fellow',
      notice: { is: 'notTold' },
    });
    const answer = await said('cora-spoc', 'undelivered');
    for (const words of ['3 things did not go out', caseId, other, 'No case', shell.who('odd-fellow').name, WHY])
      expect(answer).toContain(words);
    const ofNone = await dialog('cora-spoc', { dialog: 'undelivered' });
    expect(wordsOf(ofNone)).toContain(shell.who('odd-fellow').name);
    await press(ofNone, 'Send again');
    expect((await state('n'))?.state).toBe('waiting');
  });

  it('says so when everything has gone out, and names nobody in a channel', async () => {
    expect(await said('cora-spoc', 'undelivered')).toContain(NONE);
    await dead(mail('ines-pector'));
    const { tenantId } = shell.partnership.authority;
    const conversation = { id: '19:x;messageid=1', conversationType: 'channel', tenantId };
    const channelData = { tenant: { id: tenantId }, channel: { id: '19:x' }, team: { id: '19:team' } };
    const answer = await said('cora-spoc', '<at>Convene</at> undelivered', { conversation, channelData });
    expect(answer).toContain('in our own chat');
    expect(answer).not.toContain(shell.who('ines-pector').name);
  });
});
