import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/store/cases.ts';
import { accepted4, opened, planned } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { buttonData, elements, textsOf, typedIn } from './support/reading.ts';
import { startRig, type Rig } from './support/rig.ts';

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
interface Task {
  type: 'continue' | 'message';
  value: { title: string; card: { content: Data } } | string;
}
async function task(person: string, name: string, data: Data, more: Data = {}): Promise<Task | undefined> {
  const value = name.startsWith('compose') ? { commandId: 'openCase', data } : { data };
  const answer = await rig.send(rig.activity(shell.who(person), { type: 'invoke', name, value, ...more }));
  expect(answer.status).toBe(200);
  return answer.body['task'] as Task | undefined;
}
const fetchDialog = (person: string, data: Data) => task(person, 'task/fetch', data);
const submit = (person: string, data: Data, more: Data = {}) => task(person, 'task/submit', data, more);
const cardOf = (it: Task | undefined): Data => {
  if (it?.type !== 'continue' || typeof it.value === 'string') throw new Error(`no dialog: ${JSON.stringify(it)}`);
  return it.value.card.content;
};
const wordsOf = (it: Task | undefined): string => (typeof it?.value === 'string' ? it.value : textsOf(it?.value));

const TYPED = {
  channel: 'phone',
  madeOn: '2026-03-02',
  applicantName: 'Elsie Example',
  applicantRole: 'victim',
  applicantKind: 'individual',
  victimEmail: 'elsie@post.example',
  c1_occurredOn: '2026-01-10',
  c1_r1_to: 'council',
  c1_r1_on: '2026-01-12',
  c2_occurredOn: '2026-01-24',
  c2_r1_to: 'police',
  c2_r1_on: '2026-01-24',
  c3_occurredOn: '2026-02-20',
  c3_what: 'Shouting at the door',
  c3_r1_to: 'landlord',
  c3_r1_on: '2026-02-23',
};

describe('the application', () => {
  const open = async () =>
    buttonData(cardOf(await fetchDialog('cora-spoc', { dialog: 'application' })), 'Open the case review');
  const cases = async () => (await shell.deps.db.selectFrom('cases').selectAll().execute()).length;

  it('opens a case from what was typed, and says what is due next (HER-3.1)', async () => {
    const words = wordsOf(await submit('cora-spoc', { ...(await open()), rows: '1,1,1', ...TYPED }));
    expect(words).toMatch(/HBC-2026-\d{4} is open/);
    expect(words).toContain('Wed 4 March 2026');
  });

  it('that looks like an open case is shown again with a warning, and is opened only knowingly', async () => {
    const typed = { ...TYPED, rows: '1,1,1', applicantName: 'Ida Lookalike' };
    const first = wordsOf(await submit('cora-spoc', { ...(await open()), ...typed }));
    const reference = /HBC-2026-\d{4}/.exec(first)?.[0] ?? '';
    const before = await cases();
    const warned = await submit('cora-spoc', { ...(await open()), ...typed });
    expect(wordsOf(warned)).toContain(`This looks like ${reference}`);
    expect(wordsOf(warned)).toContain('Open another case all the same');
    expect(typedIn(cardOf(warned))).toMatchObject({ applicantName: 'Ida Lookalike', c3_what: 'Shouting at the door' });
    expect(await cases()).toBe(before);
    const shown = buttonData(cardOf(warned), 'Open the case review');
    expect(wordsOf(await submit('cora-spoc', { ...shown, ...typed }))).toContain(`This looks like ${reference}`);
    // Known to look like that one: it is not known to look like another.
    const renamed = { ...shown, ...typed, applicantName: 'Elsie Example', alikeKnown: 'true' };
    expect(wordsOf(await submit('cora-spoc', renamed))).toMatch(/This looks like HBC-2026-\d{4}/);
    const knowing = { ...shown, ...typed, alikeKnown: 'true' };
    const second = wordsOf(await submit('cora-spoc', knowing));
    expect(second).toMatch(/HBC-2026-\d{4} is open/);
    expect(second).not.toContain(reference);
    expect(wordsOf(await submit('cora-spoc', knowing))).toBe(second);
    expect(await cases()).toBe(before + 1);
  });

  it('opens one case for two presses of the same form, and for the same press delivered twice', async () => {
    const data = { ...(await open()), rows: '1,1,1', ...TYPED, applicantName: 'Pressed Twice' };
    const before = await cases();
    const first = wordsOf(await submit('cora-spoc', data));
    expect(wordsOf(await submit('cora-spoc', data))).toBe(first);
    await submit('cora-spoc', data, { id: 'again' });
    await submit('cora-spoc', data, { id: 'again' });
    expect(await cases()).toBe(before + 1);
  });

  it.each<[string, Data, string, string]>([
    ['no name (HER-1.4)', { applicantName: '' }, 'applicantName', 'anonymous'],
    ['a day that does not exist', { c1_occurredOn: '2026-02-30' }, 'c1_occurredOn', 'exists'],
    ['a day to come', { c1_occurredOn: '2026-03-03' }, 'c1_occurredOn', 'today or earlier'],
    ['a report before its incident', { c1_r1_on: '2026-01-09' }, 'c1_r1_on', 'before it happened'],
    ['a body that is none', { c2_r1_to: 'mafia' }, 'c2_r1_to', 'Choose one of the answers'],
    ['a role that is none', { applicantRole: 'admin' }, 'applicantRole', 'Choose one of the answers'],
    ['an address that is none', { victimEmail: 'not an address' }, 'victimEmail', 'name@example.org'],
    [
      'a representative without the victim’s name',
      { applicantRole: 'representative' },
      'victimName',
      'name of the victim',
    ],
    [
      'consent without its day',
      { applicantRole: 'representative', victimName: 'V', consentForm: 'signed' },
      'consentOn',
      'gave consent',
    ],
    ['a text beyond all measure', { noEffectiveAction: 'x'.repeat(15_000) }, 'noEffectiveAction', 'Shorten it'],
  ])('tells %s at the field, keeps what was typed, and opens nothing', async (_what, wrong, field, words) => {
    const before = await cases();
    const card = cardOf(await submit('cora-spoc', { ...(await open()), rows: '1,1,1', ...TYPED, ...wrong }));
    const at = elements(
      card,
      (one) => Array.isArray(one['items']) && (one['items'] as Data[]).some((it) => it['id'] === field),
    );
    expect(textsOf(at[0])).toContain(words);
    expect(typedIn(card)).toMatchObject({ c3_what: 'Shouting at the door', c3_r1_on: '2026-02-23' });
    expect(await cases()).toBe(before);
  });

  it('adds incidents and reports, and keeps what was typed when the window is closed', async () => {
    const first = cardOf(await submit('cora-spoc', { ...(await open()), ...TYPED, rows: '1', press: 'addComplaint' }));
    expect(typedIn(first)).toHaveProperty('c2_occurredOn');
    const second = cardOf(
      await submit('cora-spoc', { ...buttonData(first, 'Add another report of incident 1'), ...TYPED }),
    );
    expect(typedIn(second)).toHaveProperty('c1_r2_on');
    const reopened = cardOf(await fetchDialog('cora-spoc', { dialog: 'application' }));
    expect(typedIn(reopened)).toMatchObject({ applicantName: 'Elsie Example', c2_r1_to: 'police' });
    expect(typedIn(cardOf(await fetchDialog('cora-spoc', { dialog: 'application' })))['c1_r1_to']).toBe('council');
  });

  it('is for the coordinator alone', async () => {
    const before = await cases();
    expect(wordsOf(await fetchDialog('odd-fellow', { dialog: 'application' }))).toContain('Only the coordinator');
    const data = { dialog: 'application', press: 'send', rows: '1,1,1', ...TYPED };
    expect(wordsOf(await submit('odd-fellow', data))).toContain('Only the coordinator');
    expect(await cases()).toBe(before);
  });

  it('is opened by the messaging extension’s command too, and by no other', async () => {
    const card = cardOf(await task('cora-spoc', 'composeExtension/fetchTask', {}));
    const data = { ...buttonData(card, 'Open the case review'), rows: '1,1,1', ...TYPED, applicantName: 'By Command' };
    expect(wordsOf(await task('cora-spoc', 'composeExtension/submitAction', data))).toContain('is open');
    const other = { type: 'invoke', name: 'composeExtension/fetchTask', value: { commandId: 'dropTables' } };
    expect((await rig.send(rig.activity(shell.who('cora-spoc'), other))).text).toContain('not known');
  });
});

describe('an agency’s form', () => {
  const police = (caseId: string): Data => ({ dialog: 'return', caseId, kind: 'review', agency: 'police' });

  it('is filled in section by section, kept as a draft, and sent', async () => {
    const caseId = await accepted4(shell);
    const first = cardOf(await fetchDialog('ines-pector', police(caseId)));
    expect(textsOf(first)).toContain('Anti-social Behaviour, Crime and Policing Act 2014');
    const second = cardOf(await submit('ines-pector', { ...buttonData(first, 'Continue'), holding: 'held' }));
    const third = cardOf(
      await submit('ines-pector', {
        ...buttonData(second, 'Continue'),
        t1_traced: 'yes',
        t1_reference: 'CAD 1',
        unlisted: 'One more',
      }),
    );
    await submit('ines-pector', { ...buttonData(third, 'Save and finish later'), actionTaken: 'A visit' });
    const again = cardOf(await fetchDialog('ines-pector', police(caseId)));
    expect(typedIn(again)['holding']).toBe('held');
    const finish = {
      ...buttonData(again, 'Continue'),
      section: 'finish',
      press: 'send',
      responder: 'Ines',
      declaredBy: 'Ines Pector',
    };
    expect(wordsOf(await submit('ines-pector', finish))).toContain('Thank you');
    const review = (await loadCase(shell.deps.db, caseId))?.review;
    expect(review?.requests.find((one) => one.agency === 'Invented Police')).toMatchObject({
      answer: {
        result: 'held',
        detail: {
          actionTaken: 'A visit',
          unlisted: 'One more',
          traced: [{ ref: 'a', traced: 'yes', reference: 'CAD 1' }],
        },
      },
    });
  });

  it('asks for the ground where nothing can be shared, and for a name at the end', async () => {
    const caseId = await accepted4(shell);
    const base = { ...police(caseId), section: 'holding' };
    expect(wordsOf(await submit('ines-pector', { ...base, press: 'next', holding: 'withheld' }))).toContain(
      'why you cannot share',
    );
    const end = { ...police(caseId), section: 'finish', press: 'send', responder: 'Ines' };
    expect(wordsOf(await submit('ines-pector', end))).toContain('Type your name');
  });

  it('is seen and sent by no other agency, whatever its card says', async () => {
    const caseId = await accepted4(shell);
    const before = await shell.everything();
    for (const data of [police(caseId), { ...police(caseId), agency: 'Invented Police' }])
      expect(wordsOf(await fetchDialog('lana-lord', data))).toContain('another agency');
    const forged = { ...police(caseId), section: 'finish', press: 'nil' };
    expect(wordsOf(await submit('lana-lord', forged))).toContain('another agency');
    expect(wordsOf(await fetchDialog('lana-lord', { ...police(caseId), dialog: 'readReturn' }))).toContain(
      'another agency',
    );
    expect(await shell.everything()).toBe(before);
  });
});

describe('dialogs of a case', () => {
  it('show nothing to whoever may not use them, and the same words for a case that is not theirs', async () => {
    const caseId = await accepted4(shell);
    for (const dialog of ['letter', 'threshold', 'close', 'contact'])
      expect(wordsOf(await fetchDialog('ines-pector', { dialog, caseId, letter: 'CT4' }))).toMatch(
        /Only the coordinator|may/,
      );
    const foreign = wordsOf(await fetchDialog('idle-observer', { dialog: 'more', caseId }));
    expect(wordsOf(await fetchDialog('idle-observer', { dialog: 'more', caseId: 'HBC-2026-9999' }))).toBe(foreign);
  });

  it('refuse a form that was drawn before the case moved on, keep the words, and take them on the next press', async () => {
    const caseId = await opened(shell);
    const how = cardOf(await fetchDialog('cora-spoc', { dialog: 'letter', caseId, letter: 'acknowledgement' }));
    const card = cardOf(await submit('cora-spoc', { ...buttonData(how, 'Write the draft'), by: 'email' }));
    const data = { ...buttonData(card, 'Mark as sent today'), draft: 'Dear applicant, your words.' };
    await submit('cora-spoc', data);
    const stale = await submit('cora-spoc', { ...data, draft: 'A second letter' });
    expect(wordsOf(stale)).toContain('moved on');
    expect(typedIn(cardOf(stale))['draft']).toBe('A second letter');
    expect(await submit('cora-spoc', { ...data, ...buttonData(cardOf(stale), 'Mark as sent today') })).toBeUndefined();
  });

  it('tell a refusal of the rule-book with its rule, at the field where it has one (HER-3.4)', async () => {
    const caseId = await opened(shell);
    const before = await shell.everything();
    const card = cardOf(await fetchDialog('cora-spoc', { dialog: 'threshold', caseId }));
    expect(textsOf(card)).toContain('must be found met');
    const data = {
      ...buttonData(card, 'Record the decision'),
      result: 'not_met',
      by_council: 'sam-manager',
      by_police: 'ines-pector',
      reasons: 'None',
    };
    const refused = wordsOf(await submit('cora-spoc', data));
    expect(refused).toContain('section 104(4) of the 2014 Act');
    expect(await shell.everything()).toBe(before);
  });

  it('offer under “More” what this person can do now, as forms that open', async () => {
    const caseId = await accepted4(shell);
    const mine = cardOf(await fetchDialog('cora-spoc', { dialog: 'more', caseId }));
    const next = await submit('cora-spoc', buttonData(mine, 'Record the risk'));
    expect(wordsOf(next)).toContain('Risk to the victim');
    expect(textsOf(cardOf(await fetchDialog('ines-pector', { dialog: 'more', caseId })))).not.toContain(
      'Close the case',
    );
  });

  it('explain a date day by day', async () => {
    const caseId = await opened(shell);
    expect(wordsOf(await fetchDialog('odd-fellow', { dialog: 'explain', caseId, clock: 'HER.ack' }))).toContain(
      'no case',
    );
    const words = wordsOf(await fetchDialog('cora-spoc', { dialog: 'explain', caseId, clock: 'HER.ack' }));
    expect(words).toContain('section 11 of the procedure');
    expect(words).toContain('Wed 4 March 2026');
    expect(wordsOf(await fetchDialog('cora-spoc', { dialog: 'explain', caseId, clock: 'HER.none' }))).toContain(
      'no such date',
    );
  });

  it('demand the outcome of an action that makes no sense any more (HER-10.7), from its owner alone', async () => {
    const { caseId } = await planned(shell);
    const about = { dialog: 'actionNotViable', caseId, action: '1' };
    expect(wordsOf(await fetchDialog('ines-pector', about))).toContain('Only the owner');
    const card = cardOf(await fetchDialog('odd-fellow', about));
    expect(wordsOf(await submit('odd-fellow', buttonData(card, 'End this action')))).toContain('what the outcome was');
    expect(
      await submit('odd-fellow', { ...buttonData(card, 'End this action'), outcome: 'They moved.' }),
    ).toBeUndefined();
  });
});

describe('bad input at the door of dialogs', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'task'],
    ['no data', {}],
    ['a dialog that is none', { data: { dialog: 'dropTables', caseId: 'HBC-2026-0001' } }],
    ['a reference that is none', { data: { dialog: 'risk', caseId: "'; drop table cases" } }],
    ['cut-off data', { data: { dialog: 'risk' } }],
    ['a list', { data: [] }],
    ['data too deep to be ours', { data: { dialog: { $ne: 1 } } }],
  ])('answers %s with a clear message and changes nothing', async (_what, value) => {
    const before = await shell.everything();
    for (const name of ['task/fetch', 'task/submit', 'composeExtension/submitAction']) {
      const answer = await rig.send(rig.activity(shell.who('cora-spoc'), { type: 'invoke', name, value }));
      expect(answer.status).toBe(200);
      expect((answer.body['task'] as Task).type).toBe('message');
    }
    expect(await shell.everything()).toBe(before);
  });

  it('refuses a button that the form does not have', async () => {
    const caseId = await opened(shell);
    const before = await shell.everything();
    expect(wordsOf(await submit('cora-spoc', { dialog: 'risk', caseId, press: 'erase', level: 'low' }))).toContain(
      'button',
    );
    expect(await shell.everything()).toBe(before);
  });
});
