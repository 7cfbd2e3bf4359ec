import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { agendaFor, visibleAgenda } from '../../src/domain/agenda.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import type { LetterName, Procedure } from '../../src/domain/words.ts';
import { ACTION, met, notMet, PANEL, partnershipOf, planned, received, without } from './support/playing.ts';

const HOMES = { name: 'Invented Homes', body: 'landlord' as const };
const POLICE = { name: 'Invented Police', body: 'police' as const };
const asks = (
  kind: 'threshold' | 'review',
  ...agencies: With<'requestReturns'>['agencies']
): With<'requestReturns'> => ({
  kind,
  agencies,
});
const OUTCOME: Record<Procedure, LetterName> = {
  llr: 'Letter 3',
  warwickshire: 'outcome',
  hertsmere: 'outcome',
  staffordshire: 'outcome',
  shropshire: 'outcome',
};

describe('the review and its outcome', () => {
  it('is a meeting of the agencies once the threshold is met: no outcome and no minutes before it (LLR-4.1, LLR-4.4)', () => {
    expect(received('llr').tries('2026-04-08', 'holdPanel', PANEL)?.code).toBe('not_yet');
    const playing = met('llr');
    expect(playing.tries('2026-05-01', 'sendLetter', { letter: 'Letter 3', by: 'email' })?.code).toBe('not_yet');
    expect(playing.tries('2026-05-01', 'sendLetter', { letter: 'minutes', by: 'email' })).toMatchObject({
      code: 'not_yet',
      rule: 'LLR-4.4',
    });
    playing.does('2026-05-05', 'holdPanel', PANEL).does('2026-05-05', 'agreePlan', { actions: [] });
    expect(playing.sends('2026-05-06', 'Letter 3').clock('LLR.outcome')?.status).toBe('met');
  });

  it('takes more time in LLR with an update every twenty working days, for as long as it needs (LLR-4.3)', () => {
    const playing = met('llr');
    expect(playing.clock('LLR.outcome')?.dueOn).toBe('2026-05-26');
    playing.does('2026-05-20', 'extendClock', { clock: 'LLR.outcome', reason: 'The chair is ill.', by: 'Petra Quill' });
    expect(playing.told().updates).toEqual([{ clock: 'LLR.outcome', nextDueOn: '2026-05-26' }]);
    playing.sends('2026-05-22', 'update', { clock: 'LLR.outcome' });
    // Twenty working days from the update, over the bank holiday of 25 May.
    expect(playing.told().updates).toEqual([{ clock: 'LLR.outcome', nextDueOn: '2026-06-22' }]);
    playing.sends('2026-06-22', 'update', { clock: 'LLR.outcome' });
    expect(playing.told().updates).toEqual([{ clock: 'LLR.outcome', nextDueOn: '2026-07-20' }]);
    expect(playing.clock('LLR.outcome', '2026-07-20')?.status).toBe('open');
    expect(playing.clock('LLR.outcome', '2026-07-21')?.status).toBe('missed');
  });

  it('keeps the applicant informed in Warwickshire every ten working days while a hard case takes longer (WAR-4.2)', () => {
    const playing = met('warwickshire');
    expect(playing.clock('WAR.response')?.dueOn).toBe('2026-05-12');
    playing.does('2026-05-11', 'extendClock', { clock: 'WAR.response', reason: 'Four agencies.', by: 'Petra Quill' });
    playing.sends('2026-05-12', 'update', { clock: 'WAR.response' });
    expect(playing.told().updates).toEqual([{ clock: 'WAR.response', nextDueOn: '2026-05-27' }]);
  });

  it('has no day for the meeting in Hertsmere: a target twenty working days from CT4, no breach when missed (HER-4.1)', () => {
    const playing = met('hertsmere');
    expect(playing.clock('HER.meeting.target', '2026-07-01')).toMatchObject({
      kind: 'target',
      dueOn: '2026-05-11',
      status: 'missed',
    });
  });

  it('goes by the lead body’s own times in Staffordshire: told, information shared, panel called (STF-4.1)', () => {
    const playing = received('staffordshire').sends('2026-03-31', 'acknowledgement');
    expect(playing.tries('2026-04-07', 'requestReturns', asks('review', HOMES))?.code).toBe('not_yet');
    const found = met('staffordshire').does('2026-04-10', 'requestReturns', asks('review', HOMES));
    expect(found.clock('STF.outcome.target')).toMatchObject({
      kind: 'target',
      anchor: '2026-04-10',
      dueOn: '2026-05-26',
    });
    expect(found.tries('2026-04-13', 'arrangePanel', { for: '2026-05-05' })).toBeNull();
    const { review, policy, calendar } = found;
    if (!review) throw new Error('no case');
    const steps = nextSteps(review, found.told(), policy, calendar, partnershipOf('staffordshire'), '2026-04-13');
    // Risk and support are looked at again.
    expect(steps.map((it) => it.key)).toContain('risk/review');
  });
});

describe('what agencies are asked', () => {
  it('is asked before the decision in LLR for the complaints alone, due in five working days and three before the decision (LLR-5.1)', () => {
    const playing = received('llr')
      .sends('2026-03-31', 'Letter 1')
      .does('2026-03-31', 'requestReturns', asks('threshold', HOMES));
    expect(playing.clock('LLR.agency.threshold.target')).toMatchObject({ kind: 'target', dueOn: '2026-04-09' });
    playing.does('2026-04-10', 'requestReturns', asks('threshold', POLICE));
    // Letter 2a or 2b is due on Thu 16 April; five working days would be the 17th.
    expect(playing.clock('LLR.agency.threshold.target', undefined, 'Invented Police')?.dueOn).toBe('2026-04-13');
  });

  it('is asked for the review once the threshold is met, and not before (LLR-5.2)', () => {
    const playing = received('llr').sends('2026-03-31', 'Letter 1');
    expect(playing.tries('2026-04-08', 'requestReturns', asks('review', HOMES))?.code).toBe('not_yet');
    const after = met('llr').does('2026-04-10', 'requestReturns', asks('review', HOMES));
    expect(after.clock('LLR.agency.review.target')).toMatchObject({ kind: 'target', dueOn: '2026-04-24' });
  });

  it('reaches other services too in Hertsmere, each with its two working days (HER-5.2)', () => {
    const service = { name: 'Invented Recovery Service', body: 'other' as const };
    const playing = met('hertsmere').does('2026-04-10', 'requestReturns', asks('review', HOMES, service));
    expect(playing.clock('HER.agency', undefined, service.name)?.dueOn).toBe('2026-04-14');
  });

  it.each([
    ['llr', 'LLR-5.4'],
    ['warwickshire', 'WAR-5.1, WAR-5.2'],
    ['hertsmere', 'HER-5.3'],
    ['shropshire', 'SHR-5.1'],
  ] as const)(
    '%s: who sends nothing by the meeting is named in the findings, and who holds nothing is not (%s)',
    (procedure, _rules) => {
      const playing = met(procedure)
        .does('2026-04-13', 'requestReturns', asks('review', HOMES, POLICE))
        .does('2026-04-14', 'recordReturn', { agency: POLICE.name, kind: 'review', result: 'nil' })
        .does('2026-05-05', 'holdPanel', PANEL);
      expect(playing.told().findings).toEqual(['missing_return:Invented Homes']);
      expect(playing.told().returns.map((it) => it.status)).toEqual(['no_return', 'nil']);
    },
  );

  it('goes through what was done and what is missing at the meeting (WAR-5.3, SHR-9.1)', () => {
    const keys = agendaFor({ openSession: false }).map((it) => it.key);
    expect(keys).toEqual(expect.arrayContaining(['timeline', 'agencies', 'missing', 'options', 'actions']));
  });

  it('may be withheld only with its ground, which the panel sees (LLR-14.3, STF-14.1)', () => {
    const playing = met('llr').does('2026-04-13', 'requestReturns', asks('review', POLICE));
    playing.does('2026-04-14', 'recordReturn', {
      agency: POLICE.name,
      kind: 'review',
      result: 'withheld',
      ground: 'Intercepted material.',
    });
    expect(playing.told().returns[0]).toMatchObject({ status: 'withheld', late: false });
    expect(playing.review?.requests[0]?.answer?.ground).toBe('Intercepted material.');
  });
});

describe('receipt', () => {
  it('is confirmed in Shropshire by a target of five working days, no breach when missed (SHR-3.1)', () => {
    expect(received('shropshire').clock('SHR.ack.target', '2026-04-08')).toMatchObject({
      kind: 'target',
      dueOn: '2026-04-07',
      status: 'missed',
    });
    expect(received('shropshire').sends('2026-03-30', 'acknowledgement').clock('SHR.ack.target')?.status).toBe('met');
  });

  it('is followed in Hertsmere by asking the agencies to confirm the reports, with no day for it (HER-3.2)', () => {
    const playing = received('hertsmere').does('2026-03-30', 'requestReturns', asks('threshold', POLICE));
    expect(playing.told('2026-06-01').returns).toEqual([
      { agency: POLICE.name, kind: 'threshold', status: 'open', late: false },
    ]);
    playing.does('2026-04-02', 'recordReturn', { agency: POLICE.name, kind: 'threshold', result: 'held' });
    expect(playing.told().returns[0]?.status).toBe('returned');
  });
});

describe('the victim’s voice', () => {
  it('is heard in each way the page names (LLR-6.1, WAR-6.1, HER-6.1, STF-6.1, SHR-6.1)', () => {
    const ways: Record<string, With<'recordVoice'>['mode'][]> = {
      llr: ['attend', 'written'],
      warwickshire: ['attend', 'representative', 'written', 'video'],
      hertsmere: ['attend', 'written'],
      staffordshire: ['attend', 'representative'],
      shropshire: ['attend', 'representative', 'read_out'],
    };
    for (const [procedure, modes] of Object.entries(ways))
      for (const mode of modes) {
        const playing = met(procedure as Procedure);
        expect(playing.policy.voice.modes).toContain(mode);
        expect(playing.tries('2026-04-14', 'recordVoice', { mode })).toBeNull();
      }
    // Always considered: none is recorded with its reason or not at all.
    expect(met('staffordshire').tries('2026-04-14', 'recordVoice', { mode: 'none' })?.code).toBe('reason_missing');
  });

  it('has thirty minutes in LLR, as a guide that the chair may change (LLR-6.2)', () => {
    const playing = received('llr')
      .sends('2026-03-31', 'Letter 1')
      .does('2026-04-09', 'decideThreshold', {
        result: 'met',
        bodies: ['council', 'police'],
        reasons: 'Three count.',
      });
    expect(playing.letter('Letter 2a', '2026-04-10')).toContain('for about 30 minutes');
    expect(playing.tries('2026-04-14', 'recordVoice', { mode: 'attend', slotMinutes: 45 })).toBeNull();
    expect(met('warwickshire').letter('threshold', '2026-04-10')).not.toContain('minutes');
  });

  it('has an open part of the meeting with the closed one out of sight until it has ended (LLR-6.4)', () => {
    const agenda = agendaFor({ openSession: true });
    const firstClosed = agenda.findIndex((it) => it.session === 'closed');
    expect(visibleAgenda(agenda, 0).every((it) => it.session === 'open')).toBe(true);
    expect(visibleAgenda(agenda, firstClosed)).toHaveLength(agenda.length);
    expect(agendaFor({ openSession: false }).every((it) => it.session === 'closed')).toBe(true);
  });
});

describe('risk and support', () => {
  it('is asked for before the decision and holds nothing up where no form is printed (LLR-7.1, AMB-B12)', () => {
    expect(
      received('llr').tries('2026-04-09', 'decideThreshold', {
        result: 'met',
        bodies: ['council', 'police'],
        reasons: 'Three count.',
      }),
    ).toBeNull();
  });

  it('offers victim services in the letter, whatever was decided (WAR-7.2, STF-7.2, SHR-7.2)', () => {
    for (const procedure of ['warwickshire', 'staffordshire', 'shropshire'] as const) {
      expect(met(procedure).letter('threshold', '2026-04-10')).toMatch(/Support\. Victim services .* put you in touch/);
      expect(notMet(procedure).letter('threshold', '2026-04-10')).toContain(
        'Victim services and independent advocates',
      );
    }
  });

  it('does not wait for the meeting where somebody is in danger: interim action at once, told to the officer (SHR-7.1, HER-9.1, HER-9.2)', () => {
    for (const procedure of ['shropshire', 'hertsmere'] as const) {
      const playing = received(procedure)
        .does('2026-03-27', 'addAction', { ...ACTION, interim: true, dueOn: '2026-03-30' })
        .does('2026-03-31', 'reportAction', { action: '1', status: 'done', doneOn: '2026-03-28' });
      expect(playing.review?.actions[0]).toMatchObject({ interim: true });
      expect(playing.told().actions[0]).toMatchObject({ status: 'done', completedOn: '2026-03-31' });
    }
  });
});

describe('the panel', () => {
  it('has no smallest number and no rule on its chair in LLR and Staffordshire (LLR-8.1, LLR-8.3, STF-8.1)', () => {
    const small: With<'holdPanel'> = {
      attended: [
        { seat: 'council', body: 'council' },
        { seat: 'police', body: 'police' },
      ],
      chair: { name: 'Odile Farrow', independent: false },
    };
    for (const procedure of ['llr', 'staffordshire'] as const)
      expect(met(procedure).tries('2026-05-05', 'holdPanel', small)).toBeNull();
  });

  it('wants youth justice where the person complained of is under 18: invited in WAR and STF, a seat in SHR, at will in LLR (LLR-8.2, WAR-8.2, STF-8.2, SHR-8.1)', () => {
    const young = { perpetrator: { age: 'under18' as const } };
    for (const procedure of ['warwickshire', 'staffordshire'] as const) {
      const held = met(procedure, young).does('2026-05-05', 'holdPanel', PANEL);
      expect(held.told().panel).toMatchObject({ missing: ['youth_justice'], quorate: true });
    }
    expect(met('shropshire', young).tries('2026-05-05', 'holdPanel', PANEL)?.code).toBe('below_minimum');
    expect(met('llr', young).does('2026-05-05', 'holdPanel', PANEL).told().panel.missing).toEqual([]);
  });

  it('wants a health partner where the victim’s health makes them vulnerable; in writing will do (WAR-8.3, STF-8.3)', () => {
    const ill = { victim: { name: 'Tamsin Roe', healthVulnerability: true } };
    for (const procedure of ['warwickshire', 'staffordshire'] as const) {
      expect(met(procedure, ill).does('2026-05-05', 'holdPanel', PANEL).told().panel.missing).toEqual(['health']);
      const written = {
        ...PANEL,
        attended: [...PANEL.attended, { seat: 'health' as const, body: 'icb' as const, inWriting: true }],
      };
      expect(met(procedure, ill).does('2026-05-05', 'holdPanel', written).told().panel.missing).toEqual([]);
    }
  });

  it('has council, police, landlord and ICB among its seats in Shropshire, and room for others (SHR-8.2, SHR-8.3)', () => {
    for (const seat of [
      'assistant_director',
      'police_chief_inspector',
      'landlords_forum_chair',
      'icb_adult_safeguarding',
    ])
      expect(met('shropshire').tries('2026-05-05', 'holdPanel', without(seat))?.code).toBe('below_minimum');
    const more = { ...PANEL, attended: [...PANEL.attended, { seat: 'other' as const, body: 'landlord' as const }] };
    expect(met('shropshire').tries('2026-05-05', 'holdPanel', more)).toBeNull();
  });

  it('may be called again in Hertsmere when things change greatly (HER-10.8)', () => {
    const playing = planned('hertsmere').does('2026-07-01', 'arrangePanel', { for: '2026-07-14' });
    playing.does('2026-07-14', 'holdPanel', PANEL);
    expect(playing.review?.panelHeld?.on).toBe('2026-07-14');
    expect(playing.review?.actions).toHaveLength(1);
  });
});

describe('the plan', () => {
  const kept = { ...ACTION, id: '2', title: 'Look at an injunction', tellVictim: false };

  it('goes to the applicant with the outcome, each action with its day (LLR-9.1, WAR-9.1, HER-9.3, STF-9.2)', () => {
    for (const procedure of ['llr', 'warwickshire', 'hertsmere', 'staffordshire'] as const) {
      const letter = planned(procedure).letter(OUTCOME[procedure], '2026-05-06');
      expect(letter).toContain('1. Visit the neighbour.');
      expect(letter).toContain('by Fri 12 June 2026');
      expect(letter).toContain('can ask us at any time how the plan stands');
    }
  });

  it('says how it is followed up (WAR-9.2)', () => {
    expect(agendaFor({ openSession: false }).find((it) => it.key === 'checking')?.guidance).toContain(
      'looked at again',
    );
    expect(planned('warwickshire').letter('outcome', '2026-05-06')).toContain(
      'We check that each action is done by its day.',
    );
  });

  it('leaves out of the victim’s copy what may not be told, in every procedure (LLR-9.2, SHR-9.2, AMB-E4)', () => {
    for (const procedure of ['llr', 'shropshire'] as const) {
      const playing = planned(procedure, { actions: [ACTION, kept] });
      expect(playing.told().victimCopy).toEqual(['1']);
      expect(playing.letter(OUTCOME[procedure], '2026-05-06')).not.toContain('injunction');
      expect(playing.tries('2026-05-06', 'sendLetter', { letter: 'minutes', by: 'email' })).toBeNull();
    }
  });

  it('takes a body’s refusal of a recommendation only with its reason (STF-9.1)', () => {
    const playing = planned('staffordshire', {
      actions: [],
      recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'One list of reports.' }],
    });
    const declined = { recommendation: 'r1', answer: 'declined' } as const;
    expect(playing.tries('2026-05-20', 'answerRecommendation', declined)).toMatchObject({
      code: 'reason_missing',
      rule: 'STAT-7',
    });
    expect(
      playing.tries('2026-05-20', 'answerRecommendation', { ...declined, reason: 'No system for it.' }),
    ).toBeNull();
  });

  it('has no ladder where none is printed (LLR-10.1, WAR-10.1)', () => {
    for (const procedure of ['llr', 'warwickshire', 'staffordshire', 'shropshire'] as const)
      expect(planned(procedure).told('2026-12-01').ladder).toEqual([]);
    expect(planned('hertsmere').told('2026-12-01').ladder).toHaveLength(4);
  });
});

describe('the call back in Shropshire, by Wed 5 August 2026', () => {
  const done = () => planned('shropshire').does('2026-06-01', 'reportAction', { action: '1', status: 'done' });

  it('closes the case, or opens a further review, and tries again where nobody answers (SHR-10.2)', () => {
    expect(done().clock('SHR.callback')).toMatchObject({ dueOn: '2026-08-05', status: 'open' });
    const closed = done().does('2026-08-05', 'followUp', { result: 'satisfied', next: 'close' });
    closed.does('2026-08-05', 'closeCase', { as: 'completed', reason: 'It has stopped.' });
    expect(closed.told().case).toMatchObject({ stage: 'closed', closedAs: 'completed' });
    const further = done().does('2026-08-05', 'followUp', { result: 'not_satisfied', next: 'further_review' });
    expect(further.told().case.stage).toBe('review');
    const again = done().does('2026-08-05', 'followUp', { result: 'not_reached', next: 'again' });
    expect(again.clock('SHR.callback')?.status).toBe('open');
  });
});
