import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import { plannedNudges } from '../../src/domain/nudges.ts';
import { notMet, partnershipOf, planned, received, type Playing } from '../policies/support/playing.ts';

/** What may be done next on a day, by key. */
const stepsOn = (playing: Playing, today: string) => {
  const { review, policy, calendar, procedure } = playing;
  if (review === null) throw new Error('nothing has happened yet');
  return nextSteps(review, playing.told(today), policy, calendar, partnershipOf(procedure), today);
};
const stepOn = (playing: Playing, today: string, key: string) => stepsOn(playing, today).find((it) => it.key === key);
const nudgesOn = (playing: Playing, today: string, clock: string) =>
  playing.review === null
    ? []
    : plannedNudges(playing.review, playing.policy, playing.calendar, today)
        .filter((it) => it.about.clock === clock)
        .map(({ nudge, day, to }) => `${nudge} ${day} ${to.role}`);

const recommends: With<'agreePlan'> = {
  actions: [],
  recommendations: [{ id: 'r1', to: 'Tarnside Police', text: 'Name one officer.' }],
};

describe('a recommendation', () => {
  it('is the coordinator’s to ask for and record, or the body’s to answer itself; one word to the coordinator once it has passed (AMB-C15)', () => {
    const playing = planned('llr', recommends);
    const step = stepOn(playing, '2026-05-06', 'recommendation/r1');
    expect(step).toMatchObject({ dueOn: '2026-06-02', rule: 'STAT-7', clock: 'LLR.recommendation.target' });
    expect(step?.who).toEqual(['nadia-copperfield', 'beatrix-gale']);
    expect(stepOn(playing, '2026-06-02', 'recommendation/r1')?.overdue).toBe(false);
    expect(stepOn(playing, '2026-06-03', 'recommendation/r1')?.overdue).toBe(true);
    expect(nudgesOn(playing, '2026-05-06', 'LLR.recommendation.target')).toEqual(['target_passed 2026-06-03 spoc']);
    playing.does('2026-06-04', 'answerRecommendation', { recommendation: 'r1', answer: 'accepted' });
    expect(stepOn(playing, '2026-06-04', 'recommendation/r1')).toBeUndefined();
    expect(nudgesOn(playing, '2026-06-04', 'LLR.recommendation.target')).toEqual([]);
  });

  it('outlives the closing of its case, which a second person approved', () => {
    const playing = planned('llr', recommends).sends('2026-05-06', 'Letter 3');
    playing.does('2026-05-07', 'closeCase', {
      as: 'completed',
      reason: 'Nothing more to do.',
      approvedBy: [{ name: 'Mina Talwar', role: 'Community Safety Manager' }],
    });
    expect(stepOn(playing, '2026-06-03', 'recommendation/r1')).toMatchObject({ dueOn: '2026-06-02', overdue: true });
    expect(playing.clock('LLR.recommendation.target', '2026-06-03')?.status).toBe('missed');
  });

  it('made in an appeal waits for the letter that tells the result', () => {
    const playing = notMet('warwickshire').does('2026-04-20', 'receiveAppeal', {
      about: 'threshold',
      to: 'office',
      grounds: ['threshold'],
      how: { threshold: 'Not weighed.' },
    });
    playing.does('2026-05-05', 'decideAppeal', {
      result: 'upheld',
      reasons: 'Not weighed.',
      recommendations: [{ id: 'a1', to: 'Heathmoor Police', text: 'Log each call.' }],
    });
    expect(playing.clock('WAR.recommendation.target')).toMatchObject({ of: 'a1', status: 'waiting' });
    playing.sends('2026-05-06', 'appealOutcome');
    expect(playing.clock('WAR.recommendation.target')).toMatchObject({ anchor: '2026-05-06', dueOn: '2026-06-03' });
  });
});

describe('a risk assessment that is good for a time only (AMB-C16)', () => {
  it('stands among the steps with its day, and is never called a breach', () => {
    const playing = received('llr')
      .does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'high' })
      .sends('2026-04-01', 'Letter 1');
    const step = stepOn(playing, '2026-04-15', 'clock/LLR.risk.review.target');
    expect(step).toMatchObject({ dueOn: '2026-04-15', overdue: false, opens: { form: 'risk' } });
    expect(stepOn(playing, '2026-04-16', 'clock/LLR.risk.review.target')?.overdue).toBe(true);
    expect(nudgesOn(playing, '2026-04-02', 'LLR.risk.review.target')).toEqual(['target_passed 2026-04-16 spoc']);
  });

  it('is one step with the assessment for the meeting, where that is still to come', () => {
    const playing = received('warwickshire')
      .does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'medium' })
      .does('2026-04-09', 'decideThreshold', { result: 'met', bodies: ['council', 'police'], reasons: 'Three.' });
    const risks = stepsOn(playing, '2026-04-10').filter((it) => 'form' in it.opens && it.opens.form === 'risk');
    expect(risks.map((it) => [it.key, it.dueOn])).toEqual([['risk/review', '2026-04-29']]);
  });
});

describe('an appeal that came to the council (AMB-C13)', () => {
  it.each(['warwickshire', 'staffordshire', 'shropshire'] as const)(
    '%s: is passed on by the next working day, over a bank holiday; the day after it has passed',
    (procedure) => {
      const playing = notMet(procedure).does('2026-05-01', 'receiveAppeal', {
        about: 'threshold',
        grounds: ['threshold'],
        how: { threshold: 'Not weighed.' },
      });
      expect(stepOn(playing, '2026-05-05', 'appeal/passOn')).toMatchObject({ dueOn: '2026-05-05', overdue: false });
      expect(stepOn(playing, '2026-05-06', 'appeal/passOn')?.overdue).toBe(true);
      const clock = `${playing.policy.prefix}.appeal.pass_on.target`;
      expect(nudgesOn(playing, '2026-05-01', clock)).toEqual(['target_passed 2026-05-06 spoc']);
      expect(playing.does('2026-05-06', 'passOnAppeal', {}).clock(clock)).toMatchObject({ status: 'met_late' });
      expect(stepOn(playing, '2026-05-06', 'appeal/passOn')).toBeUndefined();
    },
  );

  it.each(['llr', 'hertsmere'] as const)('%s: has no such step: it decides, or hands over, itself', (procedure) => {
    const playing = notMet(procedure).does('2026-05-01', 'receiveAppeal', {
      about: 'threshold',
      grounds: ['facts'],
      how: { facts: 'Missed.' },
    });
    expect(playing.told().clocks.filter((it) => it.id.includes('pass_on'))).toEqual([]);
    expect(stepOn(playing, '2026-05-01', 'appeal/passOn')).toBeUndefined();
  });
});
