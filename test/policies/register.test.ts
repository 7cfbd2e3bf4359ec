import { describe, expect, it } from 'vitest';
import { dueDay, endOfPeriod, periodOf } from '../../src/domain/periods.ts';
import { calendarFor } from '../../src/domain/policy.ts';
import { RECOMMENDED, type Period } from '../../src/domain/settings.ts';
import type { Procedure } from '../../src/domain/words.ts';
import { PROCEDURES } from '../../src/domain/words.ts';
import { policyFor, resolvePolicy } from '../../src/policies/registry.ts';
import { addDays } from '../../src/calendar/isoDate.ts';
import { STF_TIMES } from './support/playing.ts';

const OF: Record<string, Procedure> = {
  LLR: 'llr',
  WAR: 'warwickshire',
  HER: 'hertsmere',
  STF: 'staffordshire',
  SHR: 'shropshire',
};
const wd = (n: number): Period => ({ n, unit: 'wd' });
const none = null;

/** The register of clocks, row by row: rule, anchor event, period, kind, who, what meets it, updates while extended, and the day from 27 March 2026. */
type Row = [
  id: string,
  rule: string,
  from: string,
  period: Period,
  kind: string,
  who: string,
  met: string,
  updates: Period | null,
  due: string,
];
const REGISTER: Row[] = [
  ['LLR.ack', 'LLR-3.1', 'application', wd(5), 'duty', 'spoc', 'Letter 1', none, '2026-04-07'],
  ['LLR.threshold', 'LLR-3.2', 'acknowledged', wd(10), 'duty', 'spoc', 'Letter 2a/Letter 2b', wd(10), '2026-04-14'],
  ['LLR.outcome', 'LLR-4.2', 'met_letter', wd(30), 'duty', 'spoc', 'Letter 3', wd(20), '2026-05-13'],
  ['LLR.appeal.window', 'LLR-12.1', 'told', wd(20), 'right', 'applicant', 'appeal', none, '2026-04-28'],
  ['LLR.appeal.handover', 'LLR-12.6', 'appeal_assigned', wd(1), 'duty', 'spoc', 'handover', none, '2026-03-30'],
  [
    'LLR.appeal.ack',
    'LLR-12.7',
    'appeal_received',
    wd(5),
    'duty',
    'handling_authority',
    'Letter 4',
    none,
    '2026-04-07',
  ],
  [
    'LLR.appeal.result',
    'LLR-12.9',
    'appeal_acknowledged',
    wd(30),
    'duty',
    'handling_authority',
    'Letter 5/Letter 6',
    wd(20),
    '2026-05-13',
  ],
  ['LLR.passback', 'LLR-12.10', 'passed_back', wd(30), 'duty', 'spoc', 'Letter 3', wd(20), '2026-05-13'],
  ['WAR.ack', 'WAR-3.1', 'application', wd(5), 'duty', 'spoc', 'acknowledgement', none, '2026-04-07'],
  [
    'WAR.response',
    'WAR-4.1',
    'acknowledged_or_received',
    { n: 6, unit: 'wk' },
    'duty',
    'spoc',
    'outcome',
    wd(10),
    '2026-05-08',
  ],
  ['WAR.appeal.window', 'WAR-12.2', 'told', wd(28), 'right', 'applicant', 'appeal', none, '2026-05-11'],
  ['HER.ack', 'HER-3.1', 'application', wd(2), 'duty', 'spoc', 'acknowledgement', none, '2026-03-31'],
  ['HER.not_met', 'HER-3.3', 'application', wd(14), 'duty', 'spoc', 'CT3', none, '2026-04-20'],
  ['HER.met', 'HER-3.4', 'application', wd(14), 'duty', 'spoc', 'CT4', none, '2026-04-20'],
  ['HER.agency', 'HER-5.1', 'request_sent', wd(2), 'agency', 'agency', 'return', none, '2026-03-31'],
  ['HER.contact', 'HER-7.1', 'met_letter', wd(5), 'duty', 'spoc', 'contact_and_risk', none, '2026-04-07'],
  ['HER.outcome', 'HER-4.2', 'panel_held', wd(5), 'duty', 'spoc', 'outcome', none, '2026-04-07'],
  ['HER.minutes', 'HER-4.3', 'panel_held', wd(5), 'duty', 'spoc', 'minutes', none, '2026-04-07'],
  ['HER.withdrawn', 'HER-11.4', 'closed_without_contact', wd(10), 'duty', 'spoc', 'withdrawal', none, '2026-04-14'],
  ['HER.appeal.heard', 'HER-12.3', 'appeal_received', wd(15), 'duty', 'decider', 'heard', none, '2026-04-21'],
  ['HER.appeal.told', 'HER-12.4', 'appeal_heard', wd(5), 'duty', 'decider', 'appealOutcome', none, '2026-04-07'],
  [
    'HER.appeal.threshold',
    'HER-12.5',
    'appeal_backstop',
    wd(21),
    'duty',
    'decider',
    'appealOutcome',
    none,
    '2026-04-29',
  ],
  ['STF.appeal.window', 'STF-12.1', 'told', { n: 28, unit: 'cd' }, 'right', 'applicant', 'appeal', none, '2026-04-24'],
  ['STF.appeal.request', 'STF-12.5', 'office_received', wd(5), 'duty', 'decider', 'appeal_request', none, '2026-04-07'],
  ['STF.appeal.documents', 'STF-12.6', 'office_received', wd(15), 'agency', 'agency', 'return', none, '2026-04-21'],
  ['STF.appeal.report', 'STF-12.7', 'office_received', wd(25), 'duty', 'decider', 'heard', none, '2026-05-06'],
  [
    'STF.appeal.response',
    'STF-12.8',
    'office_received',
    wd(35),
    'duty',
    'decider',
    'appealOutcome',
    wd(10),
    '2026-05-20',
  ],
  [
    'STF.followup',
    'STF-10.1',
    'appeal_result_with_recommendations',
    { n: 3, unit: 'mo' },
    'request',
    'lead_body',
    'follow_up',
    none,
    '2026-06-27',
  ],
  ['SHR.draft', 'SHR-4.1', 'plan_agreed', wd(2), 'duty', 'spoc', 'planDraft', none, '2026-03-31'],
  ['SHR.letter', 'SHR-4.2', 'plan_agreed', wd(5), 'duty', 'spoc', 'outcome', none, '2026-04-07'],
  ['SHR.told', 'SHR-4.3', 'panel_held', wd(7), 'duty', 'spoc', 'outcome', none, '2026-04-09'],
  ['SHR.callback', 'SHR-10.1', 'plan_agreed', { n: 3, unit: 'mo' }, 'duty', 'spoc', 'follow_up', none, '2026-06-27'],
  ['SHR.appeal.window', 'SHR-12.1', 'told', wd(20), 'right', 'applicant', 'appeal', none, '2026-04-28'],
];

/** Local targets and what is shown as "none set": they rest on a reading, on STF-3.1 or on SHR-12.3, and are never a breach. */
const TARGETS = [
  'LLR.agency.threshold.target',
  'LLR.agency.review.target',
  'LLR.meeting.target',
  'WAR.threshold.target',
  'WAR.agency.threshold.target',
  'WAR.agency.review.target',
  'HER.meeting.target',
  'STF.ack.target',
  'STF.threshold.target',
  'STF.agency.threshold.target',
  'STF.agency.review.target',
  'STF.outcome.target',
  'SHR.ack.target',
  'SHR.threshold.target',
  'SHR.agency.threshold.target',
  'SHR.agency.review.target',
  'SHR.meeting.target',
  ...PROCEDURES.map((procedure) => `${policyFor(procedure).prefix}.closing.target`),
  ...['LLR', 'WAR', 'HER', 'STF', 'SHR'].flatMap((it) => [`${it}.recommendation.target`, `${it}.risk.review.target`]),
  ...['WAR', 'STF', 'SHR'].map((it) => `${it}.appeal.pass_on.target`),
];
const OPEN_ENDED = ['HER.appeal.window', 'SHR.appeal.result'];

const policyOf = (prefix: string) => resolvePolicy(policyFor(OF[prefix] ?? 'llr'), prefix === 'STF' ? STF_TIMES : {});

describe('the register of clocks', () => {
  it.each(REGISTER)('%s (%s) from 27 March 2026', (id, rule, from, period, kind, who, met, updates, due) => {
    const policy = policyOf(id.slice(0, 3));
    const clock = policy.clocks.find((it) => it.id === id);
    if (!clock) throw new Error(`${id} does not stand in its module`);
    const { metBy } = clock;
    expect({
      rule: clock.rule,
      from: clock.from,
      period: periodOf(clock.period, policy),
      kind: clock.kind,
      who: clock.owedBy,
      met: 'letter' in metBy ? metBy.letter.join('/') : metBy.act,
      updates: clock.updatesEvery ?? null,
    }).toEqual({ rule, from, period, kind, who, met, updates });
    expect(dueDay('2026-03-27', period, kind === 'right', policy, calendarFor(policy))).toBe(due);
  });

  it('holds nothing besides, but local targets and the two without a time', () => {
    const all = PROCEDURES.flatMap((procedure) => policyFor(procedure).clocks);
    const rest = all.filter((it) => !REGISTER.some(([id]) => id === it.id));
    expect(rest.map((it) => it.id).sort()).toEqual([...TARGETS, ...OPEN_ENDED].sort());
    for (const clock of rest.filter((it) => TARGETS.includes(it.id))) {
      expect(clock.kind).toBe('target');
      expect(clock.rule).toMatch(/^AMB-C([123]|11|13|15|16)$|^STF-3\.1$/);
    }
    expect(all.filter((it) => it.kind === 'target' && !it.id.endsWith('.target'))).toEqual([]);
  });

  it('names the figure of each fixed time in the words of its rule', () => {
    for (const procedure of PROCEDURES) {
      const policy = policyFor(procedure);
      for (const clock of policy.clocks) {
        const words = policy.rules.find((it) => it.id === clock.rule)?.words;
        const period = periodOf(clock.period, resolvePolicy(policy, {}));
        // LLR-12.10 says "the usual times": its thirty days are a reading (AMB-D5).
        if (words === undefined || period === null || clock.id === 'LLR.passback') continue;
        expect(`${clock.id}: ${words}`).toMatch(new RegExp(`\\b${period.n} `));
      }
    }
  });
});

describe('the ladder of Hertsmere (HER-10.2 to HER-10.5)', () => {
  const policy = policyOf('HER');
  const calendar = calendarFor(policy);
  const fires = (step: number, due: string) => {
    const rung = policy.ladder.find((it) => it.step === step);
    return rung ? addDays(endOfPeriod(due, rung.after, calendar), 1) : null;
  };
  it.each([
    [0, '2026-06-13', '2026-03-28'],
    [1, '2026-07-04', '2026-04-18'],
    [2, '2026-08-13', '2026-05-28'],
    [3, '2026-09-13', '2026-06-28'],
  ])('step %i fires on %s for an action due on 12 June 2026, on %s for one due on 27 March', (step, june, march) => {
    expect(fires(step, '2026-06-12')).toBe(june);
    expect(fires(step, '2026-03-27')).toBe(march);
  });
});

/** Section 8.1, setting by setting; what is not a setting there but a clock stands in the register above. */
const month = { n: 1, unit: 'month', style: 'of' };
const SHIPPED: [name: string, [llr: unknown, war: unknown, her: unknown, stf: unknown, shr: unknown]][] = [
  ['threshold.count', [3, 3, 3, 3, 3]],
  ['threshold.report_limit', [month, month, { n: 30, unit: 'day' }, month, month]],
  ['threshold.window', Array(5).fill({ n: 6, unit: 'mo' }) as [unknown, unknown, unknown, unknown, unknown]],
  [
    'threshold.hate',
    [
      { count: 1, months: 6 },
      null,
      {
        count: 1,
        months: 6,
        strands: ['race', 'religion', 'disability', 'sexual orientation', 'transgender identity'],
      },
      null,
      null,
    ],
  ],
  [
    'threshold.discretion',
    [[], ['persistence', 'harm', 'adequacy', 'two_complaints'], [], ['persistence', 'harm', 'adequacy'], []],
  ],
  ['threshold.min_bodies', [2, 2, 2, 2, 2]],
  ['risk.before_decision', ['prompt', 'block', 'prompt', 'block', 'prompt']],
  ['target.ack', [null, null, null, null, wd(5)]],
  ['target.threshold', [null, wd(10), null, null, wd(15)]],
  ['target.meeting', [wd(20), null, wd(20), null, wd(20)]],
  ['agency.return.threshold', [wd(5), wd(5), null, null, wd(5)]],
  ['agency.return.review', [wd(10), wd(10), wd(2), null, wd(10)]],
  ['slot_minutes', [30, null, null, null, null]],
  [
    'panel.minimum',
    [
      [],
      ['council', 'police', 'landlord'],
      ['community_safety_manager', 'csio', 'neighbourhood_inspector', 'housing_provider', 'health_commissioner'],
      [],
      [
        'police_chief_inspector',
        'landlords_forum_chair',
        'assistant_director',
        'icb_adult_safeguarding',
        'victim_support',
      ],
    ],
  ],
  ['ladder', [false, false, true, false, false]],
  ['followup', [null, null, null, { n: 3, unit: 'mo' }, { n: 3, unit: 'mo' }]],
  ['appeal.window', [wd(20), wd(28), null, { n: 28, unit: 'cd' }, wd(20)]],
  ['appeal.anchor', ['received', 'received', 'received', 'received', 'sent']],
  ['appeal.grounds', [['process', 'facts'], [], [], ['threshold', 'process', 'facts'], []]],
  ['appeal.final', [true, false, false, false, false]],
  ['appeal.can_overturn', [true, true, true, false, true]],
  ['appeal.independence', ['block', 'block', 'warn', 'block', 'block']],
  ['appeal.decider', ['', '', '', '', 'scrutineer']],
  ['appeal.pass_on', [wd(1), wd(1), wd(1), wd(1), wd(1)]],
  ['recommendation.answer', Array(5).fill({ n: 28, unit: 'cd' }) as [unknown, unknown, unknown, unknown, unknown]],
  [
    'risk.review',
    Array(5).fill({ high: { n: 14, unit: 'cd' }, medium: { n: 28, unit: 'cd' } }) as [
      unknown,
      unknown,
      unknown,
      unknown,
      unknown,
    ],
  ],
  ['record.backdate', [wd(5), wd(5), wd(5), wd(5), wd(5)]],
  ['policy.confirmed_on', [null, null, null, null, null]],
];
const ORDER: Procedure[] = ['llr', 'warwickshire', 'hertsmere', 'staffordshire', 'shropshire'];

describe('the settings as they are shipped', () => {
  it.each(SHIPPED)('%s', (name, values) => {
    const found = ORDER.map((procedure) => {
      const settings: Record<string, unknown> = { ...RECOMMENDED, ...policyFor(procedure).settings };
      return settings[name];
    });
    expect(found).toEqual(values);
  });

  it('leave to the Staffordshire lead body what only it can set (STF-3.1)', () => {
    expect(policyFor('staffordshire').compulsory).toEqual([
      'ack',
      'threshold.decision',
      'agency.return.threshold',
      'agency.return.review',
      'outcome',
    ]);
    expect(ORDER.filter((it) => policyFor(it).compulsory.length > 0)).toEqual(['staffordshire']);
  });
});
