import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseReview } from '../../src/domain/caseReview.ts';
import { hearersOf, type Nudged } from '../../src/domain/effectsOfNudge.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { calendarFor, resolvePolicy } from '../../src/domain/policy.ts';
import { dueNudges, nextWakeDay } from '../../src/domain/wake.ts';
import { addDays } from '../../src/calendar/isoDate.ts';
import { policyFor } from '../../src/policies/registry.ts';
import { testPartnership } from '../support/partnership.ts';

const partnership = testPartnership();
const meta = { reference: 'HBC-2026-0001', procedure: 'hertsmere', authority: 'Nonesuch Borough Council' } as const;
const start: CaseEvent[] = [
  {
    type: 'applicationReceived',
    act: 'receiveApplication',
    on: '2026-03-02',
    with: {
      channel: 'online',
      applicant: { name: 'A', role: 'victim', kind: 'individual' },
      victim: { name: 'A' },
      complaints: [{ ref: 'a', occurredOn: '2026-02-01', reports: [{ to: 'council', on: '2026-02-02' }] }],
    },
  },
  {
    type: 'thresholdDecided',
    act: 'decideThreshold',
    on: '2026-03-03',
    with: { result: 'met', bodies: ['council', 'police'], reasons: 'Three.' },
  },
  {
    type: 'returnsRequested',
    act: 'requestReturns',
    on: '2026-03-04',
    with: { kind: 'review', agencies: [{ name: 'Invented Police', body: 'police' }] },
  },
];
const rules = (settings: Record<string, unknown> = {}) => {
  const policy = resolvePolicy(policyFor('hertsmere'), settings);
  return { policy, calendar: calendarFor(policy) };
};

/** What is said of the police's form on each day on which the service is awake, with who hears it. */
function said(awake: (day: string) => boolean, until: string, settings: Record<string, unknown> = {}): string[] {
  const { policy, calendar } = rules(settings);
  let review = start.reduce<CaseReview | null>((state, event) => evolve(state, event, meta), null) as CaseReview;
  const lines: string[] = [];
  for (let day = '2026-03-03'; day <= until; day = addDays(day, 1)) {
    if (!awake(day)) continue;
    for (const event of dueNudges(review, policy, calendar, day)) {
      review = evolve(review, event, meta);
      const nudge = event as Nudged;
      if (nudge.about.agency === undefined) continue;
      const heard = hearersOf(nudge, review, partnership).map((it) => it.id);
      lines.push(`${day} ${nudge.nudge}${nudge.about.chase ?? ''} ${nudge.to.role}: ${heard.join(' ')}`);
    }
  }
  return lines;
}
const always = () => true;

describe('an agency’s chasers (AMB-C4)', () => {
  it('step up from the responder to the deputies and the senior contact, five in all, then one word to the coordinator', () => {
    expect(said(always, '2026-06-30')).toEqual([
      '2026-03-05 before_due agency: ines-pector',
      '2026-03-06 due_today agency: ines-pector',
      '2026-03-10 chase1 agency: ines-pector',
      '2026-03-12 chase2 agency: ines-pector depu-ty',
      '2026-03-16 chase3 agency: ines-pector depu-ty',
      '2026-03-16 chase3 senior_contact: super-intend',
      '2026-03-18 chase4 agency: ines-pector depu-ty',
      '2026-03-18 chase4 senior_contact: super-intend',
      '2026-03-20 chase5 agency: ines-pector depu-ty',
      '2026-03-20 chase5 senior_contact: super-intend',
      '2026-03-24 chase_ended spoc: cora-spoc',
    ]);
  });

  it('whoever slept for three weeks sends the first one first, and not the senior contact’s with it', () => {
    const slept = said((day) => day <= '2026-03-06' || day >= '2026-03-27', '2026-04-02');
    expect(slept.slice(2)).toEqual([
      '2026-03-27 chase1 agency: ines-pector',
      '2026-03-30 chase2 agency: ines-pector depu-ty',
      '2026-04-01 chase3 agency: ines-pector depu-ty',
      '2026-04-01 chase3 senior_contact: super-intend',
    ]);
  });

  it('come as often as the council says, in its unit: every week is a week, over a bank holiday the next working day', () => {
    const weekly = said(always, '2026-06-30', { 'agency.chase': { n: 1, unit: 'wk' } });
    expect(weekly.filter((it) => it.includes(' agency:')).slice(2)).toEqual([
      '2026-03-13 chase1 agency: ines-pector',
      '2026-03-20 chase2 agency: ines-pector depu-ty',
      '2026-03-27 chase3 agency: ines-pector depu-ty',
      // Good Friday and Easter Monday.
      '2026-04-07 chase4 agency: ines-pector depu-ty',
      '2026-04-14 chase5 agency: ines-pector depu-ty',
    ]);
  });

  it('count those that a case was already sent before there was an end to them', () => {
    const { policy, calendar } = rules();
    const keys = [1, 2, 3, 4, 5, 6, 7].flatMap((chase) =>
      ['agency', 'senior_contact'].map((to) => `return/review/Invented Police/2026-03-06/chase-${chase}/${to}`),
    );
    const before: CaseReview = {
      ...(start.reduce<CaseReview | null>((state, event) => evolve(state, event, meta), null) as CaseReview),
      nudged: keys,
    };
    const now = dueNudges(before, policy, calendar, '2026-03-30').filter((it) => (it as Nudged).about.agency);
    expect(now.map((it) => (it as Nudged).nudge)).toEqual(['chase_ended']);
  });

  it('once ended, the form wakes the case no more', () => {
    const { policy, calendar } = rules();
    let review = start.reduce<CaseReview | null>((state, event) => evolve(state, event, meta), null) as CaseReview;
    const days: string[] = [];
    for (let day = '2026-03-03'; day <= '2026-12-31'; day = addDays(day, 1)) {
      for (const event of dueNudges(review, policy, calendar, day)) review = evolve(review, event, meta);
      const wake = nextWakeDay(review, policy, calendar, day);
      if (wake !== null) days.push(wake);
    }
    expect(days.filter((day) => day > '2026-07-31')).toEqual([]);
  });
});
