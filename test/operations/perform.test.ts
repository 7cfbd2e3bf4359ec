import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { performAll, performOnCase } from '../../src/operations/perform.ts';
import { viewCase } from '../../src/operations/view.ts';
import { readEvents } from '../../src/store/cases.ts';
import { savePartnership } from '../../src/store/people.ts';
import { viewsOf } from '../../src/store/views.ts';
import type { Deed } from '../../src/operations/parseDeed.ts';
import { accepted, refusalOf, startShell, type Shell } from '../support/shell.ts';
import { accepted4, opened, planned } from '../support/story.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
});
beforeEach(() => shell.on('2026-03-02'));
afterAll(() => shell.close());

const pressed = (id: string) => ({ tenantId: 'tenant', conversation: 'a:chat', id });
const acknowledge: Deed = { act: 'sendLetter', with: { letter: 'acknowledgement', by: 'email' } };

describe('one act on a case', () => {
  it('writes event, snapshot, wake day and outbox together, with who and when', async () => {
    const caseId = await opened(shell);
    const person = shell.who('cora-spoc');
    const before = shell.woken();
    const view = accepted(await performOnCase(shell.deps, { caseId, person, ...acknowledge }));
    expect(view.version).toBe(2);
    expect((await readEvents(shell.deps.db, caseId))[1]).toMatchObject({
      version: 2,
      act: 'sendLetter',
      actor: 'cora-spoc',
      day: '2026-03-02',
      event: { by: { person: 'cora-spoc', name: 'Cora Spoc', agency: 'Nonesuch Borough Council' } },
    });
    expect((await shell.effects(caseId)).at(-1)).toMatchObject({ key: `card/${caseId}/case/v2` });
    expect(shell.woken()).toBe(before + 1);
  });

  it('done twice by the same activity is done once, and both get the case as it stands', async () => {
    const caseId = await opened(shell);
    const ask = { caseId, person: shell.who('cora-spoc'), press: pressed('click-1'), ...acknowledge };
    const both = await Promise.all([performOnCase(shell.deps, ask), performOnCase(shell.deps, ask)]);
    expect(both.map((it) => accepted(it).version)).toEqual([2, 2]);
    expect(await readEvents(shell.deps.db, caseId)).toHaveLength(2);
  });

  it('on a card drawn for an older version is refused as stale', async () => {
    const caseId = await opened(shell);
    const person = shell.who('cora-spoc');
    accepted(await performOnCase(shell.deps, { caseId, person, expectVersion: 1, ...acknowledge }));
    const late = await performOnCase(shell.deps, {
      caseId,
      person,
      expectVersion: 1,
      act: 'assessRisk',
      with: { stage: 'review', level: 'high' },
    });
    expect(refusalOf(late).code).toBe('stale');
  });

  it('of twenty people at once all stand, numbered without a gap', async () => {
    const caseId = await opened(shell);
    const person = shell.who('cora-spoc');
    const contact: Deed = { act: 'contactVictim', with: { means: 'phone', reached: false } };
    const all = await Promise.all(
      Array.from({ length: 20 }, () => performOnCase(shell.deps, { caseId, person, ...contact })),
    );
    expect(all.every((it) => it.kind === 'done')).toBe(true);
    const versions = (await readEvents(shell.deps.db, caseId)).map((it) => it.version);
    expect(versions).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  it('all of several acts, or none', async () => {
    const caseId = await opened(shell);
    const before = await shell.everything();
    const outcome = await performAll(shell.deps, {
      caseId,
      person: shell.who('cora-spoc'),
      deeds: [acknowledge, { act: 'sendLetter', with: { letter: 'CT4', by: 'email' } }],
    });
    expect(refusalOf(outcome).code).toBe('not_yet');
    expect(await shell.everything()).toBe(before);
  });
});

describe('a refused act leaves every table as it was', () => {
  const cases: [string, string, Deed, string][] = [
    ['a stranger to the act', 'ines-pector', acknowledge, 'not_allowed'],
    [
      'another agency’s form',
      'lana-lord',
      { act: 'recordReturn', with: { agency: 'Invented Police', kind: 'review', result: 'nil' } },
      'not_allowed',
    ],
    [
      'an agency that was not asked',
      'cora-spoc',
      { act: 'recordReturn', with: { agency: 'Somebody Else', kind: 'review', result: 'nil' } },
      'unknown_agency',
    ],
    [
      'an agency the directory does not know',
      'cora-spoc',
      { act: 'requestReturns', with: { kind: 'review', agencies: [{ name: 'Somebody Else', body: 'other' }] } },
      'unknown_agency',
    ],
    [
      'an action with an owner nobody knows',
      'cora-spoc',
      {
        act: 'addAction',
        with: { id: '9', title: 'Do it', owner: 'No Body', agency: 'Invented Homes', dueOn: '2026-05-01' },
      },
      'unknown_person',
    ],
    [
      'an action due on a day that has passed',
      'cora-spoc',
      {
        act: 'addAction',
        with: { id: '9', title: 'Do it', owner: 'Odd Fellow', agency: 'Invented Homes', dueOn: '2026-03-01' },
      },
      'bad_input',
    ],
    [
      'a day beyond the last bank-holiday list',
      'cora-spoc',
      {
        act: 'addAction',
        with: { id: '9', title: 'Do it', owner: 'Odd Fellow', agency: 'Invented Homes', dueOn: '2049-03-01' },
      },
      'bad_input',
    ],
    ['a plan before the panel', 'cora-spoc', { act: 'agreePlan', with: { actions: [] } }, 'not_yet'],
    [
      'a huge text',
      'cora-spoc',
      { act: 'closeCase', with: { as: 'withdrawn', reason: 'x'.repeat(1_000_000) } },
      'bad_input',
    ],
    [
      'a key that no act has',
      'cora-spoc',
      { ...acknowledge, with: { ...acknowledge.with, extra: 1 } } as unknown as Deed,
      'bad_input',
    ],
    [
      'a detail that act does not take',
      'cora-spoc',
      { act: 'closeCase', with: { as: 'withdrawn', reason: 'x' }, detail: {} } as unknown as Deed,
      'bad_input',
    ],
  ];
  it.each(cases)('%s', async (_, who, deed, code) => {
    const caseId = await accepted4(shell);
    const before = await shell.everything();
    const outcome = await performOnCase(shell.deps, {
      caseId,
      person: shell.who(who),
      press: pressed('click-9'),
      ...deed,
    });
    expect(refusalOf(outcome).code).toBe(code);
    expect(await shell.everything()).toBe(before);
  });

  it('an action reported by somebody who is not its owner, and one called off without an outcome (HER-10.7)', async () => {
    const { caseId } = await planned(shell);
    const before = await shell.everything();
    const done: Deed = { act: 'reportAction', with: { action: '1', status: 'done' } };
    const theirs = await performOnCase(shell.deps, { caseId, person: shell.who('lana-lord'), ...done });
    expect(refusalOf(theirs).code).toBe('not_allowed');
    const off: Deed = { act: 'reportAction', with: { action: '1', status: 'no_longer_viable' } };
    const without = await performOnCase(shell.deps, { caseId, person: shell.who('odd-fellow'), ...off });
    expect(refusalOf(without)).toMatchObject({ code: 'outcome_missing', rule: 'HER-10.7' });
    const late: Deed = { act: 'reportAction', with: { action: '1', status: 'delayed' } };
    const silent = await performOnCase(shell.deps, { caseId, person: shell.who('odd-fellow'), ...late });
    expect(refusalOf(silent)).toMatchObject({ code: 'reason_missing', field: 'note' });
    expect(await shell.everything()).toBe(before);
  });

  it('says the same of a case that is not yours and of one that does not exist', async () => {
    const caseId = await opened(shell);
    const stranger = shell.who('idle-observer');
    const theirs = refusalOf(await viewCase(shell.deps, caseId, { person: stranger, doing: 'seeCase' }));
    const nowhere = refusalOf(await viewCase(shell.deps, 'HBC-2026-0999', { person: stranger, doing: 'seeCase' }));
    expect(theirs).toEqual(nowhere);
    expect(
      refusalOf(await performOnCase(shell.deps, { caseId: 'HBC-2026-0999', person: stranger, ...acknowledge })).code,
    ).toBe('unknown_case');
  });

  it('a word more on a closed case', async () => {
    const caseId = await opened(shell);
    const person = shell.who('cora-spoc');
    const close = { act: 'closeCase', with: { as: 'withdrawn', reason: 'At her wish.' } } as const;
    const withdrawn = { act: 'recordWithdrawal', with: { by: 'victim', means: 'phone' } } as const;
    expect(refusalOf(await performOnCase(shell.deps, { caseId, person, ...close }))).toMatchObject({
      code: 'not_yet',
      rule: 'STAT-13',
    });
    accepted(await performOnCase(shell.deps, { caseId, person, ...withdrawn }));
    accepted(await performOnCase(shell.deps, { caseId, person, ...close }));
    expect(refusalOf(await performOnCase(shell.deps, { caseId, person, ...withdrawn })).code).toBe('closed');
    const risk = await performOnCase(shell.deps, {
      caseId,
      person,
      act: 'assessRisk',
      with: { stage: 'review', level: 'low' },
    } as never);
    expect(refusalOf(risk).code).toBe('bad_input');
    const voice = await performOnCase(shell.deps, { caseId, person, act: 'recordVoice', with: { mode: 'written' } });
    expect(refusalOf(voice).code).toBe('closed');
    accepted(
      await performOnCase(shell.deps, {
        caseId,
        person,
        act: 'sendLetter',
        with: { letter: 'withdrawal', by: 'post' },
      }),
    );
  });
});

describe('the same activity', () => {
  const click = pressed('1773000000000');
  const contact: Deed = { act: 'contactVictim', with: { means: 'phone', reached: true } };
  const events = async (caseId: string) => (await readEvents(shell.deps.db, caseId)).length;

  it('of another case, person, conversation or tenant is another one', async () => {
    const [first, second] = [await opened(shell), await opened(shell)];
    const cora = { person: shell.who('cora-spoc'), press: click };
    accepted(await performOnCase(shell.deps, { ...cora, caseId: first, ...contact }));
    accepted(await performOnCase(shell.deps, { ...cora, caseId: second, ...contact }));
    expect([await events(first), await events(second)]).toEqual([2, 2]);
    for (const press of [
      { ...click, conversation: '19:other@thread.tacv2' },
      { ...click, tenantId: 'another' },
      pressed('1773000000001'),
    ])
      accepted(await performOnCase(shell.deps, { ...cora, press, caseId: first, ...contact }));
    expect(await events(first)).toBe(5);
    accepted(await performOnCase(shell.deps, { ...cora, caseId: first, ...contact }));
    expect(await events(first)).toBe(5);
  });

  it('gets its answer again only from whoever may still have it', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-11');
    const nil: Deed = { act: 'recordReturn', with: { agency: 'Invented Police', kind: 'review', result: 'nil' } };
    const ask = { caseId, person: shell.who('ines-pector'), press: click, ...nil };
    accepted(await performOnCase(shell.deps, ask));
    const whole = shell.partnership;
    const others = whole.agencies.map((it) => (it.id === 'police' ? { ...it, responders: ['depu-ty'] } : it));
    const people = whole.people.map((it) => (it.id === 'ines-pector' ? { ...it, roles: [] } : it));
    await savePartnership(shell.deps.db, { ...whole, agencies: others, people });
    expect(refusalOf(await performOnCase(shell.deps, ask)).code).toBe('unknown_case');
    await savePartnership(shell.deps.db, whole);
    expect(accepted(await performOnCase(shell.deps, ask)).reference).toBe(caseId);
  });
});

describe('looking', () => {
  it('is recorded, with who, which case and when', async () => {
    const caseId = await opened(shell);
    accepted(await viewCase(shell.deps, caseId, { person: shell.who('cora-spoc'), doing: 'seeCase', what: 'case' }));
    expect(await viewsOf(shell.deps.db, caseId)).toMatchObject([
      { person: 'cora-spoc', what: 'openCase', outcome: 'shown' },
      { person: 'cora-spoc', what: 'case', outcome: 'shown' },
    ]);
  });
});
