import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/store/cases.ts';
import { viewsOf } from '../../src/store/views.ts';
import { accepted4, arranged, opened, planned } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { textsOf } from './support/reading.ts';
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
/** Takes no part in any case: another council's observer. */
const OUTSIDER = 'idle-observer';
const NONE = 'There is no case of that reference among yours.';

const press = (person: string, verb: string, data: Data, more: Data = {}): Promise<Answered> =>
  rig.send(
    rig.activity(shell.who(person), {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      ...more,
    }),
  );
const dialog = (person: string, data: Data, step: 'task/fetch' | 'task/submit' = 'task/fetch'): Promise<Answered> =>
  rig.send(rig.activity(shell.who(person), { type: 'invoke', name: step, value: { data } }));
const wordsOf = (answer: Answered): string => {
  const { value } = answer.body;
  return typeof value === 'string' ? value : textsOf(answer.body);
};
const eventsOf = async (caseId: string) => (await loadCase(shell.deps.db, caseId))?.version ?? 0;

describe('somebody who takes no part in the case', () => {
  const verbs: [string, Data][] = [
    ['case.refresh', {}],
    ['slot.pick', { slot: 0 }],
    ['slot.pick', { slot: 2, v: 1 }],
    ['meeting.agree', {}],
    ['meeting.agree', { v: 1 }],
    ['meeting.open', {}],
    ['pack.issue', { v: 1 }],
    ['action.done', { action: '1' }],
    ['return.nil', { kind: 'review', agency: 'police' }],
    ['return.nil', { kind: 'review', agency: 'away' }],
  ];
  it('hears one and the same sentence of a case with an arranged panel, of one with a plan, and of none', async () => {
    const panel = await arranged(shell);
    const plan = await planned(shell);
    const before = await shell.everything();
    for (const [verb, data] of verbs)
      for (const caseId of [panel.caseId, plan.caseId, 'HBC-2026-9999', 'no case at all', 'HBC-2026-10000'])
        expect(wordsOf(await press(OUTSIDER, verb, { ...data, caseId })), `${verb} of ${caseId}`).toBe(NONE);
    for (const name of ['letter', 'more', 'return', 'readReturn', 'decideAppeal', 'threshold'])
      for (const caseId of [panel.caseId, plan.caseId, 'HBC-2026-9999', 'no case at all', undefined])
        for (const step of ['task/fetch', 'task/submit'] as const)
          expect(wordsOf(await dialog(OUTSIDER, { dialog: name, caseId, agency: 'police', press: 'send' }, step))).toBe(
            NONE,
          );
    expect(await shell.everything()).toBe(before);
  });

  it('leaves a row of each refused look, with the case where there is such a one', async () => {
    const { caseId } = await arranged(shell);
    const before = (await viewsOf(shell.deps.db, caseId)).length;
    await press(OUTSIDER, 'slot.pick', { caseId, slot: 0 });
    await dialog(OUTSIDER, { dialog: 'more', caseId });
    expect((await viewsOf(shell.deps.db, caseId)).slice(before)).toMatchObject([
      { person: OUTSIDER, what: 'arrangePanel', outcome: 'refused' },
      { person: OUTSIDER, what: 'dialog/more', outcome: 'refused' },
    ]);
  });
});

describe('somebody whom the directory does not know', () => {
  it('is told so, and that they asked is kept by who they are and which case they named', async () => {
    const { caseId } = await arranged(shell);
    const before = (await viewsOf(shell.deps.db, caseId)).length;
    const cora = shell.who('cora-spoc');
    const guest = { id: '29:guest', aadObjectId: cora.objectId, tenantId: '99999999-0000-4000-8000-000000000009' };
    for (const asked of [caseId, 'HBC-2026-9999', 'Elsie Example of 4 Elm Row']) {
      const answer = await press('cora-spoc', 'case.refresh', { caseId: asked }, { from: guest });
      expect(wordsOf(answer)).toContain('I do not know you');
    }
    const who = `${guest.tenantId}/${guest.aadObjectId}`;
    expect((await viewsOf(shell.deps.db, caseId)).slice(before)).toMatchObject([
      { person: who, what: 'stranger', outcome: 'refused' },
    ]);
    const kept = await shell.deps.db.selectFrom('audit_views').select('case_id').where('person', '=', who).execute();
    expect(kept.map((it) => it.case_id)).toEqual([caseId, 'HBC-2026-9999', null]);
  });
});

describe('an activity', () => {
  it('is known by the place it came from too: the same number in another case is another press', async () => {
    const first = await accepted4(shell);
    const second = await accepted4(shell);
    const nil = { kind: 'review', agency: 'homes' };
    await press('lana-lord', 'return.nil', { ...nil, caseId: first }, { id: '1773000000000' });
    const before = await eventsOf(second);
    await press('lana-lord', 'return.nil', { ...nil, caseId: second }, { id: '1773000000000' });
    expect(await eventsOf(second)).toBe(before + 1);
  });

  it('that was seen before opens nothing to somebody else', async () => {
    const { caseId } = await arranged(shell);
    await press('cora-spoc', 'pack.issue', { caseId }, { id: 'seen' });
    expect(wordsOf(await press(OUTSIDER, 'pack.issue', { caseId }, { id: 'seen' }))).toBe(NONE);
    const others = wordsOf(await press('lana-lord', 'pack.issue', { caseId }, { id: 'seen' }));
    expect(others).toContain('Only the coordinator');
  });
});

describe('an agency’s return', () => {
  it('is opened and sent by its named responders and their deputies, by no other colleague', async () => {
    const caseId = await accepted4(shell);
    const form = { dialog: 'return', caseId, kind: 'review', agency: 'council' };
    expect(wordsOf(await dialog('odd-fellow', form))).toContain('Your organisation');
    expect(wordsOf(await dialog('dora-deputy', form))).toContain('Your organisation');
    const before = await shell.everything();
    for (const colleague of ['line-manager', 'hedda-service', 'chief-exec']) {
      expect(wordsOf(await dialog(colleague, form))).toBe(NONE);
      expect(wordsOf(await press(colleague, 'return.nil', form))).toBe(NONE);
    }
    expect(wordsOf(await dialog('sam-manager', form))).toContain('belongs to another agency');
    expect(await shell.everything()).toBe(before);
  });

  it('half filled is its agency’s own: the coordinator reads that one was begun, and not a word of it', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-11');
    const form = { dialog: 'return', caseId, kind: 'review', agency: 'police', section: 'work' };
    const typed = { ...form, press: 'save', actionTaken: 'Secret patrols' };
    await dialog('ines-pector', typed, 'task/submit');
    for (const name of ['readReturn', 'return']) {
      const words = wordsOf(await dialog('cora-spoc', { ...form, dialog: name }));
      expect(words).not.toContain('Secret');
      expect(words).toContain('begun on Wed 11 March 2026');
    }
    await dialog('cora-spoc', { ...form, section: 'finish', press: 'send', declaredBy: 'Cora' }, 'task/submit');
    const stored = await loadCase(shell.deps.db, caseId);
    expect(stored?.review.requests.find((it) => it.agency === 'Invented Police')?.answer).toBeUndefined();
  });
});

describe('a command', () => {
  it('`due` and `my actions` are kept by case, and when nothing was listed', async () => {
    const { caseId } = await planned(shell);
    const rows = async (person: string) =>
      shell.deps.db
        .selectFrom('audit_views')
        .select(['what', 'case_id as caseId', 'outcome'])
        .where('person', '=', person)
        .where('what', 'in', ['due', 'my actions'])
        .execute();
    for (const text of ['due', 'my actions']) {
      await rig.send(rig.activity(shell.who('odd-fellow'), { text }));
      await rig.send(rig.activity(shell.who(OUTSIDER), { text }));
    }
    for (const what of ['due', 'my actions'])
      expect(await rows('odd-fellow')).toContainEqual({ what, caseId, outcome: 'shown' });
    expect(await rows(OUTSIDER)).toEqual([
      { what: 'due', caseId: null, outcome: 'shown' },
      { what: 'my actions', caseId: null, outcome: 'shown' },
    ]);
  });

  it('a button that comes as a message is not answered in a channel of another case', async () => {
    const here = await opened(shell);
    const { caseId } = await planned(shell);
    const channel = '19:elsewhere@thread.tacv2';
    const { tenantId } = shell.partnership.authority;
    rig.channels.set(channel, here);
    const before = rig.posted.length;
    const value = { verb: 'action.done', caseId, action: '1' };
    const conversation = { id: channel, conversationType: 'channel', tenantId };
    await rig.send(rig.activity(shell.who('odd-fellow'), { value, conversation }));
    expect(textsOf(rig.posted[before]?.body)).toContain('our own chat');
    expect(textsOf(rig.posted[before]?.body)).not.toContain(caseId);
    const stored = await loadCase(shell.deps.db, caseId);
    expect(stored?.review.actions.find((it) => it.id === '1')?.status).toBe('open');
  });

  it('`case` in another case’s channel tells nobody there that the case exists', async () => {
    const here = await opened(shell);
    const other = await opened(shell);
    rig.channels.set('19:here@thread.tacv2', here);
    const said = async (reference: string) => {
      const before = rig.posted.length;
      const channel = {
        conversation: {
          id: '19:here@thread.tacv2',
          conversationType: 'channel',
          tenantId: shell.who('cora-spoc').tenantId,
        },
      };
      await rig.send(rig.activity(shell.who('cora-spoc'), { text: `case ${reference}`, ...channel }));
      return textsOf(rig.posted[before]?.body);
    };
    expect(await said(other)).toBe(await said('HBC-2026-9999'));
    expect(await said(here)).toContain(here);
  });
});
