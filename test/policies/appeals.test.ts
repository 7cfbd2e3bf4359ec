import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { PROCEDURES, type Procedure } from '../../src/domain/words.ts';
import type { Playing } from './support/playing.ts';
import { notMet, planned } from './support/playing.ts';

type Appeal = With<'receiveAppeal'>;
const appeal = (more: Partial<Appeal> = {}): Appeal => ({
  about: 'threshold',
  grounds: ['facts'],
  how: { facts: 'Two reports to the landlord were missed.' },
  ...more,
});
const other = (decider: Partial<With<'assignAppeal'>['decider']> = {}): With<'assignAppeal'> => ({
  authority: 'Nettlebourne District Council',
  decider: { name: 'Petra Quill', role: 'other', independent: true, ...decider },
});
/** Told on Fri 10 April 2026 that the threshold is not met, appealed on Mon 20 April. */
const appealed = (procedure: Procedure, more: Partial<Appeal> = {}) =>
  notMet(procedure).does('2026-04-20', 'receiveAppeal', appeal(more));
const told = (playing: Playing) => playing.told().appeals[0];

describe('both decisions can be appealed', () => {
  it.each(PROCEDURES)('%s: the threshold and the review (STAT-9, WAR-12.1, HER-12.1)', (procedure) => {
    expect(told(appealed(procedure))).toMatchObject({ about: 'threshold', inTime: true });
    const letter = procedure === 'llr' ? 'Letter 3' : 'outcome';
    const review = planned(procedure).sends('2026-05-06', letter);
    review.does('2026-05-11', 'receiveAppeal', appeal({ about: 'review' }));
    expect(told(review)).toMatchObject({ about: 'review', inTime: true });
  });
});

describe('grounds', () => {
  it.each([
    ['llr', 'process', 'facts', 'LLR-12.2'],
    ['staffordshire', 'threshold', 'facts', 'STF-12.3'],
  ] as const)('%s: %s and %s are grounds, anything else is not (%s)', (procedure, one, two, _rule) => {
    for (const ground of [one, two])
      expect(told(appealed(procedure, { grounds: [ground], how: { [ground]: 'As set out.' } }))?.valid).toBe(true);
    expect(told(appealed(procedure, { grounds: ['other'], how: { other: 'I disagree.' } }))?.valid).toBe(false);
  });

  it('are nothing without a word on how they are made out (LLR-12.3)', () => {
    expect(told(appealed('llr', { how: {} }))?.valid).toBe(false);
    expect(told(appealed('llr', { how: { facts: '  ' } }))?.valid).toBe(false);
  });

  it('are free where none are listed (HER-12.1, SHR-12.2)', () => {
    for (const procedure of ['hertsmere', 'shropshire'] as const)
      expect(told(appealed(procedure, { grounds: ['other'], how: { other: 'I am unhappy with it.' } }))?.valid).toBe(
        true,
      );
  });
});

describe('in time or late', () => {
  it('counts LLR twenty working days from the day the letter came, and takes a late appeal (LLR-12.1, AMB-D8)', () => {
    const inTime = notMet('llr').does('2026-05-12', 'receiveAppeal', appeal({ madeOn: '2026-05-11' }));
    expect(told(inTime)).toMatchObject({ lastDay: '2026-05-11', inTime: true });
    const late = notMet('llr').does('2026-05-12', 'receiveAppeal', appeal());
    expect(told(late)).toMatchObject({ inTime: false });
    expect(late.clock('LLR.appeal.window')?.status).toBe('met_late');
  });

  it('has no last day in Hertsmere (HER-12.1), and never calls late what Staffordshire does not speak of (STF-12.13)', () => {
    const years = notMet('hertsmere').does('2027-06-01', 'receiveAppeal', appeal());
    expect(told(years)).toMatchObject({ lastDay: null, inTime: true });
    const late = notMet('staffordshire').does('2026-07-01', 'receiveAppeal', appeal());
    expect(told(late)).toMatchObject({ lastDay: '2026-05-08', inTime: false });
    expect(late.tries('2026-07-02', 'passOnAppeal', {})).toBeNull();
  });

  it('takes the day it was asked for in Staffordshire, by whichever way it came (STF-12.2)', () => {
    const through = notMet('staffordshire').does('2026-05-11', 'receiveAppeal', appeal({ madeOn: '2026-05-08' }));
    expect(told(through)?.inTime).toBe(true);
    expect(through.clock('STF.appeal.request')?.status).toBe('waiting');
    through.does('2026-05-13', 'passOnAppeal', {});
    expect(through.clock('STF.appeal.request')).toMatchObject({ anchor: '2026-05-13', dueOn: '2026-05-20' });
    const straight = notMet('staffordshire').does('2026-05-11', 'receiveAppeal', appeal({ to: 'office' }));
    expect(straight.clock('STF.appeal.request')).toMatchObject({ anchor: '2026-05-11', dueOn: '2026-05-18' });
  });
});

describe('an appeal in LLR', () => {
  it('by an advocate waits for the victim’s consent before any paper is handed over (LLR-12.4)', () => {
    const playing = appealed('llr', { by: 'Corin Adair' }).does('2026-04-21', 'assignAppeal', other());
    const papers: With<'handOverAppeal'> = { documents: [{ item: 'minutes', available: true }] };
    expect(playing.tries('2026-04-22', 'handOverAppeal', papers)?.code).toBe('consent_missing');
    playing.does('2026-04-22', 'recordConsent', { form: 'signed', on: '2026-04-21' });
    expect(playing.tries('2026-04-22', 'handOverAppeal', papers)).toBeNull();
  });

  it('names each paper that is handed over, the list of events among them, and which is not there (LLR-5.3)', () => {
    const playing = appealed('llr').does('2026-04-21', 'assignAppeal', other());
    playing.does('2026-04-22', 'handOverAppeal', {
      documents: [
        { item: 'application', available: true },
        { item: 'chronology', available: false },
      ],
    });
    expect(playing.told().findings).toEqual(['document_unexplained:chronology']);
    expect(playing.clock('LLR.appeal.handover')).toMatchObject({ dueOn: '2026-04-22', status: 'met' });
  });

  it('ends in Letter 5 where no ground is made out, and that is final (LLR-12.8, LLR-12.12)', () => {
    const playing = appealed('llr', { how: {} })
      .does('2026-04-21', 'assignAppeal', other())
      .sends('2026-04-27', 'Letter 4');
    playing.does('2026-05-05', 'decideAppeal', { result: 'criteria_not_met', reasons: 'No ground is made out.' });
    playing.sends('2026-05-06', 'Letter 5');
    expect(playing.clock('LLR.appeal.result')).toMatchObject({ dueOn: '2026-06-10', status: 'met' });
    expect(told(playing)).toMatchObject({ result: 'criteria_not_met', final: true });
    expect(playing.told().threshold.decided).toBe('not_met');
  });

  it('is not called final anywhere else (AMB-D8, HER-12.6, STF-12.13, WAR-12.3)', () => {
    for (const procedure of ['warwickshire', 'hertsmere', 'staffordshire'] as const) {
      const playing = appealed(procedure).does('2026-05-05', 'decideAppeal', {
        result: 'dismissed',
        reasons: 'As decided.',
      });
      expect(told(playing)).toMatchObject({ result: 'dismissed', final: false });
    }
  });
});

describe('an appeal in Warwickshire and Hertsmere', () => {
  it('has no steps of its own in Warwickshire’s text: nothing is handed over by it and no result is due (WAR-12.3)', () => {
    const playing = appealed('warwickshire');
    const papers: With<'handOverAppeal'> = { documents: [{ item: 'minutes', available: true }] };
    expect(playing.tries('2026-04-22', 'handOverAppeal', papers)).toMatchObject({
      code: 'not_in_procedure',
      rule: 'WAR-12.3',
    });
    expect(told(playing)?.dueOn).toBeNull();
  });

  it('goes to the Community Safety Manager in Hertsmere, with somebody from outside where that can be had (HER-12.2)', () => {
    const manager = { name: 'Marcus Teal', role: 'community_safety_manager' as const, independent: false };
    const alone = appealed('hertsmere').does('2026-04-22', 'assignAppeal', other(manager));
    expect(told(alone)?.independent).toBe(false);
    const second = { name: 'Odile Farrow', from: 'another partnership' };
    const both = appealed('hertsmere').does('2026-04-22', 'assignAppeal', other({ ...manager, second }));
    expect(told(both)?.independent).toBe(true);
    expect(both.policy.settings['appeal.body']).toContain('Community Safety Manager');
  });

  it('hands nothing over in Hertsmere, where no list of papers is printed (HER-12.6)', () => {
    const papers: With<'handOverAppeal'> = { documents: [{ item: 'minutes', available: true }] };
    expect(appealed('hertsmere').tries('2026-04-22', 'handOverAppeal', papers)).toMatchObject({
      code: 'not_in_procedure',
      rule: 'HER-12.6',
    });
  });
});

describe('an appeal in Staffordshire', () => {
  const HOMES = { name: 'Invented Homes', body: 'landlord' as const };
  const inOffice = () =>
    appealed('staffordshire', { to: 'office' })
      .does('2026-04-21', 'assignAppeal', other({ role: 'independent_review_manager' }))
      .does('2026-04-24', 'requestReturns', {
        kind: 'appeal',
        agencies: [HOMES, { name: 'Tamsin Roe', body: 'applicant' }],
      });

  it('counts every step from the day the office has it, Mon 20 April 2026 (STF-12.4)', () => {
    const due = (id: string) => inOffice().clock(id);
    expect(due('STF.appeal.request')).toMatchObject({ anchor: '2026-04-20', dueOn: '2026-04-27', status: 'met' });
    expect(due('STF.appeal.documents')).toMatchObject({ anchor: '2026-04-20', dueOn: '2026-05-12' });
    expect(due('STF.appeal.report')).toMatchObject({ anchor: '2026-04-20', dueOn: '2026-05-27' });
    expect(due('STF.appeal.response')).toMatchObject({ anchor: '2026-04-20', dueOn: '2026-06-10' });
  });

  it('may run over with a reason, and an update every ten working days (STF-12.9)', () => {
    const playing = inOffice().does('2026-06-08', 'extendClock', {
      clock: 'STF.appeal.response',
      reason: 'Documents came late.',
      by: 'Petra Quill',
    });
    playing.sends('2026-06-10', 'update', { clock: 'STF.appeal.response' });
    expect(playing.told().updates).toEqual([{ clock: 'STF.appeal.response', nextDueOn: '2026-06-24' }]);
  });

  it('goes through the list of documents, each there or not, with a reason if not (STF-12.10, STF-5.1)', () => {
    const playing = inOffice().does('2026-05-12', 'handOverAppeal', {
      documents: [
        { item: 'threshold_rationale', available: true },
        { item: 'risk_assessments', available: false, reason: 'The file was lost in a move of offices.' },
        { item: 'action_progress', available: false },
      ],
    });
    expect(playing.told().findings).toEqual([
      'document_unavailable:risk_assessments',
      'document_unexplained:action_progress',
    ]);
  });

  it('sends the case back with what is to be considered, and overturns nothing (STF-12.11, STF-12.12)', () => {
    const playing = inOffice();
    const overturned = { result: 'overturned' as const, reasons: 'It was wrong.' };
    expect(playing.tries('2026-05-20', 'decideAppeal', overturned)?.code).toBe('result_not_available');
    playing.does('2026-05-20', 'decideAppeal', {
      result: 'referred_back',
      reasons: 'Two reports were not looked at.',
      referBack: [{ for: 'information', name: 'two reports to the landlord' }],
    });
    expect(playing.review?.appeals[0]?.decided?.with.referBack).toHaveLength(1);
    expect(playing.told().threshold.decided).toBe('not_met');
    // Sent back, the bodies decide once more.
    expect(
      playing.tries('2026-05-26', 'decideThreshold', {
        result: 'met',
        bodies: ['council', 'police'],
        reasons: 'Three.',
      }),
    ).toBeNull();
  });
});

describe('an appeal in Shropshire', () => {
  it('is decided by the Scrutineer, never by the chair of the review (SHR-12.4)', () => {
    const playing = appealed('shropshire');
    expect(playing.tries('2026-04-22', 'assignAppeal', other({ role: 'review_chair' }))?.code).toBe(
      'decider_not_independent',
    );
    playing.does('2026-04-22', 'assignAppeal', other({ role: 'scrutineer' }));
    expect(playing.clock('SHR.appeal.result')).toMatchObject({ status: 'none_set' });
  });
});
