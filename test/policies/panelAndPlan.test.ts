import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { agendaFor } from '../../src/domain/agenda.ts';
import type { LetterName, Procedure } from '../../src/domain/words.ts';
import { ACTION, met, PANEL, planned, without } from './support/playing.ts';

const OUTCOME: Record<Procedure, LetterName> = {
  llr: 'Letter 3',
  warwickshire: 'outcome',
  hertsmere: 'outcome',
  staffordshire: 'outcome',
  shropshire: 'outcome',
};

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
    expect(agendaFor({ open: null }).find((it) => it.key === 'checking')?.guidance).toContain('looked at again');
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

  it('leaves out of the victim’s copy what nobody said may be told (HER-9.4, AMB-E3)', () => {
    const { tellVictim: _, ...silent } = { ...ACTION, title: 'Move her to safe housing' };
    const playing = planned('hertsmere', { actions: [silent, { ...ACTION, id: '2' }] });
    expect(playing.told().victimCopy).toEqual(['2']);
    expect(playing.letter(OUTCOME.hertsmere, '2026-05-06')).not.toContain('safe housing');
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
  const done = () =>
    planned('shropshire')
      .sends('2026-05-08', 'outcome')
      .does('2026-06-01', 'reportAction', { action: '1', status: 'done' });

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
