import { describe, expect, it } from 'vitest';
import type { Act, With } from '../../src/domain/acts.ts';
import type { CaseReview, Command } from '../../src/domain/caseReview.ts';
import { decidersOf } from '../../src/domain/deciders.ts';
import { decide } from '../../src/domain/decide/index.ts';
import type { Detail } from '../../src/domain/detail.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { guard } from '../../src/domain/guards.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import { calendarFor, resolvePolicy } from '../../src/domain/policy.ts';
import { tell } from '../../src/domain/tell.ts';
import type { Procedure, ThresholdResult } from '../../src/domain/words.ts';
import { policyFor } from '../../src/policies/registry.ts';
import { testPartnership } from '../support/partnership.ts';

const partnership = testPartnership();
const TIMES = {
  ack: { n: 3, unit: 'wd' },
  'threshold.decision': { n: 10, unit: 'wd' },
  'agency.return.threshold': { n: 5, unit: 'wd' },
  'agency.return.review': { n: 10, unit: 'wd' },
  outcome: { n: 25, unit: 'wd' },
};

/** A case that goes on act by act; a refusal is thrown. */
class Going {
  review: CaseReview | null = null;
  today = '';
  readonly procedure: Procedure;
  readonly policy;
  readonly calendar;
  constructor(procedure: Procedure) {
    this.procedure = procedure;
    this.policy = resolvePolicy(policyFor(procedure), procedure === 'staffordshire' ? TIMES : {});
    this.calendar = calendarFor(this.policy);
  }
  does<A extends Act>(on: string, act: A, carries: With<A>, detail?: Detail<A>): this {
    const command = { act, on, with: carries, ...(detail ? { detail } : {}) } as unknown as Command;
    const refused = guard(command, this.review, partnership);
    if (refused) throw new Error(`${refused.code} ${refused.rule}`);
    const decision = decide(this.review, command, this.policy, this.calendar);
    if (decision.kind === 'refused') throw new Error(`${decision.refusal.code} ${decision.refusal.rule}`);
    const meta = { reference: 'HBC-2026-0001', procedure: this.procedure, authority: partnership.authority.name };
    for (const event of decision.events) this.review = evolve(this.review, event, meta);
    this.today = on;
    return this;
  }
  /** By these people of the directory, as the dialog sends it. */
  decides(on: string, result: ThresholdResult, deciders = ['sam-manager', 'ines-pector']): this {
    const bodies = decidersOf(deciders, partnership);
    return this.does(on, 'decideThreshold', { result, bodies, reasons: 'One.' }, { deciders });
  }
  keys(): string[] {
    if (!this.review) return [];
    const told = tell(this.review, this.policy, this.calendar, this.today);
    return nextSteps(this.review, told, this.policy, this.calendar, partnership, this.today).map((it) => it.key);
  }
}

const APPLICATION: With<'receiveApplication'> = {
  channel: 'email',
  applicant: { name: 'Ines Corder', role: 'victim', kind: 'individual' },
  victim: { name: 'A' },
  complaints: [{ ref: 'c1', occurredOn: '2026-02-20', reports: [{ to: 'police', on: '2026-02-21' }] }],
};
const refused = (procedure: Procedure, role: 'victim' | 'representative' = 'victim') =>
  new Going(procedure)
    .does('2026-03-02', 'receiveApplication', {
      ...APPLICATION,
      applicant: { ...APPLICATION.applicant, role },
    })
    .does('2026-03-04', 'assessRisk', { stage: 'before_threshold', level: 'standard' })
    .decides('2026-03-09', 'not_met');
const appealed = (going: Going) =>
  going.does('2026-03-20', 'receiveAppeal', { about: 'threshold', grounds: ['facts'], how: { facts: 'Two more.' } });
const assigned = (going: Going, role: 'spoc' | 'other' | 'independent_review_manager') =>
  going.does('2026-03-23', 'assignAppeal', {
    authority: 'Elsewhere',
    decider: { name: 'Ola Reeve', role, independent: true },
  });

describe('the steps of an appeal, in a case that is closed', () => {
  it('LLR: who decides and Letter 4 first, then the documents, the decision, its letter, and nothing more', () => {
    const going = refused('llr')
      .does('2026-03-10', 'sendLetter', { letter: 'Letter 1', by: 'email' })
      .does('2026-03-11', 'sendLetter', { letter: 'Letter 2b', by: 'email' })
      .does('2026-03-12', 'closeCase', { as: 'not_met', reason: 'One complaint.' });
    expect(going.keys()).toEqual([]);
    expect(appealed(going).keys().sort()).toEqual(['appeal/assign', 'letter/Letter 4']);
    expect(assigned(going, 'spoc').keys().sort()).toEqual(['appeal/decide', 'appeal/handOver', 'letter/Letter 4']);
    going
      .does('2026-03-24', 'handOverAppeal', { documents: [{ item: 'application', available: true }] })
      .does('2026-03-25', 'sendLetter', { letter: 'Letter 4', by: 'email' })
      .does('2026-04-08', 'decideAppeal', { result: 'criteria_not_met', reasons: 'No ground.' });
    expect(going.keys()).toEqual(['letter/Letter 5']);
    expect(going.does('2026-04-08', 'sendLetter', { letter: 'Letter 5', by: 'email' }).keys()).toEqual([]);
  });

  it('LLR: nothing is handed over for a representative before the victim’s consent (LLR-12.4)', () => {
    const going = assigned(appealed(refused('llr', 'representative')), 'spoc');
    expect(going.keys()).toContain('appeal/consent');
    expect(going.keys()).not.toContain('appeal/handOver');
    going.does('2026-03-24', 'recordConsent', { form: 'signed', on: '2026-03-24' });
    expect(going.keys()).toContain('appeal/handOver');
  });

  it('Staffordshire: nothing is asked or heard before the office has it (STF-12.4)', () => {
    const going = assigned(appealed(refused('staffordshire')), 'independent_review_manager');
    expect(going.keys()).toContain('appeal/passOn');
    expect(going.keys()).not.toContain('request/appeal');
    expect(going.keys()).not.toContain('appeal/hear');
    going.does('2026-03-24', 'passOnAppeal', {});
    expect(going.keys()).toEqual(expect.arrayContaining(['request/appeal', 'appeal/hear', 'appeal/handOver']));
    expect(going.keys()).not.toContain('appeal/decide');
  });

  it('Warwickshire: an upheld appeal does not decide by itself, the bodies decide once more, closed case or not', () => {
    const going = assigned(
      appealed(
        refused('warwickshire')
          .does('2026-03-10', 'sendLetter', { letter: 'threshold', by: 'email' })
          .does('2026-03-12', 'closeCase', { as: 'not_met', reason: 'One.' }),
      ),
      'other',
    );
    going.does('2026-04-08', 'decideAppeal', { result: 'upheld', reasons: 'More was reported.' });
    expect(going.keys()).toContain('decide/again');
    going.decides('2026-04-13', 'met_discretion');
    expect(going.review?.stage).toBe('review');
    expect(going.keys()).not.toContain('decide/again');
  });
});

describe('what is refused in an appeal beyond the rule-book', () => {
  it('a step a second time, and a decider of the panel as one who took no part', () => {
    const going = assigned(appealed(refused('hertsmere')), 'other').does('2026-03-24', 'hearAppeal', {});
    expect(() => going.does('2026-03-25', 'hearAppeal', {})).toThrow('already_done');
    going.does('2026-03-25', 'decideAppeal', { result: 'dismissed', reasons: 'No.' });
    expect(() => going.does('2026-03-26', 'decideAppeal', { result: 'dismissed', reasons: 'No.' })).toThrow(
      'already_done',
    );
  });

  it('any other act in a closed case: a decision only where an appeal sent it back', () => {
    const going = refused('staffordshire')
      .does('2026-03-10', 'sendLetter', { letter: 'threshold', by: 'email' })
      .does('2026-03-12', 'closeCase', { as: 'not_met', reason: 'One.' });
    expect(() => going.decides('2026-03-16', 'met_discretion')).toThrow('closed');
  });

  it('a decision without the people who decided, or with one whom the directory does not have there (AMB-B11)', () => {
    const going = refused('llr');
    const bodies = decidersOf(['sam-manager', 'ines-pector'], partnership);
    const carried = { result: 'not_met' as const, bodies, reasons: 'One.' };
    const fresh = () => new Going('llr').does('2026-03-02', 'receiveApplication', APPLICATION);
    for (const detail of [undefined, { deciders: ['sam-manager'] }, { deciders: ['sam-manager', 'lana-lord'] }])
      expect(() => fresh().does('2026-03-09', 'decideThreshold', carried, detail)).toThrow('unknown_person AMB-B11');
    const plain = { ...carried, bodies: ['council' as const, 'police' as const] };
    expect(() => fresh().does('2026-03-09', 'decideThreshold', plain)).toThrow('unknown_person AMB-B11');
    expect(going.review?.decisions[0]).toMatchObject({
      with: {
        bodies: [
          { body: 'council', name: 'Sam Manager' },
          { body: 'police', name: 'Ines Pector' },
        ],
      },
      detail: { deciders: ['sam-manager', 'ines-pector'] },
    });
  });

  it('who decided as the decider of its appeal, also under another name; and as the second (AMB-D6)', () => {
    const going = appealed(refused('staffordshire'));
    const decider = { name: 'Sam Manager-Tully', role: 'independent_review_manager', independent: true } as const;
    const named = (more: object = {}) => ({ authority: 'Elsewhere', decider: { ...decider, ...more } });
    const tries = (carried: With<'assignAppeal'>, detail?: Detail<'assignAppeal'>) => () =>
      going.does('2026-03-23', 'assignAppeal', carried, detail);
    expect(tries(named(), { decider: 'sam-manager' })).toThrow('decider_not_independent AMB-D6');
    expect(tries(named({ independent: false }), { decider: 'sam-manager' })).toThrow('decider_not_independent AMB-D6');
    const second = { second: { name: 'Ines Pector', from: 'Invented Police' } };
    expect(tries(named({ name: 'Ola Reeve', ...second }), { second: 'ines-pector' })).toThrow(
      'decider_not_independent',
    );
    expect(tries(named({ name: 'Ola Reeve' }))).not.toThrow();
  });
});
