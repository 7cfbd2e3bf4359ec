import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { agendaFor, visibleAgenda } from '../../src/domain/agenda.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import type { Procedure } from '../../src/domain/words.ts';
import { ACTION, met, notMet, PANEL, partnershipOf, received } from './support/playing.ts';

const HOMES = { name: 'Invented Homes', body: 'landlord' as const };
const POLICE = { name: 'Invented Police', body: 'police' as const };
const asks = (
  kind: 'threshold' | 'review',
  ...agencies: With<'requestReturns'>['agencies']
): With<'requestReturns'> => ({
  kind,
  agencies,
});

describe('the review and its outcome', () => {
  it('is a meeting of the agencies once the threshold is met: no outcome and no minutes before it (LLR-4.1, LLR-4.4)', () => {
    const asked = received('llr').does('2026-04-08', 'recordVoice', { mode: 'written' });
    expect(asked.tries('2026-04-08', 'holdPanel', PANEL)?.code).toBe('not_yet');
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
    const keys = agendaFor({ open: null }).map((it) => it.key);
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
    const agenda = agendaFor({ open: 'victim' });
    const firstClosed = agenda.findIndex((it) => it.session === 'closed');
    expect(visibleAgenda(agenda, 0).every((it) => it.session === 'open')).toBe(true);
    expect(visibleAgenda(agenda, firstClosed)).toHaveLength(agenda.length);
    expect(agendaFor({ open: null }).every((it) => it.session === 'closed')).toBe(true);
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
