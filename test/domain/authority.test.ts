import { describe, expect, it } from 'vitest';
import { maySee, mayAct, membersOf, type Doing } from '../../src/domain/authority.ts';
import type { CaseEvent, CaseReview } from '../../src/domain/caseReview.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { asChair } from '../../src/domain/panelPeople.ts';
import { someone, testPartnership } from '../support/partnership.ts';

const partnership = testPartnership();
const meta = { reference: 'HBC-2026-0001', procedure: 'hertsmere', authority: 'Nonesuch Borough Council' } as const;
const received: CaseEvent = {
  type: 'applicationReceived',
  act: 'receiveApplication',
  on: '2026-03-02',
  with: {
    channel: 'online',
    applicant: { name: 'Elsie Victim', role: 'victim', kind: 'individual' },
    victim: { name: 'Elsie Victim' },
    complaints: [{ ref: 'a', occurredOn: '2026-02-01', reports: [{ to: 'council', on: '2026-02-02' }] }],
  },
  detail: { victimEmail: 'idle.observer@away.example' },
};
const after = (...events: CaseEvent[]): CaseReview =>
  events.reduce<CaseReview>((review, event) => evolve(review, event, meta), evolve(null, received, meta));
const asked: CaseEvent = {
  type: 'returnsRequested',
  act: 'requestReturns',
  on: '2026-03-03',
  with: { kind: 'review', agencies: [{ name: 'Invented Police', body: 'police' }] },
};
const arranged: CaseEvent = {
  type: 'panelArranged',
  act: 'arrangePanel',
  on: '2026-03-10',
  with: { for: '2026-03-24', chair: asChair(someone('indy-chair')) },
  detail: { startsAt: '10:00', minutes: 90, openMinutes: 0, panel: ['cora-spoc', 'indy-chair', 'lana-lord'] },
};
const agreed: CaseEvent = {
  type: 'planAgreed',
  act: 'agreePlan',
  on: '2026-03-24',
  with: {
    actions: [
      { id: '1', title: 'Visit weekly', owner: 'Odd Fellow', agency: 'Nonesuch Borough Council', dueOn: '2026-04-30' },
    ],
    recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'Look again at the tenancy.' }],
  },
  detail: { chains: { '1': { owner: 'odd-fellow', deputy: 'dora-deputy' } } },
};
const may = (id: string, doing: Doing, review: CaseReview | null, about = {}) =>
  mayAct(someone(id), doing, review, partnership, about)?.code ?? 'may';

describe('who may do what, by the directory and the record', () => {
  it('lets the coordinator alone open a case, ask for returns and run the panel', () => {
    for (const doing of [
      'openCase',
      'requestReturns',
      'proposeSlots',
      'movePanel',
      'issuePack',
      'closeCase',
    ] as const) {
      expect(may('cora-spoc', doing, after())).toBe('may');
      expect(may('ines-pector', doing, after(asked))).toBe('not_allowed');
      expect(may('odd-fellow', doing, after(asked))).toBe('not_allowed');
    }
  });

  it('WAR-1.7: lets the coordinator’s deputy run a case in their absence, and stand in its channel', () => {
    const covered = {
      ...partnership,
      people: partnership.people.map((it) => (it.id === 'cora-spoc' ? { ...it, deputy: 'line-manager' } : it)),
    };
    const deputy = someone('line-manager');
    expect(mayAct(deputy, 'requestReturns', after(), partnership)).not.toBeNull();
    expect(mayAct(deputy, 'requestReturns', after(), covered)).toBeNull();
    expect(membersOf(after(), covered).map((it) => it.id)).toContain('line-manager');
  });

  it('keeps an agency’s form to its named responders and their deputies, and lets the coordinator read it (capability 54)', () => {
    const review = after(asked);
    const own = { agency: 'police', kind: 'review' };
    expect(may('depu-ty', 'recordReturn', review, own)).toBe('may');
    for (const doing of ['recordReturn', 'seeReturn'] as const) {
      expect(may('super-intend', doing, review, own)).toBe('not_allowed');
      expect(may('ines-pector', doing, review, { ...own, kind: 'threshold' })).toBe('unknown_agency');
    }
    expect(may('cora-spoc', 'seeReturn', review, own)).toBe('may');
    expect(may('cora-spoc', 'recordReturn', review, own)).toBe('not_allowed');
    const covered = {
      ...partnership,
      people: partnership.people.map((it) => (it.id === 'ines-pector' ? { ...it, deputy: 'super-intend' } : it)),
    };
    expect(mayAct(someone('super-intend'), 'recordReturn', review, covered, { agency: 'police' })).toBeNull();
    expect(may('ines-pector', 'recordReturn', review, { agency: 'Invented Police' })).toBe('may');
    expect(may('ines-pector', 'seeReturn', review, { agency: 'police' })).toBe('may');
    expect(may('lana-lord', 'seeReturn', review, { agency: 'police' })).toBe('not_allowed');
    expect(may('lana-lord', 'recordReturn', review, { agency: 'Invented Police' })).toBe('not_allowed');
    expect(may('sam-manager', 'seeReturn', review, { agency: 'police' })).toBe('not_allowed');
    expect(may('lana-lord', 'seeReturn', review)).toBe('unknown_agency');
  });

  it('lets the coordinator write down what nobody in the directory can answer: the applicant, an agency since gone', () => {
    const appellant: CaseEvent = {
      ...asked,
      with: {
        kind: 'appeal',
        agencies: [
          { name: 'the applicant', body: 'applicant' },
          { name: 'Old Homes', body: 'landlord' },
        ],
      },
    };
    for (const agency of ['the applicant', 'Old Homes']) {
      expect(may('cora-spoc', 'recordReturn', after(appellant), { agency, kind: 'appeal' })).toBe('may');
      expect(may('sam-manager', 'recordReturn', after(appellant), { agency, kind: 'appeal' })).toBe('not_allowed');
    }
  });

  it('lets whoever decides appeals act in cases that have one', () => {
    const home = partnership.people.map((it) =>
      it.id === 'hedda-service' ? { ...it, roles: ['appeal_decider' as const] } : it,
    );
    const decider = (review: CaseReview) =>
      mayAct(someone('hedda-service'), 'decideAppeal', review, { ...partnership, people: home })?.code ?? 'may';
    const appealed: CaseEvent = {
      type: 'appealReceived',
      act: 'receiveAppeal',
      on: '2026-03-10',
      with: { about: 'threshold', grounds: ['facts'], how: { facts: 'There were more.' } },
    };
    expect(decider(after())).toBe('not_allowed');
    expect(decider(after(appealed))).toBe('may');
  });

  it('gives the victim no part in their own case, whatever the directory makes of them', () => {
    const roles = partnership.people.map((it) =>
      it.id === 'idle-observer' ? { ...it, roles: ['coordinator' as const, 'panel_member' as const] } : it,
    );
    for (const doing of ['seeCase', 'closeCase', 'assessRisk'] as const)
      expect(mayAct(someone('idle-observer'), doing, after(asked), { ...partnership, people: roles })?.code).toBe(
        'unknown_case',
      );
  });

  it('keeps an action to its owner, the deputy frozen with it, and the coordinator (HER-10.1)', () => {
    const review = after(asked, arranged, agreed);
    for (const id of ['odd-fellow', 'dora-deputy', 'cora-spoc'])
      expect(may(id, 'reportAction', review, { action: '1' })).toBe('may');
    for (const id of ['line-manager', 'chief-exec', 'ines-pector', 'indy-chair'])
      expect(may(id, 'reportAction', review, { action: '1' })).toBe('not_allowed');
    expect(may('odd-fellow', 'reportAction', review, { action: '9' })).toBe('unknown_action');
  });

  it('lets the chair of this case run its meeting, and no other chair', () => {
    expect(may('indy-chair', 'runMeeting', after(asked))).toBe('not_allowed');
    expect(may('indy-chair', 'runMeeting', after(asked, arranged))).toBe('may');
    expect(may('sam-manager', 'runMeeting', after(asked, arranged))).toBe('not_allowed');
  });

  it('asks for approvals from the lead authority’s senior managers, not from those of another body', () => {
    expect(may('sam-manager', 'decideThreshold', after())).toBe('may');
    const outside = testPartnership();
    outside.people.find((it) => it.id === 'ines-pector')?.roles.push('senior_manager');
    expect(mayAct(someone('ines-pector'), 'decideThreshold', after(), outside)?.code).toBe('not_allowed');
  });

  it('leaves the level for a safeguarding review to HER-2.3, and turns away who holds no rank', () => {
    expect(may('sam-manager', 'openSafeguardingReview', null)).toBe('may');
    expect(may('depu-ty', 'openSafeguardingReview', null)).toBe('may');
    expect(may('lana-lord', 'openSafeguardingReview', null)).toBe('not_allowed');
  });

  it('lets the body a recommendation is addressed to answer it (STAT-7)', () => {
    const review = after(asked, arranged, agreed);
    expect(may('lana-lord', 'answerRecommendation', review, { recommendation: 'r1' })).toBe('may');
    for (const id of ['ines-pector', 'homer-head', 'homes-chief'])
      expect(may(id, 'answerRecommendation', review, { recommendation: 'r1' })).toBe('not_allowed');
  });

  it('turns away a person who is no longer in the directory, whatever their old roles say', () => {
    const gone = { ...someone('cora-spoc'), id: 'left-us' };
    expect(mayAct(gone, 'closeCase', after(), partnership)?.code).toBe('not_allowed');
  });
});

describe('who stands in the case’s channel', () => {
  const ids = (review: CaseReview) => membersOf(review, partnership).map((it) => it.id);

  it('has the case team, whoever was asked, the chair once named, and owners with their deputies', () => {
    expect(ids(after())).not.toContain('depu-ty');
    expect(ids(after(asked))).toContain('depu-ty');
    expect(ids(after(asked))).not.toContain('indy-chair');
    expect(ids(after(asked, arranged))).toContain('indy-chair');
    expect(ids(after(asked, arranged, agreed))).toEqual(expect.arrayContaining(['odd-fellow', 'dora-deputy']));
  });

  it('never has the victim, even where their address stands in the directory', () => {
    const review = after(asked, {
      ...arranged,
      detail: { startsAt: '10:00', minutes: 60, openMinutes: 0, panel: ['idle-observer'] },
    });
    expect(ids(review)).not.toContain('idle-observer');
    expect(maySee(someone('idle-observer'), review, partnership)).toBe(false);
  });

  it('has nobody from outside before a representative’s consent is on file', () => {
    const represented = evolve(
      null,
      {
        ...received,
        with: { ...received.with, applicant: { name: 'A Friend', role: 'representative', kind: 'individual' } },
      },
      meta,
    );
    expect(membersOf(represented, partnership).every((it) => it.host)).toBe(true);
    const consented = (form: 'verbal' | 'signed') =>
      evolve(
        represented,
        { type: 'consentRecorded', act: 'recordConsent', on: '2026-03-04', with: { form, on: '2026-03-04' } },
        meta,
      );
    expect(ids(consented('signed'))).toContain('ines-pector');
    // Whether a word alone will do, the procedure says when agencies are asked (LLR-1.1, STF-1.3).
    expect(ids(consented('verbal'))).not.toContain('ines-pector');
    const withAgencies: CaseEvent = {
      type: 'returnsRequested',
      act: 'requestReturns',
      on: '2026-03-05',
      with: { kind: 'threshold', agencies: [{ name: 'Marshwick Police', body: 'police' }] },
    };
    expect(ids(evolve(consented('verbal'), withAgencies, meta))).toContain('ines-pector');
  });

  it('is closed to managers of an owner, observers and strangers', () => {
    const review = after(asked, arranged, agreed);
    for (const id of ['line-manager', 'hedda-service', 'chief-exec', 'idle-observer'])
      expect(mayAct(someone(id), 'seeCase', review, partnership)?.code).toBe('unknown_case');
  });
});
