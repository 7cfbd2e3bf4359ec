import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { guard } from '../../src/domain/guards.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import { PROCEDURES } from '../../src/domain/words.ts';
import {
  ACTION,
  application,
  complaint,
  met,
  notMet,
  PANEL,
  partnershipOf,
  planned,
  Playing,
  received,
  THREE,
} from '../policies/support/playing.ts';
import { testPartnership } from '../support/partnership.ts';

type Closing = With<'closeCase'>;
const as = (way: Closing['as'], more: Partial<Closing> = {}): Closing => ({ as: way, reason: 'A reason.', ...more });
const APPROVED = { approvedBy: [{ name: 'Greta Osric', role: 'head of community safety' }] };
const WITHDRAWN = { by: 'victim', means: 'phone' } as const;
const notYet = { code: 'not_yet', rule: 'STAT-13' };

const stepsOf = (playing: Playing, on: string) => {
  const { review, policy, calendar, procedure } = playing;
  if (!review) throw new Error('no case');
  return nextSteps(review, playing.told(on), policy, calendar, partnershipOf(procedure), on);
};
/** The plan agreed on Tue 5 May 2026, its action done on Mon 1 June, nothing told of the outcome. */
const done = (procedure: (typeof PROCEDURES)[number]) =>
  planned(procedure).does('2026-06-01', 'reportAction', { action: '1', status: 'done' });
const outcomeOf = ({ policy }: Playing) => policy.letters.outcome ?? 'outcome';

describe('a case ends only lawfully (STAT-13)', () => {
  it.each(PROCEDURES)('%s: three complaints count and nobody has decided: no ending stands', (procedure) => {
    const playing = received(procedure);
    for (const way of ['not_met', 'refused', 'completed', 'withdrawn'] as const)
      expect(playing.tries('2026-03-30', 'closeCase', as(way)), way).toMatchObject(notYet);
    expect(playing.tries('2026-03-30', 'closeCase', as('no_contact'))).toMatchObject({ rule: 'AMB-C6' });
    expect(playing.tries('2026-03-30', 'closeCase', as('duplicate'))).toMatchObject({ code: 'reason_missing' });
  });

  it.each(PROCEDURES)('%s: not met needs the decision and its letter', (procedure) => {
    const playing = received(procedure, { complaints: [complaint('a', '2026-01-12')] })
      .does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'standard' })
      .does('2026-04-09', 'decideThreshold', { result: 'not_met', bodies: ['council', 'police'], reasons: 'One.' });
    expect(playing.tries('2026-04-09', 'closeCase', as('not_met'))).toMatchObject(notYet);
    playing.sends('2026-04-10', playing.policy.letters.not_met ?? 'threshold');
    expect(playing.tries('2026-04-10', 'closeCase', as('refused'))).toMatchObject(notYet);
    expect(playing.tries('2026-04-10', 'closeCase', as('not_met'))).toBeNull();
  });

  it('refused needs the decline and its letter (HER-1.4)', () => {
    const playing = received('hertsmere', { complaints: [complaint('a', '2026-01-12')] }).does(
      '2026-04-01',
      'declineApplication',
      { reason: 'court', text: 'A court has ruled.', approvedBy: [] },
    );
    expect(playing.tries('2026-04-02', 'closeCase', as('refused'))).toMatchObject(notYet);
    playing.sends('2026-04-02', 'CT3');
    expect(playing.tries('2026-04-02', 'closeCase', as('not_met'))).toMatchObject(notYet);
    expect(playing.tries('2026-04-02', 'closeCase', as('refused'))).toBeNull();
  });

  it.each(PROCEDURES)('%s: completed needs panel, plan and outcome letter, one after the other', (procedure) => {
    const lacks = (playing: Playing) => playing.tries('2026-06-01', 'closeCase', as('completed'))?.text;
    expect(lacks(met(procedure))).toContain('panel has not met');
    expect(lacks(met(procedure).does('2026-05-05', 'holdPanel', PANEL))).toContain('plan has not been agreed');
    const agreed = done(procedure);
    expect(lacks(agreed)).toContain('not been told the outcome');
    expect(lacks(agreed.sends('2026-06-01', outcomeOf(agreed)))).toBeUndefined();
  });

  it('an open action stops every ending, before anything else is asked (HER-10.6)', () => {
    const playing = planned('hertsmere').does('2026-05-06', 'recordWithdrawal', WITHDRAWN);
    for (const way of ['completed', 'withdrawn', 'not_met', 'refused', 'no_contact', 'duplicate'] as const)
      expect(playing.tries('2026-05-07', 'closeCase', as(way)), way).toMatchObject({
        code: 'open_actions',
        rule: 'HER-10.6',
      });
  });

  it('while the last risk is high, or a recommendation is unanswered, one person alone closes nothing', () => {
    const missing = { code: 'second_approver_missing', rule: 'STAT-13', field: 'approvedBy' };
    const risky = received('llr')
      .does('2026-03-30', 'assessRisk', { stage: 'review', level: 'high' })
      .does('2026-03-31', 'recordWithdrawal', WITHDRAWN);
    // The row's own code comes first.
    expect(risky.tries('2026-03-31', 'closeCase', as('completed'))).toMatchObject(notYet);
    expect(risky.tries('2026-03-31', 'closeCase', as('withdrawn'))).toMatchObject(missing);
    risky.does('2026-04-01', 'assessRisk', { stage: 'review', level: 'medium' });
    expect(risky.tries('2026-04-01', 'closeCase', as('withdrawn'))).toBeNull();

    const open = met('llr')
      .does('2026-05-05', 'holdPanel', PANEL)
      .does('2026-05-05', 'agreePlan', {
        actions: [],
        recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'Keep one list.' }],
      })
      .sends('2026-05-06', 'Letter 3');
    expect(open.tries('2026-05-07', 'closeCase', as('completed'))).toMatchObject(missing);
    expect(open.tries('2026-05-07', 'closeCase', as('completed', APPROVED))).toBeNull();
  });

  it('whoever closes cannot be the only one who approves it', () => {
    const by = { person: 'cora-spoc', name: 'Greta Osric', agency: 'Nonesuch Borough Council' };
    const command = { act: 'closeCase', on: '2026-05-07', with: as('completed', APPROVED), by } as const;
    expect(guard(command, done('llr').review, testPartnership())).toMatchObject({
      code: 'second_approver_missing',
      rule: 'STAT-13',
    });
    expect(guard({ ...command, by: { ...by, name: 'Cora Spoc' } }, done('llr').review, testPartnership())).toBeNull();
  });
});

describe('a duplicate (STAT-3, STAT-13)', () => {
  const four = [...THREE, complaint('d', '2026-03-20')];
  const tries = (complaints: typeof four, more: Partial<Closing>) =>
    received('shropshire', { complaints }).tries('2026-04-01', 'closeCase', as('duplicate', more))?.code ?? 'closed';

  it('names the other case and what stands in it; what is left stays below the count', () => {
    expect(tries(four, {})).toBe('reason_missing');
    expect(tries(four, { of: 'MDC-2026-0001' })).toBe('reason_missing');
    expect(tries(four, { covers: ['a', 'b'] })).toBe('reason_missing');
    expect(tries(four, { of: 'MDC-2026-0001', covers: ['a'] })).toBe('count_reached');
    expect(tries(four, { of: 'MDC-2026-0001', covers: ['a', 'b'] })).toBe('closed');
    expect(tries(four, { of: 'MDC-2026-0001', covers: ['a', 'z'] })).toBe('not_yet');
    expect(tries(four, { of: 'MDC-2026-0001', covers: [] })).toBe('count_reached');
    expect(tries(four.slice(0, 2), { of: 'MDC-2026-0001', covers: [] })).toBe('reason_missing');
  });

  it('looks at the hate route and at the floor as well (LLR-2.2, STAT-5)', () => {
    const hate = [complaint('h', '2026-03-01', { hate: true }), complaint('a', '2026-03-02')];
    const llr = received('llr', { complaints: hate });
    expect(llr.tries('2026-04-01', 'closeCase', as('duplicate', { of: 'X', covers: ['a'] }))?.code).toBe(
      'count_reached',
    );
    expect(llr.tries('2026-04-01', 'closeCase', as('duplicate', { of: 'X', covers: ['h'] }))).toBeNull();
    const strict = { 'threshold.report_limit': { n: 1, unit: 'day' } };
    const late = four.map((it) => ({ ...it, reports: [{ to: 'police' as const, on: '2026-03-26' }] }));
    const recent = late.map((it, at) => ({ ...it, occurredOn: `2026-03-1${at}` }));
    const floor = received('shropshire', { complaints: recent }, strict);
    expect(floor.told().threshold).toMatchObject({ count: 0, floor: 4 });
    expect(floor.tries('2026-04-01', 'closeCase', as('duplicate', { of: 'X', covers: ['a'] }))?.rule).toBe('STAT-3');
  });

  it('two reports of one incident stay one, though the complaint that they point to stands elsewhere (HER-2.5)', () => {
    const again = ['2026-03-20', '2026-03-21'].map((on, at) => complaint(`e${at}`, on, { sameIncidentAs: 'b' }));
    const closes = (more: typeof four) =>
      received('shropshire', { complaints: [...THREE.slice(0, 2), ...again, ...more] }).tries(
        '2026-04-01',
        'closeCase',
        as('duplicate', { of: 'MDC-2026-0001', covers: ['b'] }),
      )?.code ?? 'closed';
    expect(closes([])).toBe('closed');
    expect(closes([complaint('f', '2026-03-22')])).toBe('count_reached');
  });
});

describe('the applicant withdraws (STAT-13)', () => {
  it('on record with its day, and the next step is to close; nothing is ended by it', () => {
    const playing = received('warwickshire').does('2026-04-02', 'recordWithdrawal', WITHDRAWN);
    expect(playing.told().case).toMatchObject({ stage: 'application', withdrawnOn: '2026-04-02' });
    expect(stepsOf(playing, '2026-04-02')).toContainEqual(
      expect.objectContaining({ key: 'close', words: 'Close the case: the applicant has withdrawn' }),
    );
  });

  it('not before there is a review, nor after it is closed', () => {
    const none = new Playing('warwickshire');
    expect(none.tries('2026-04-02', 'recordWithdrawal', WITHDRAWN)).toMatchObject({ code: 'not_yet' });
    const closed = notMet('warwickshire').does('2026-04-13', 'closeCase', as('not_met'));
    expect(closed.tries('2026-04-14', 'recordWithdrawal', WITHDRAWN)).toMatchObject({ code: 'already_done' });
  });

  it('a case that is opened again asks for a withdrawal of its own', () => {
    const playing = planned('shropshire', { actions: [] })
      .sends('2026-05-07', 'outcome')
      .does('2026-05-08', 'recordWithdrawal', WITHDRAWN)
      .does('2026-05-08', 'closeCase', as('withdrawn'))
      .does('2026-08-04', 'followUp', { result: 'not_satisfied', next: 'further_review' });
    expect(playing.told().case).toEqual({
      stage: 'review',
      closedAs: null,
      countsAs: 'application',
      withdrawnOn: null,
    });
    expect(playing.tries('2026-08-05', 'closeCase', as('withdrawn'))).toMatchObject(notYet);
  });
});

describe('the letter about the closing (AMB-C11)', () => {
  const withdrawn = (procedure: (typeof PROCEDURES)[number]) =>
    received(procedure)
      .does('2026-04-01', 'recordWithdrawal', WITHDRAWN)
      .does('2026-04-02', 'closeCase', as('withdrawn'));
  const letterOf = (procedure: (typeof PROCEDURES)[number]) => (procedure === 'hertsmere' ? 'withdrawal' : 'closing');
  const target = ({ policy }: Playing) => `${policy.prefix}.closing.target`;

  it.each(PROCEDURES)(
    '%s: due on Mon 13 April 2026, five working days over Easter; on the day met, the day after late',
    (procedure) => {
      const playing = withdrawn(procedure);
      expect(playing.clock(target(playing), '2026-04-13')).toMatchObject({
        kind: 'target',
        status: 'open',
        dueOn: '2026-04-13',
      });
      expect(playing.clock(target(playing), '2026-04-14')?.status).toBe('missed');
      const onTheDay = withdrawn(procedure).sends('2026-04-13', letterOf(procedure));
      expect(onTheDay.clock(target(playing))).toMatchObject({ status: 'met', metOn: '2026-04-13' });
      const after = withdrawn(procedure).sends('2026-04-14', letterOf(procedure));
      expect(after.clock(target(playing))?.status).toBe('met_late');
    },
  );

  it('by the council’s own time where it sets one', () => {
    const settings = { 'closing.letter': { n: 3, unit: 'cd' } };
    const playing = received('llr', {}, settings)
      .does('2026-04-01', 'recordWithdrawal', WITHDRAWN)
      .does('2026-04-01', 'closeCase', as('withdrawn'));
    expect(playing.clock('LLR.closing.target')?.dueOn).toBe('2026-04-04');
  });

  it.each(PROCEDURES)('%s: is one step, whose letter fits the ending, until it has gone', (procedure) => {
    const playing = withdrawn(procedure);
    const steps = stepsOf(playing, '2026-04-07');
    expect(steps.map((it) => [it.key, it.dueOn])).toEqual([[`letter/${letterOf(procedure)}`, '2026-04-13']]);
    playing.sends('2026-04-07', letterOf(procedure));
    expect(stepsOf(playing, '2026-04-07')).toEqual([]);
  });

  it('Hertsmere: the letter of withdrawal alone meets its duty, either meets the target (HER-11.4)', () => {
    const playing = withdrawn('hertsmere').sends('2026-04-07', 'closing');
    expect(playing.clock('HER.closing.target')?.status).toBe('met');
    expect(playing.clock('HER.withdrawn')).toMatchObject({ status: 'open', dueOn: '2026-04-20' });
    expect(stepsOf(playing, '2026-04-07').map((it) => it.key)).toEqual(['letter/withdrawal']);
    expect(playing.sends('2026-04-20', 'withdrawal').clock('HER.withdrawn')?.status).toBe('met');
    // A case that was completed was not withdrawn.
    const completed = done('hertsmere').sends('2026-06-01', 'outcome').does('2026-06-02', 'closeCase', as('completed'));
    expect(completed.tries('2026-06-03', 'sendLetter', { letter: 'withdrawal', by: 'email' })).toMatchObject({
      code: 'not_yet',
    });
    expect(stepsOf(completed, '2026-06-03').map((it) => it.key)).toEqual(['letter/closing']);
  });

  it('is owed for no case that was told before, nor for one that is open', () => {
    const closed = notMet('llr').does('2026-04-13', 'closeCase', as('not_met'));
    expect(closed.clock('LLR.closing.target')?.status).toBe('waiting');
    expect(stepsOf(closed, '2026-04-13')).toEqual([]);
    const letter = { letter: 'closing', by: 'email' } as const;
    expect(closed.tries('2026-04-14', 'sendLetter', letter)).toMatchObject({ code: 'not_yet', rule: 'STAT-13' });
    expect(received('llr').tries('2026-04-14', 'sendLetter', letter)).toMatchObject({ code: 'not_yet' });
  });
});

describe('the window that an ending opens (STAT-9, STAT-13)', () => {
  const windowOf = (playing: Playing, about: 'threshold' | 'review') =>
    playing.clock(`${playing.policy.prefix}.appeal.window`, undefined, about);
  const endsWithdrawn = (playing: Playing, on: string) =>
    playing.does(on, 'recordWithdrawal', WITHDRAWN).does(on, 'closeCase', as('withdrawn'));

  it.each([
    ['llr', '2026-05-12', '2026-05-14'],
    ['warwickshire', '2026-05-22', '2026-05-27'],
    ['staffordshire', '2026-05-11', '2026-05-13'],
    ['shropshire', '2026-05-12', '2026-05-12'],
  ] as const)(
    '%s: without a decision, of the threshold, by e-mail to %s and by post to %s',
    (procedure, byEmail, byPost) => {
      const ended = () => endsWithdrawn(received(procedure), '2026-04-02');
      expect(windowOf(ended(), 'threshold')?.status).toBe('waiting');
      expect(windowOf(ended().sends('2026-04-13', 'closing'), 'threshold')).toMatchObject({ dueOn: byEmail });
      const posted = ended().sends('2026-04-13', 'closing', { by: 'post' });
      expect(windowOf(posted, 'threshold')?.dueOn).toBe(byPost);
      expect(windowOf(posted, 'review')?.status).toBe('waiting');
    },
  );

  it.each(['llr', 'warwickshire', 'staffordshire', 'shropshire'] as const)(
    '%s: found met and no outcome told, of the review; told before, the window stays the outcome’s',
    (procedure) => {
      const untold = endsWithdrawn(met(procedure), '2026-04-14').sends('2026-04-15', 'closing');
      expect(windowOf(untold, 'review')?.anchor).toBe('2026-04-15');
      expect(windowOf(untold, 'threshold')?.status).toBe('waiting');
      const completed = done(procedure);
      completed.sends('2026-06-01', outcomeOf(completed)).does('2026-06-02', 'closeCase', as('completed'));
      completed.sends('2026-06-09', 'closing');
      expect(windowOf(completed, 'review')?.anchor).toBe('2026-06-01');
    },
  );

  it('stays when the victim is found again and the case goes on', () => {
    const playing = received('llr')
      .does('2026-04-01', 'contactVictim', { means: 'phone', reached: false })
      .does('2026-04-08', 'contactVictim', { means: 'letter', reached: false })
      .does('2026-04-17', 'contactVictim', { means: 'visit', reached: false })
      .does('2026-04-17', 'closeCase', as('no_contact'))
      .sends('2026-04-20', 'closing')
      .does('2026-04-23', 'contactVictim', { means: 'phone', reached: true });
    expect(playing.told().case.stage).toBe('application');
    expect(windowOf(playing, 'threshold')).toMatchObject({ anchor: '2026-04-20', status: 'open' });
  });

  it('where the bodies said no and nobody had been told, the letter tells it and opens the window of the threshold', () => {
    const playing = received('llr', { complaints: [complaint('a', '2026-01-12')] }).does(
      '2026-04-09',
      'decideThreshold',
      {
        result: 'not_met',
        bodies: ['council', 'police'],
        reasons: 'One incident alone.',
      },
    );
    endsWithdrawn(playing, '2026-04-10');
    expect(playing.letter('closing', '2026-04-13')).toContain('Their reasons: One incident alone.');
    expect(windowOf(playing.sends('2026-04-13', 'closing'), 'threshold')?.anchor).toBe('2026-04-13');
    const told = endsWithdrawn(notMet('llr'), '2026-04-14').sends('2026-04-15', 'closing');
    expect(windowOf(told, 'threshold')?.anchor).toBe('2026-04-10');
  });
});

describe('what outlives closing', () => {
  it('Shropshire’s call back, and it is a step and a date to come (SHR-10.1)', () => {
    const playing = done('shropshire').sends('2026-06-01', 'outcome').does('2026-06-02', 'closeCase', as('completed'));
    playing.sends('2026-06-03', 'closing');
    expect(playing.clock('SHR.callback', '2026-08-05')).toMatchObject({ dueOn: '2026-08-05', status: 'open' });
    expect(playing.clock('SHR.callback', '2026-08-06')?.status).toBe('missed');
    expect(stepsOf(playing, '2026-08-05').map((it) => it.key)).toEqual(['followUp']);
    // On a closed case nothing need follow.
    const called = playing.does('2026-08-05', 'followUp', { result: 'satisfied', next: 'close' });
    expect(called.told().case).toMatchObject({ stage: 'closed', closedAs: 'completed' });
    expect(called.clock('SHR.callback')).toMatchObject({ status: 'met', metOn: '2026-08-05' });
    expect(stepsOf(called, '2026-08-05')).toEqual([]);
  });

  it('a further review opens the case again, and needs its own panel, plan and letter to be completed (SHR-10.2)', () => {
    const playing = done('shropshire')
      .sends('2026-06-01', 'outcome')
      .does('2026-06-02', 'closeCase', as('completed'))
      .does('2026-08-05', 'followUp', { result: 'not_satisfied', next: 'further_review' });
    expect(playing.told().case).toMatchObject({ stage: 'review', closedAs: null });
    expect(playing.tries('2026-08-06', 'closeCase', as('completed'))).toMatchObject(notYet);
    playing
      .does('2026-09-01', 'holdPanel', PANEL)
      .does('2026-09-01', 'agreePlan', { actions: [{ ...ACTION, id: '2' }] });
    playing.does('2026-09-02', 'reportAction', { action: '2', status: 'done' });
    expect(playing.tries('2026-09-02', 'closeCase', as('completed'))?.text).toContain('not been told the outcome');
    playing.sends('2026-09-03', 'outcome');
    expect(playing.tries('2026-09-03', 'closeCase', as('completed'))).toBeNull();
  });

  it.each(PROCEDURES)(
    '%s: rights, appeals, recommendations, the call back and the letter about the closing, and nothing else',
    (procedure) => {
      const { clocks } = new Playing(procedure).policy;
      const stays = clocks.filter((it) => it.outlivesClosing);
      const of = (rule: (typeof clocks)[number]) =>
        rule.kind === 'right' ||
        ['appeal', 'threshold_appeal', 'appeal_request', 'appeal_to_lead', 'recommendation'].includes(rule.per ?? '') ||
        ['closed_untold', 'closed_without_contact'].includes(rule.from) ||
        ('act' in rule.metBy && rule.metBy.act === 'follow_up');
      expect(stays).toEqual(clocks.filter((rule) => of(rule) || rule.id === 'LLR.appeal.handover'));
    },
  );
});

it('a case of route C ends lawfully too: withdrawn by the victim, with the window of the review (HER-2.3, AMB-C9)', () => {
  const playing = new Playing('llr');
  expect(application().complaints).toHaveLength(3);
  expect(playing.tries('2026-03-27', 'recordWithdrawal', WITHDRAWN)).toMatchObject({ code: 'not_yet' });
  const her = new Playing('hertsmere').does('2026-03-27', 'openSafeguardingReview', {
    by: { name: 'Ansel Crewe', rank: 'inspector', body: 'police' },
    reason: 'A child is at risk.',
    victim: { name: 'Bettany Lorne' },
  });
  expect(her.tries('2026-03-30', 'closeCase', as('completed'))).toMatchObject(notYet);
  her.does('2026-03-30', 'recordWithdrawal', WITHDRAWN).does('2026-03-30', 'closeCase', as('withdrawn'));
  her
    .sends('2026-03-31', 'withdrawal')
    .does('2026-04-01', 'receiveAppeal', { about: 'review', grounds: ['other'], how: { other: 'No.' } });
  expect(her.told().appeals).toMatchObject([{ about: 'review', lastDay: null, inTime: true }]);
});
