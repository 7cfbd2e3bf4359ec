import { describe, expect, it } from 'vitest';
import { runsCases } from '../../src/domain/whoIsWho.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import { PROCEDURES, type Procedure } from '../../src/domain/words.ts';
import { application, complaint, notMet, partnershipOf, Playing, received, THREE } from './support/playing.ts';

const REPRESENTATIVE = { name: 'Corin Adair', role: 'representative', kind: 'individual' } as const;

describe('who may apply', () => {
  it.each(PROCEDURES)(
    '%s: a person, a business and a community group, and a child (LLR-1.2, WAR-1.2, HER-1.1, STF-1.1, SHR-1.1)',
    (procedure) => {
      for (const kind of ['individual', 'business', 'community_group'] as const) {
        const playing = received(procedure, { applicant: { name: 'Tamsin Roe', role: 'victim', kind } });
        expect(playing.told().threshold).toMatchObject({ count: 3, advice: 'met' });
      }
      const child = received(procedure, { victim: { name: 'Tamsin Roe', under18: true } });
      expect(child.told().threshold.advice).toBe('met');
    },
  );

  it.each(PROCEDURES)(
    '%s: every way in is open, and a form posted on Fri 20 March counts from then (LLR-1.3, WAR-1.5, HER-1.5, STF-1.5, SHR-1.3)',
    (procedure) => {
      for (const channel of ['online', 'email', 'post', 'phone', 'person'] as const)
        expect(received(procedure, { channel }).told().case.stage).toBe('application');
      // Reported half a year before the form was made; too old by the day it came.
      const old = complaint('old', '2025-09-22');
      const complaints = [...THREE, old];
      const posted = received(procedure, { channel: 'post', madeOn: '2026-03-20', complaints });
      expect(posted.told().threshold.count).toBe(4);
      expect(received(procedure, { channel: 'post', complaints }).told().threshold.count).toBe(3);
      expect(posted.review?.application).toMatchObject({ on: '2026-03-27', madeOn: '2026-03-20' });
      const acknowledged = posted.told().clocks.find((it) => /\.ack(\.target)?$/.test(it.id));
      expect(acknowledged?.anchor).toBe('2026-03-27');
    },
  );

  it('asks for the victim’s consent first where somebody else applies (STF-1.2, LLR-14.2, STF-14.1)', () => {
    for (const procedure of ['llr', 'staffordshire'] as const) {
      const playing = received(procedure, { applicant: REPRESENTATIVE });
      const { review, policy, calendar } = playing;
      if (!review) throw new Error('no case');
      const told = playing.told();
      const steps = nextSteps(review, told, policy, calendar, partnershipOf(procedure), '2026-03-27');
      expect(steps.map((it) => it.key)).toContain('consent');
      const asks = { kind: 'threshold', agencies: [{ name: 'Invented Homes', body: 'landlord' }] } as const;
      expect(playing.tries('2026-03-30', 'requestReturns', { ...asks, agencies: [...asks.agencies] })).not.toBeNull();
    }
  });

  it('takes any form of consent in Hertsmere (HER-1.2), and a written one alone in LLR (LLR-1.1)', () => {
    const asks = { kind: 'threshold' as const, agencies: [{ name: 'Invented Homes', body: 'landlord' as const }] };
    const spoken = { applicant: REPRESENTATIVE, consent: { form: 'verbal' as const, on: '2026-03-26' } };
    expect(received('hertsmere', spoken).tries('2026-03-30', 'requestReturns', asks)).toBeNull();
    const llr = received('llr', spoken);
    expect(llr.tries('2026-03-30', 'requestReturns', asks)).toMatchObject({ code: 'consent_missing', rule: 'LLR-1.1' });
    llr.does('2026-03-31', 'recordConsent', { form: 'written', on: '2026-03-31' });
    expect(llr.tries('2026-03-31', 'requestReturns', asks)).toBeNull();
  });

  it.each(PROCEDURES)(
    '%s: goes on without consent where the victim cannot give it, or asking would put somebody at risk (AMB-E8, STF-1.4, STAT-1)',
    (procedure) => {
      const asks = { kind: 'threshold' as const, agencies: [{ name: 'Invented Homes', body: 'landlord' as const }] };
      for (const exempt of ['cannot_consent', 'risk_of_harm'] as const) {
        const consent = { exempt, by: 'Petra Quill, head of community safety' };
        const playing = received(procedure, { applicant: REPRESENTATIVE, consent });
        expect(playing.tries('2026-03-30', 'requestReturns', asks)).toBeNull();
        expect(playing.review?.consents[0]?.consent).toEqual(consent);
        const later = received(procedure, { applicant: REPRESENTATIVE });
        expect(later.tries('2026-03-30', 'requestReturns', asks)?.code).toMatch(/^(consent|declaration)_missing$/);
        later.does('2026-03-31', 'recordConsent', consent);
        expect(later.tries('2026-03-31', 'requestReturns', asks)).toBeNull();
      }
    },
  );

  it('asks no written agreement of a victim who cannot give one (LLR-6.3, AMB-E8)', () => {
    const asked = { mode: 'representative' } as const;
    const consent = { exempt: 'cannot_consent', by: 'Petra Quill, head of community safety' } as const;
    expect(received('llr').tries('2026-04-13', 'recordVoice', asked)?.code).toBe('agreement_missing');
    const exempt = received('llr', { applicant: REPRESENTATIVE, consent });
    expect(exempt.tries('2026-04-13', 'recordVoice', asked)).toBeNull();
  });

  it('needs no applicant where a senior manager opens the review (HER-1.3)', () => {
    const playing = new Playing('hertsmere').does('2026-03-27', 'openSafeguardingReview', {
      by: { name: 'Marcus Teal', rank: 'community_safety_manager', body: 'council' },
      reason: 'The victim is in danger and will not apply.',
      victim: { name: 'Tamsin Roe' },
    });
    expect(playing.told().case).toMatchObject({ stage: 'review', countsAs: 'review' });
    expect(playing.clock('HER.ack')).toBeUndefined();
  });

  it('names its SPOC in every letter, and the SPOC’s deputy may act (WAR-1.7)', () => {
    const partnership = partnershipOf('warwickshire');
    const spoc = partnership.people.find((it) => it.roles.includes('coordinator'));
    const other = partnership.people.find((it) => !it.roles.includes('coordinator'));
    if (!spoc || !other) throw new Error('the partnership is too small');
    const standsIn = (deputy: string) => {
      const people = partnership.people.map((it) => (it.id === spoc.id ? { ...it, deputy } : it));
      return runsCases(other, { ...partnership, people });
    };
    expect([standsIn('nobody-else'), standsIn(other.id)]).toEqual([false, true]);
    expect(received('warwickshire').letter('acknowledgement', '2026-03-30')).toContain(
      `Your contact from now on is ${spoc.name}`,
    );
  });

  it('promises the applicant that those complained of are not given their details (WAR-1.4)', () => {
    expect(received('warwickshire').letter('acknowledgement', '2026-03-30')).toContain(
      'We do not give your details to the people whose behaviour you reported.',
    );
  });
});

describe('what a case review is not', () => {
  it.each([
    ['llr', 'LLR-1.6', 'Letter 1', 'Letter 2b'],
    ['warwickshire', 'WAR-1.6', 'acknowledgement', 'threshold'],
    ['shropshire', 'SHR-1.4', 'acknowledgement', 'threshold'],
  ] as const)(
    '%s: its letters say that it is no complaints procedure and that those stay open (%s)',
    (procedure, _rule, first, refusal) => {
      expect(received(procedure).letter(first, '2026-03-30')).toContain('it is not a complaint procedure');
      expect(notMet(procedure).letter(refusal, '2026-04-10')).toContain(
        'you can use its own complaint procedure as well',
      );
    },
  );
});

describe('further applications', () => {
  const again = (procedure: Procedure) =>
    new Playing(procedure).does(
      '2026-07-20',
      'receiveApplication',
      application({
        newSetOf: 'TBC-2026-0001',
        earlierComplaints: ['a'],
      }),
    );

  it('run through the same steps and times again in LLR: Letter 1 by Mon 27 July 2026 (LLR-11.1)', () => {
    const playing = again('llr').sends('2026-07-27', 'Letter 1');
    expect(playing.clock('LLR.ack')).toMatchObject({ dueOn: '2026-07-27', status: 'met' });
    expect(playing.clock('LLR.threshold')).toMatchObject({ anchor: '2026-07-27', dueOn: '2026-08-10' });
  });

  it('are judged for themselves in Hertsmere, and taken where nothing is said: an earlier complaint is not struck out (HER-11.1, SHR-11.1)', () => {
    for (const procedure of ['hertsmere', 'shropshire'] as const) {
      const why = again(procedure)
        .told()
        .complaints.map((it) => it.why);
      expect(why).not.toContain('relied_on_before');
    }
    expect(again('warwickshire').told().complaints[0]?.why).toBe('relied_on_before');
  });
});

describe('no contact and withdrawal', () => {
  const close = { as: 'no_contact', reason: 'Nobody could be reached.' } as const;
  it('closes after three tries by two means over ten working days, not before, and opens a letter due ten working days on (HER-11.3)', () => {
    const playing = received('hertsmere')
      .does('2026-04-01', 'contactVictim', { means: 'phone', reached: false })
      .does('2026-04-08', 'contactVictim', { means: 'phone', reached: false })
      .does('2026-04-10', 'contactVictim', { means: 'visit', reached: false });
    expect(playing.tries('2026-04-16', 'closeCase', close)).toMatchObject({ code: 'not_yet', rule: 'AMB-C6' });
    playing.does('2026-04-17', 'closeCase', close);
    expect(playing.told().case).toMatchObject({ stage: 'closed', closedAs: 'no_contact' });
    expect(playing.clock('HER.withdrawn')?.dueOn).toBe('2026-05-01');
  });

  it('takes a withdrawal where the page is silent, and owes only the letter about the closing in Shropshire (SHR-11.1, AMB-C11)', () => {
    const playing = received('shropshire')
      .does('2026-04-02', 'recordWithdrawal', { by: 'victim', means: 'phone' })
      .does('2026-04-02', 'closeCase', { as: 'withdrawn', reason: 'At their wish.' });
    expect(playing.told().case).toMatchObject({
      closedAs: 'withdrawn',
      countsAs: 'application',
      withdrawnOn: '2026-04-02',
    });
    const owed = playing.told('2026-06-01').clocks.filter((it) => it.status === 'open' || it.status === 'missed');
    expect(owed).toMatchObject([{ id: 'SHR.closing.target', dueOn: '2026-04-13', status: 'missed' }]);
  });
});
