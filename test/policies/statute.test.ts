import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { nextSteps } from '../../src/domain/nextSteps.ts';
import { SettingsSchema } from '../../src/domain/settings.ts';
import { STATUTE } from '../../src/domain/statute.ts';
import { PROCEDURES } from '../../src/domain/words.ts';
import { complaint, DECISION, met, partnershipOf, planned, received, THREE } from './support/playing.ts';

const REFUSAL: With<'decideThreshold'> = { ...DECISION, result: 'not_met', reasons: 'We think it is not.' };

describe('the Act over every procedure', () => {
  it('stands as thirteen rules', () => {
    expect(STATUTE.map((it) => it.id)).toEqual(Array.from({ length: 13 }, (_, at) => `STAT-${at + 1}`));
  });

  it.each(PROCEDURES)('%s: once it is met a review follows (STAT-1)', (procedure) => {
    expect(met(procedure).told().case.stage).toBe('review');
  });

  it.each(PROCEDURES)(
    '%s: the bodies are told of every application: the first step asks them (STAT-2)',
    (procedure) => {
      const playing = received(procedure);
      const { review, policy, calendar } = playing;
      if (!review) throw new Error('no case');
      const steps = nextSteps(review, playing.told(), policy, calendar, partnershipOf(procedure), '2026-03-30');
      expect(steps.map((it) => it.key)).toContain('request/threshold');
    },
  );

  it('no setting raises the number above three or lets a stricter one refuse (STAT-3)', () => {
    expect(SettingsSchema.safeParse({ 'threshold.count': 4 }).success).toBe(false);
    const stricter = {
      'threshold.window': { n: 1, unit: 'mo' },
      'threshold.six_month_anchor': 'first_ever',
      'threshold.pool': 'victim',
      'threshold.no_effective_action': 'required',
      'threshold.report_limit': { n: 1, unit: 'day' },
    };
    for (const procedure of PROCEDURES) {
      const complaints = THREE.map((it) =>
        complaint(it.ref, it.occurredOn, { reports: [{ to: 'police', on: it.occurredOn }] }),
      );
      const playing = received(procedure, { complaints }, stricter);
      playing.does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'medium' });
      expect(playing.told().threshold).toMatchObject({ floor: 3, floorMet: true, advice: 'met' });
      expect(playing.tries('2026-04-09', 'decideThreshold', REFUSAL)).toMatchObject({
        code: 'count_reached',
        rule: 'STAT-3',
      });
    }
  });

  it('tests each complaint by its own dates, both periods beginning with the day (STAT-5)', () => {
    const floor = (reportedOn: string) =>
      received('llr', {
        complaints: [complaint('a', '2026-02-10', { reports: [{ to: 'police', on: reportedOn }] })],
      }).told().threshold.floor;
    expect(floor('2026-03-09')).toBe(1);
    // In time by the kinder local reading, not by the Act’s.
    expect(floor('2026-03-10')).toBe(0);
  });

  it.each(PROCEDURES)(
    '%s: the applicant hears the decision, the outcome and the recommendations (STAT-6)',
    (procedure) => {
      const plan = { actions: [], recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'Keep one list.' }] };
      const playing = planned(procedure, plan);
      const { met: decision, outcome } = playing.policy.letters;
      expect(playing.review?.letters.map((it) => it.letter)).toContain(decision);
      expect(playing.letter(outcome ?? 'outcome', '2026-05-06')).toContain(
        'The panel recommends to Invented Homes: Keep one list.',
      );
    },
  );

  it('has one named contact in every letter, and several ways to be heard (STAT-12)', () => {
    for (const procedure of PROCEDURES) {
      const playing = met(procedure);
      const letter = playing.letter(playing.policy.letters.met ?? 'threshold', '2026-04-10');
      expect(letter).toMatch(/Your contact from now on is \S+/);
      expect(letter).toMatch(/How you can be heard\..*several ways/);
    }
  });
});
