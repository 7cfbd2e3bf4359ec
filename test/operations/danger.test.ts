import { decision } from '../support/deciders.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../../src/domain/effects.ts';
import type { CaseView } from '../../src/domain/caseView.ts';
import { stillOwed } from '../../src/domain/stillOwed.ts';
import { messageFor } from '../../src/cards/messageFor.ts';
import { dueFor } from '../../src/operations/lists.ts';
import { nilReturn, sendReturn } from '../../src/operations/returns.ts';
import { viewCase } from '../../src/operations/view.ts';
import { accepted, startShell, type Shell } from '../support/shell.ts';
import { accepted4, act, opened } from '../support/story.ts';

let shell: Shell;
let caseId: string;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
});
beforeEach(async () => {
  caseId = await accepted4(shell);
  shell.on('2026-03-11');
});
afterAll(() => shell.close());

type Said = Extract<Effect, { kind: 'message' | 'mail' }>;
const alerts = async (): Promise<Said[]> =>
  (await shell.effects(caseId)).filter((it): it is Said => 'nudge' in it && it.nudge === 'danger_now');
const police = () => ({ caseId, kind: 'review', agency: 'police', person: shell.who('ines-pector') }) as const;
const says = (immediateRisk: 'yes' | 'no', more: object = {}) =>
  sendReturn(shell.deps, { ...police(), result: 'held', form: { immediateRisk, ...more } });
const keys = (view: CaseView): string[] => view.steps.map((step) => step.key);
const now = async (): Promise<CaseView> => accepted(await viewCase(shell.deps, caseId, null));
const urgent = { id: '9', title: 'Fit a door camera', owner: 'Lana Lord', agency: 'Invented Homes' };

describe('an agency’s form says that somebody is at risk now (HER-9.1)', () => {
  it('tells the coordinator and the senior managers at once, each once, and overtakes what waits for them', async () => {
    accepted(await says('yes'));
    const told = await alerts();
    expect(told.map((it) => it.to).sort()).toEqual(['cora-spoc', 'sam-manager']);
    expect(told.map((it) => it.lane).sort()).toEqual(['danger/chat/cora-spoc', 'danger/chat/sam-manager']);
  });

  it('stands first in What now and in what is due, until an urgent action is recorded after it', async () => {
    const view = accepted(await says('yes'));
    expect(keys(view).slice(0, 2)).toEqual(['danger/review/police', 'danger/act']);
    expect(view.steps[0]?.words).toBe('Invented Police says somebody is at risk now: read it and act');
    expect((await dueFor(shell.deps, shell.who('cora-spoc')))[0]?.key).toBe('danger/review/police');
    const ordinary = await act(shell, caseId, '2026-03-11', {
      act: 'addAction',
      with: { ...urgent, dueOn: '2026-03-12', interim: false },
    });
    expect(keys(ordinary)).toContain('danger/review/police');
    const interim = await act(shell, caseId, '2026-03-11', {
      act: 'addAction',
      with: { ...urgent, id: '10', dueOn: '2026-03-12', interim: true },
    });
    expect(keys(interim).filter((key) => key.startsWith('danger'))).toEqual([]);
  });

  it('or until the risk is assessed after it; an assessment of the same day before it does not count', async () => {
    await act(shell, caseId, '2026-03-11', { act: 'assessRisk', with: { stage: 'review', level: 'medium' } });
    expect(keys(accepted(await says('yes')))[0]).toBe('danger/review/police');
    const after = await act(shell, caseId, '2026-03-11', {
      act: 'assessRisk',
      with: { stage: 'review', level: 'medium' },
    });
    expect(keys(after).filter((key) => key.startsWith('danger'))).toEqual([]);
  });

  it('is told and stands again when a changed form says it anew, and is taken back by one that no longer does', async () => {
    accepted(await says('yes'));
    await act(shell, caseId, '2026-03-11', { act: 'assessRisk', with: { stage: 'review', level: 'medium' } });
    shell.on('2026-03-12');
    expect(keys(accepted(await says('yes', { risk: 'He was at her door again.' })))[0]).toBe('danger/review/police');
    expect((await alerts()).filter((it) => it.to === 'cora-spoc').map((it) => it.day)).toEqual([
      '2026-03-11',
      '2026-03-12',
    ]);
    expect(keys(accepted(await says('no'))).filter((key) => key.startsWith('danger'))).toEqual([]);
    expect(await alerts()).toHaveLength(4);
  });

  it('is silent where the form says no, or nothing is held', async () => {
    accepted(await says('no'));
    accepted(await nilReturn(shell.deps, { ...police(), agency: 'homes', person: shell.who('lana-lord') }));
    expect(await alerts()).toEqual([]);
  });

  it('alarms before the threshold is decided too, and where what is held cannot be shared', async () => {
    caseId = await opened(shell);
    await act(shell, caseId, '2026-03-03', {
      act: 'requestReturns',
      with: { kind: 'threshold', agencies: [{ name: 'Invented Police', body: 'police' }] },
    });
    const withheld = { result: 'withheld', ground: 'A live investigation.', form: { immediateRisk: 'yes' } } as const;
    const view = accepted(await sendReturn(shell.deps, { ...police(), kind: 'threshold', ...withheld }));
    expect(keys(view)[0]).toBe('danger/threshold/police');
    expect(await alerts()).toHaveLength(2);
  });

  it('is still owed though the form is in, and says on a locked screen neither who nor where', async () => {
    accepted(await says('yes', { risk: 'Threatened with a knife.' }));
    const view = await now();
    for (const alert of await alerts()) {
      expect(stillOwed(alert, view.review, { partnership: shell.partnership })).toBe(true);
      if (alert.kind !== 'message') continue;
      const [first, ...rest] = messageFor({ effect: alert, view }).text.split('\n\n');
      expect(first).toBe(`**${caseId}**: An agency says that somebody is at risk of harm now.`);
      expect(rest.join(' ')).toContain('Invented Police says so in the form it sent on Wed 11 March 2026.');
      expect(rest.join(' ')).not.toContain('knife');
    }
  });
});

describe('an urgent (interim) action (HER-9.1)', () => {
  const add = (day: string, dueOn: string, id = '1') =>
    act(shell, caseId, day, { act: 'addAction', with: { ...urgent, id, dueOn, interim: true } });

  it('stands first for owner and coordinator from the day it is agreed, before the decision and before the panel', async () => {
    caseId = await opened(shell);
    expect(keys(await add('2026-03-02', '2026-03-09'))[0]).toBe('action/1');
    for (const id of ['lana-lord', 'cora-spoc'])
      expect((await dueFor(shell.deps, shell.who(id))).find((it) => it.reference === caseId)?.key).toBe('action/1');
    const decided = await act(shell, caseId, '2026-03-05', decision());
    expect(keys(decided)[0]).toBe('action/1');
  });

  it('is overdue from the day after its day, and gone once it is done', async () => {
    await add('2026-03-11', '2026-03-12');
    for (const [day, overdue] of [
      ['2026-03-11', false],
      ['2026-03-12', false],
      ['2026-03-13', true],
    ] as const) {
      shell.on(day);
      expect((await now()).steps[0]).toMatchObject({ key: 'action/1', overdue });
    }
    const done = await act(shell, caseId, '2026-03-13', { act: 'reportAction', with: { action: '1', status: 'done' } });
    expect(keys(done)).not.toContain('action/1');
  });

  it('the step of a high risk opens the form with “cannot wait” ticked', async () => {
    const high = await act(shell, caseId, '2026-03-11', {
      act: 'assessRisk',
      with: { stage: 'review', level: 'high' },
    });
    expect(high.steps[0]).toMatchObject({
      key: 'interim',
      button: 'Record an urgent action',
      opens: { form: 'addAction', params: { urgent: 'yes' } },
    });
  });
});
