import { decision } from '../support/deciders.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guide, nextDueDay } from '../../src/operations/guide.ts';
import { actionsOf, dueFor, findCase, referenceIn } from '../../src/operations/lists.ts';
import { performOnCase } from '../../src/operations/perform.ts';
import { issuePack, nilReturn, sendReturn } from '../../src/operations/returns.ts';
import { sweep } from '../../src/operations/sweep.ts';
import { viewCase } from '../../src/operations/view.ts';
import { verifyChain } from '../../src/store/cases.ts';
import { accepted, refusalOf, startShell, type Shell } from '../support/shell.ts';
import { accepted4, act, arranged, opened, planned, REVIEW_AGENCIES } from '../support/story.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
});
afterAll(() => shell.close());

const keysOf = async (caseId: string) => {
  const view = accepted(await viewCase(shell.deps, caseId, null));
  return view.steps.map((step) => step.key);
};

const nudgesOf = async (caseId: string, day: string) =>
  (await sweep(shell.deps, day)).nudges.filter((it) => it.caseId === caseId);

describe('a Hertsmere case from application to closing, through the shell', () => {
  it('opened on Mon 2 March 2026: acknowledge by Wed 4 March (HER-3.1), decide by Fri 20 March (HER-3.4)', async () => {
    const caseId = await opened(shell);
    const view = accepted(await viewCase(shell.deps, caseId, { person: shell.who('cora-spoc'), doing: 'seeCase' }));
    expect(view.told.threshold).toMatchObject({ count: 3, advice: 'met' });
    expect(view.steps[0]).toMatchObject({
      key: 'letter/acknowledgement',
      dueOn: '2026-03-04',
      clock: 'HER.ack',
      overdue: false,
    });
    expect(view.steps.find((it) => it.key === 'decide')).toMatchObject({ dueOn: '2026-03-20' });
    expect(view.steps.map((it) => it.key)).toEqual(['letter/acknowledgement', 'request/threshold', 'decide']);
    expect((await shell.effects(caseId)).map((it) => it.kind)).toEqual(['openSpace', 'card']);
  });

  it('after the decision: the acceptance letter, the forms, the victim, the panel, in that order', async () => {
    const caseId = await opened(shell);
    await act(shell, caseId, '2026-03-03', { act: 'sendLetter', with: { letter: 'acknowledgement', by: 'email' } });
    await act(shell, caseId, '2026-03-09', decision());
    expect((await keysOf(caseId))[0]).toBe('letter/CT4');
    await act(shell, caseId, '2026-03-10', { act: 'sendLetter', with: { letter: 'CT4', by: 'email' } });
    await act(shell, caseId, '2026-03-10', {
      act: 'requestReturns',
      with: { kind: 'review', agencies: REVIEW_AGENCIES },
    });
    const keys = await keysOf(caseId);
    expect(keys.slice(0, 4).sort()).toEqual(
      ['council', 'health', 'homes', 'police'].map((it) => `return/review/${it}`),
    );
    expect(keys).toEqual(expect.arrayContaining(['contact', 'risk/review', 'voice', 'panel']));
    const mails = (await shell.effects(caseId)).filter((it) => it.kind === 'mail');
    expect(mails.map((it) => it.to).sort()).toEqual(['hal-thorne', 'ines-pector', 'lana-lord', 'odd-fellow']);
  });

  it('chases the landlord’s form on working days, tells who is late, and accepts the late form (HER-5.1)', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-11');
    for (const [agency, id] of [
      ['police', 'ines-pector'],
      ['health', 'hal-thorne'],
      ['council', 'odd-fellow'],
    ] as const)
      accepted(await nilReturn(shell.deps, { caseId, kind: 'review', agency, person: shell.who(id) }));
    const heard: string[] = [];
    for (const day of ['2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16', '2026-03-17']) {
      shell.on(day);
      for (const nudge of await nudgesOf(caseId, day)) heard.push(`${day} ${nudge.why} ${nudge.to.join()}`);
    }
    expect(heard).toContain('2026-03-12 due_today lana-lord');
    expect(heard.some((it) => it.includes('chase lana-lord'))).toBe(true);
    expect(heard.filter((it) => /2026-03-1[45]/.test(it))).toEqual([]);
    expect(heard.filter((it) => /police|ines|hal-thorne|odd-fellow/.test(it))).toEqual([]);
    const view = accepted(
      await sendReturn(shell.deps, {
        caseId,
        kind: 'review',
        agency: 'homes',
        person: shell.who('lana-lord'),
        result: 'held',
        form: { responder: 'Lana Lord', actionTaken: 'Two visits.' },
      }),
    );
    expect(view.told.returns.find((it) => it.agency === 'Invented Homes')).toMatchObject({
      status: 'returned',
      late: true,
    });
  });

  it('the plan freezes who is told, and an idle action climbs to the Chief Executive, each rung once, on working days', async () => {
    const { caseId, day } = await planned(shell);
    await act(shell, caseId, day, { act: 'sendLetter', with: { letter: 'minutes', by: 'email' } });
    await act(shell, caseId, day, { act: 'sendLetter', with: { letter: 'outcome', by: 'email' } });
    const planView = accepted(await viewCase(shell.deps, caseId, null));
    expect(planView.review.actions[0]?.chain).toEqual({
      owner: 'odd-fellow',
      deputy: 'dora-deputy',
      lineManager: 'line-manager',
      headOfService: 'hedda-service',
      chiefExecutive: 'chief-exec',
    });
    // The landlord's manager is the Head of Service: HER-10.4 sends the second rung to the Chief Executive.
    expect(planView.review.actions[1]).toMatchObject({ managerIsHeadOfService: true });
    const heard: string[] = [];
    let at: string | null = day;
    while (at !== null && at < '2026-08-15') {
      at = await nextDueDay(shell.deps, at);
      if (at === null || at >= '2026-08-15') break;
      shell.on(at);
      for (const nudge of await nudgesOf(caseId, at))
        if (nudge.words.includes('action 1')) heard.push(`${at} ${nudge.why} ${nudge.to.join()}`);
    }
    expect(heard).toEqual([
      '2026-04-29 before_due odd-fellow',
      '2026-04-30 due_today odd-fellow',
      '2026-05-01 ladder odd-fellow',
      '2026-05-22 ladder line-manager',
      '2026-07-01 ladder hedda-service',
      '2026-07-31 ladder chief-exec',
    ]);
    const said = (await shell.effects(caseId)).flatMap((it) =>
      'nudge' in it && it.nudge === 'ladder' ? [`${it.kind} ${it.to}`] : [],
    );
    expect(said).toContain('message chief-exec');
    expect(said).toContain('mail homer-head');
    expect(said).toContain('mail homes-chief');
    expect(said).not.toContain('message homes-chief');
  });

  it('closes only when no action is open (HER-10.6), and the record’s chain verifies', async () => {
    const { caseId, day } = await planned(shell);
    await act(shell, caseId, day, { act: 'sendLetter', with: { letter: 'minutes', by: 'email' } });
    await act(shell, caseId, day, { act: 'sendLetter', with: { letter: 'outcome', by: 'email' } });
    const closing = { act: 'closeCase', with: { as: 'completed', reason: 'The behaviour has stopped.' } } as const;
    const person = shell.who('cora-spoc');
    expect(refusalOf(await performOnCase(shell.deps, { caseId, person, ...closing }))).toMatchObject({
      code: 'open_actions',
      rule: 'HER-10.6',
    });
    expect(
      (await dueFor(shell.deps, shell.who('odd-fellow'))).flatMap((it) => (it.reference === caseId ? it.key : [])),
    ).toContain('action/1');
    expect(
      (await actionsOf(shell.deps, shell.who('lana-lord'))).flatMap((it) =>
        it.reference === caseId ? it.action.id : [],
      ),
    ).toEqual(['2']);
    await act(
      shell,
      caseId,
      '2026-04-20',
      { act: 'reportAction', with: { action: '1', status: 'done', note: 'Done.' } },
      'odd-fellow',
    );
    await act(
      shell,
      caseId,
      '2026-04-21',
      { act: 'reportAction', with: { action: '2', status: 'no_longer_viable', outcome: 'The yard was sold.' } },
      'lana-lord',
    );
    expect(await keysOf(caseId)).toEqual(['risk/closing', 'close']);
    await act(shell, caseId, '2026-04-22', closing);
    expect(await keysOf(caseId)).toEqual(['letter/closing']);
    expect((await shell.effects(caseId)).map((it) => it.kind)).not.toContain('archiveSpace');
    await act(shell, caseId, '2026-04-29', { act: 'sendLetter', with: { letter: 'closing', by: 'email' } });
    const effects = (await shell.effects(caseId)).map((it) => it.kind);
    expect(effects.slice(-2)).toEqual(['card', 'archiveSpace']);
    expect(await verifyChain(shell.deps.db, caseId)).toEqual({ ok: true });
    expect((await guide(shell.deps)).filter((it) => it.reference === caseId)).toEqual([]);
    const meant = await referenceIn(shell.deps, caseId.toLowerCase().replaceAll('-', ' '));
    expect(accepted(await findCase(shell.deps, person, meant)).reference).toBe(caseId);
  });

  it('issues the pack once, and then a return can no longer be amended', async () => {
    const { caseId } = await arranged(shell);
    accepted(await issuePack(shell.deps, { caseId, person: shell.who('cora-spoc') }));
    const before = await shell.everything();
    accepted(await issuePack(shell.deps, { caseId, person: shell.who('cora-spoc') }));
    const again = await sendReturn(shell.deps, {
      caseId,
      kind: 'review',
      agency: 'police',
      person: shell.who('ines-pector'),
      result: 'held',
      form: {},
    });
    expect(refusalOf(again).code).toBe('already_done');
    expect(await shell.everything()).toBe(before);
  });
});
