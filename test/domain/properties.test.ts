import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/calendar/isoDate.ts';
import { workingCalendar } from '../../src/calendar/workingDays.ts';
import { ACTS, ACT_NAMES, type Act } from '../../src/domain/acts.ts';
import type { CaseReview, Command } from '../../src/domain/caseReview.ts';
import { decide } from '../../src/domain/decide/index.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { dueDay, periodOf } from '../../src/domain/periods.ts';
import { calendarFor } from '../../src/domain/policy.ts';
import { tell } from '../../src/domain/tell.ts';
import { allPolicies, policyFor, resolvePolicy } from '../../src/policies/registry.ts';

const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
const policies = allPolicies().map((policy) => resolvePolicy(policy, {}));
const clocks = policies.flatMap((policy) =>
  policy.clocks.flatMap((rule) => {
    const period = periodOf(rule.period, policy);
    return period === null ? [] : [{ policy, rule, period }];
  }),
);
const anyClock = fc.constantFrom(...clocks);
const plain = workingCalendar();

describe('properties of clocks, for every clock of every procedure', () => {
  it('no date falls before the day it counts from', () => {
    fc.assert(
      fc.property(anyClock, anyDay, ({ policy, rule, period }, anchor) => {
        expect(dueDay(anchor, period, rule.kind === 'right', policy, plain) >= anchor, rule.id).toBe(true);
      }),
    );
  });

  it('a later anchor never brings an earlier date', () => {
    fc.assert(
      fc.property(anyClock, anyDay, fc.integer({ min: 0, max: 40 }), ({ policy, rule, period }, anchor, later) => {
        const due = (day: Day) => dueDay(day, period, rule.kind === 'right', policy, plain);
        expect(due(addDays(anchor, later)) >= due(anchor), rule.id).toBe(true);
      }),
    );
  });

  it('AMB-A4: a holiday proclaimed later moves no date earlier, so that no victim’s window is ever shortened', () => {
    const someDays = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyClock, anyDay, someDays, ({ policy, rule, period }, anchor, offsets) => {
        const proclaimed = workingCalendar({ extraClosures: offsets.map((days) => addDays(anchor, days)) });
        const due = (calendar: typeof plain) => dueDay(anchor, period, rule.kind === 'right', policy, calendar);
        expect(due(proclaimed) >= due(plain), rule.id).toBe(true);
      }),
    );
  });
});

const policy = resolvePolicy(policyFor('hertsmere'), {});
const calendar = calendarFor(policy);
const meta = { reference: 'NBC-2026-0001', procedure: 'hertsmere', authority: 'Nonesuch Borough Council' } as const;

function played(commands: Command[], from: CaseReview | null = null): CaseReview | null {
  let review = from;
  for (const command of commands) {
    const decision = decide(review, command, policy, calendar);
    if (decision.kind === 'accepted') for (const event of decision.events) review = evolve(review, event, meta);
  }
  return review;
}

const agencies = ['Nonesuch Borough Council', 'Marshwick Police', 'Larkfield Homes'];
const opened = played([
  {
    act: 'receiveApplication',
    on: '2026-03-02',
    with: {
      channel: 'online',
      applicant: { name: 'Applicant Amber', role: 'victim', kind: 'individual' },
      victim: { name: 'Applicant Amber' },
      complaints: ['2026-01-05', '2026-01-20', '2026-02-10'].map((day, index) => ({
        ref: String(index + 1),
        occurredOn: day,
        reports: [{ to: 'police' as const, on: day }],
      })),
    },
  },
  { act: 'sendLetter', on: '2026-03-03', with: { letter: 'acknowledgement', by: 'email' } },
  {
    act: 'decideThreshold',
    on: '2026-03-10',
    with: { result: 'met', bodies: ['council', 'police'], reasons: 'Three.' },
  },
  { act: 'sendLetter', on: '2026-03-11', with: { letter: 'CT4', by: 'email' } },
  {
    act: 'requestReturns',
    on: '2026-03-11',
    with: { kind: 'review', agencies: agencies.map((name) => ({ name, body: 'council' as const })) },
  },
]) as CaseReview;

describe('properties of acts', () => {
  const independent: Command[] = [
    ...agencies.map((agency): Command => ({
      act: 'recordReturn',
      on: '2026-03-13',
      with: { agency, kind: 'review', result: 'nil' },
    })),
    { act: 'contactVictim', on: '2026-03-13', with: { means: 'phone', reached: true } },
    { act: 'assessRisk', on: '2026-03-13', with: { stage: 'review', level: 'medium' } },
    { act: 'recordVoice', on: '2026-03-13', with: { mode: 'attend' } },
    { act: 'arrangePanel', on: '2026-03-13', with: { for: '2026-03-31' } },
  ];

  it('the order of independent acts of one day does not matter to what is told', () => {
    const expected = tell(played(independent, opened) as CaseReview, policy, calendar, '2026-03-20');
    fc.assert(
      fc.property(fc.shuffledSubarray(independent, { minLength: independent.length }), (order) => {
        expect(tell(played(order, opened) as CaseReview, policy, calendar, '2026-03-20')).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('deciding changes nothing by itself, accepted or refused, and a refusal leaves no event', () => {
    const frozen = deepFreeze(structuredClone(opened));
    const before = JSON.stringify(frozen);
    let refused = 0;
    fc.assert(
      fc.property(anyCommand(), (command) => {
        const decision = decide(frozen, command, policy, calendar);
        if (decision.kind === 'refused') {
          refused += 1;
          expect(decision.refusal.rule).toMatch(
            /^((LLR|WAR|HER|STF|SHR)-\d+\.\d+|STAT-\d+|AMB-[A-E]\d+|capability .+)$/,
          );
          expect(decision.refusal.text.length).toBeGreaterThan(10);
        } else for (const event of decision.events) evolve(frozen, event, meta);
        expect(JSON.stringify(frozen)).toBe(before);
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(20);
  });
});

/** Acts with whatever content their schema takes, drawn from small pools so that some fit the case and some do not. */
function anyCommand(): fc.Arbitrary<Command> {
  const name = fc.constantFrom('Nonesuch Borough Council', 'Nobody', '1', 'HER.outcome', 'LLR.outcome');
  const word = fc.constantFrom(
    ...[
      'met',
      'not_met',
      'done',
      'no_longer_viable',
      'completed',
      'no_contact',
      'threshold',
      'review',
      'nil',
      'CT3',
      'outcome',
      'phone',
    ],
    ...[
      'email',
      'council',
      'police',
      'none',
      'representative',
      'declined',
      'accepted',
      'upheld',
      'lead',
      'cps',
      'vexatious',
      'high',
    ],
  );
  const value = fc.oneof(name, word, fc.constant('2026-03-16'), fc.boolean());
  const pool = [
    'result',
    'reason',
    'reasons',
    'agency',
    'kind',
    'letter',
    'by',
    'clock',
    'as',
    'action',
    'status',
    'outcome',
    'mode',
    'text',
  ];
  return fc
    .tuple(fc.constantFrom(...ACT_NAMES), fc.dictionary(fc.constantFrom(...pool), value))
    .map(([act, given]) => ({ act, on: '2026-03-16', with: filled(act, given) }) as Command)
    .filter((command) => ACTS[command.act].safeParse(command.with).success);
}

const BASE: Partial<Record<Act, object>> = {
  decideThreshold: { result: 'not_met', bodies: ['council', 'police'], reasons: 'Because.' },
  sendLetter: { letter: 'CT3', by: 'email' },
  extendClock: { clock: 'HER.outcome', reason: 'Late papers.', by: 'SPOC' },
  recordReturn: { agency: 'Nobody', kind: 'review', result: 'nil' },
  reportAction: { action: '1', status: 'done' },
  recordVoice: { mode: 'none' },
  closeCase: { as: 'no_contact', reason: 'No answer.' },
  declineApplication: { reason: 'vexatious', text: 'No.', approvedBy: [] },
  agreePlan: { actions: [] },
  answerRecommendation: { recommendation: 'r1', answer: 'declined' },
  followUp: { result: 'satisfied', next: 'close' },
  decideAppeal: { result: 'upheld', reasons: 'Because.' },
  assessRisk: { stage: 'review', level: 'high' },
  contactVictim: { means: 'phone', reached: false },
  arrangePanel: { for: '2026-03-31' },
  handOverAppeal: { documents: [{ item: 'plan', available: true }] },
};
const filled = (act: Act, given: object): object | undefined => {
  const base = BASE[act];
  if (base === undefined) return undefined;
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => key in base));
  const mixed = { ...base, ...own };
  return ACTS[act].safeParse(mixed).success ? mixed : base;
};

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
