import { describe, expect, it } from 'vitest';
import type { With } from '../../src/domain/acts.ts';
import { PROCEDURES, type Procedure } from '../../src/domain/words.ts';
import { application, complaint, DECISION, notMet, Playing, received, THREE } from './support/playing.ts';

const REFUSAL: With<'decideThreshold'> = { ...DECISION, result: 'not_met', reasons: 'We think it is not.' };
const assessed = (playing: Playing) =>
  playing.does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'medium' });
const whyOf = (playing: Playing) => playing.told().complaints.map((it) => it.why);

describe('the count', () => {
  it.each(PROCEDURES)(
    '%s: three in six months reach it, two do not (LLR-2.1, WAR-2.1, HER-2.1, STF-2.1, SHR-2.1)',
    (procedure) => {
      expect(received(procedure).told().threshold).toMatchObject({ count: 3, route: 'A', advice: 'met' });
      const two = received(procedure, { complaints: THREE.slice(1) }).told().threshold;
      expect(two).not.toHaveProperty('route');
      expect(two).toMatchObject({ count: 2, floorMet: false });
    },
  );

  it.each([
    ['llr', 'LLR-2.3'],
    ['warwickshire', 'WAR-2.2'],
    ['staffordshire', 'STF-2.2'],
    ['shropshire', 'SHR-2.2'],
  ] as const)('%s: what happened on 31 January 2026 is reported by 28 February (%s)', (procedure, _rule) => {
    const on = (day: string) =>
      whyOf(
        received(procedure, { complaints: [complaint('a', '2026-01-31', { reports: [{ to: 'police', on: day }] })] }),
      );
    expect(on('2026-02-28')).toEqual(['counted']);
    expect(on('2026-03-01')).toEqual(['reported_late']);
  });

  it('has thirty days for reporting in Hertsmere: 31 January 2026 is reported by 2 March (HER-2.4)', () => {
    const on = (day: string) =>
      whyOf(
        received('hertsmere', { complaints: [complaint('a', '2026-01-31', { reports: [{ to: 'police', on: day }] })] }),
      );
    expect(on('2026-03-02')).toEqual(['counted']);
    expect(on('2026-03-03')).toEqual(['reported_late']);
  });

  it('counts the six months back to the report on route A, to the incident on route B (LLR-2.4)', () => {
    const hate = complaint('h', '2026-02-27', { reports: [{ to: 'police', on: '2026-02-28' }], hate: true });
    const on = (procedure: Procedure, day: string) =>
      new Playing(procedure).does(day, 'receiveApplication', application({ complaints: [hate] })).told().complaints[0];
    expect(on('llr', '2026-08-28')).toMatchObject({ counted: true, countsUntil: '2026-08-31' });
    expect(on('llr', '2026-08-27')?.hate).toMatchObject({ counted: true, countsUntil: '2026-08-27' });
    expect(on('llr', '2026-08-28')?.hate).toMatchObject({ counted: false, why: 'outside_window' });
    // From the report in Hertsmere.
    expect(on('hertsmere', '2026-08-28')?.hate).toMatchObject({ counted: true });
  });

  it.each([
    ['llr', 'LLR-2.5'],
    ['shropshire', 'SHR-2.1'],
    ['warwickshire', 'WAR-2.1'],
  ] as const)(
    '%s: is one person’s, and warns where neighbours would bring it to three (%s, AMB-B8)',
    (procedure, _rule) => {
      const [first, ...rest] = THREE;
      const playing = received(procedure, { complaints: [{ ...first!, by: 'Neighbour Wick' }, ...rest] });
      expect(whyOf(playing)).toEqual(['not_by_victim', 'counted', 'counted']);
      expect(playing.told().threshold).toMatchObject({ count: 2, warnings: ['pooled_count_reaches_threshold'] });
    },
  );

  it.each(PROCEDURES)(
    '%s: counts one incident told to three bodies once (HER-2.5, WAR-2.10, SHR-2.4, AMB-B7)',
    (procedure) => {
      const complaints = (['council', 'police', 'landlord'] as const).map((to, at) =>
        complaint(`c${at}`, '2026-03-02', {
          reports: [{ to, on: '2026-03-03' }],
          ...(at > 0 ? { sameIncidentAs: 'c0' } : {}),
        }),
      );
      const playing = received(procedure, { complaints });
      expect(whyOf(playing)).toEqual(['counted', 'same_incident', 'same_incident']);
      expect(playing.told().threshold).toMatchObject({ count: 1, floor: 1 });
    },
  );
});

describe('once the count is there', () => {
  it.each(PROCEDURES)(
    '%s: it is met whatever was done before, and no refusal stands (LLR-2.6, WAR-2.3, WAR-2.4, HER-2.7, STF-2.4)',
    (procedure) => {
      const playing = assessed(received(procedure));
      expect(playing.told().threshold.advice).toBe('met');
      expect(playing.tries('2026-04-09', 'decideThreshold', REFUSAL)).toMatchObject({
        code: 'count_reached',
        rule: 'STAT-3',
      });
      expect(playing.tries('2026-04-09', 'decideThreshold', DECISION)).toBeNull();
    },
  );

  it('does not matter how old the last report is within the six months (LLR-2.6)', () => {
    const day = '2026-08-20';
    const old = ['2026-02-20', '2026-02-21', '2026-02-22'].map((on) => complaint(on, on));
    const playing = new Playing('llr').does(day, 'receiveApplication', application({ complaints: old }));
    expect(playing.told().threshold).toMatchObject({ count: 3, advice: 'met' });
  });
});

describe('short of the count', () => {
  const weighed: With<'decideThreshold'> = {
    ...DECISION,
    result: 'met_discretion',
    regard: { persistence: 'Two years.', harm: 'They no longer sleep.', adequacy: 'No answer to either report.' },
  };

  it.each([
    ['warwickshire', 'WAR-2.5', 'WAR-2.6'],
    ['staffordshire', 'STF-2.5', 'STF-2.5'],
  ] as const)(
    '%s: with two complaints the bodies may still accept, weighing persistence, harm and adequacy (%s, %s)',
    (procedure, ..._rules) => {
      const playing = assessed(received(procedure, { complaints: THREE.slice(1) }));
      expect(playing.told().threshold.advice).toBe('discretion');
      playing.does('2026-04-09', 'decideThreshold', weighed);
      expect(playing.told()).toMatchObject({ case: { stage: 'review' }, threshold: { decided: 'met_discretion' } });
      expect(playing.review?.decisions[0]?.with.regard?.harm).toBe('They no longer sleep.');
    },
  );

  it('keeps what the bodies had regard to in Hertsmere (HER-2.6)', () => {
    const playing = received('hertsmere', { complaints: THREE.slice(1) });
    playing.does('2026-04-09', 'decideThreshold', { ...weighed, result: 'not_met', reasons: 'Two incidents.' });
    expect(playing.review?.decisions[0]?.with.regard).toMatchObject({ persistence: 'Two years.' });
  });

  it('advises “not met” where no discretion is printed, and leaves the decision to the bodies (STAT-4)', () => {
    for (const procedure of ['llr', 'shropshire'] as const) {
      const playing = received(procedure, { complaints: THREE.slice(1) });
      expect(playing.told().threshold.advice).toBe('not_met');
      expect(playing.tries('2026-04-09', 'decideThreshold', weighed)).toBeNull();
    }
  });
});

describe('hate', () => {
  const hate = complaint('h', '2026-03-10', { hate: 'race' });
  it.each([
    ['llr', 'LLR-2.2'],
    ['hertsmere', 'HER-2.2'],
  ] as const)('%s: one incident opens route B, and no refusal stands (%s)', (procedure, rule) => {
    const playing = received(procedure, { complaints: [hate] });
    expect(playing.told().threshold).toMatchObject({ count: 1, route: 'B', advice: 'met' });
    expect(playing.tries('2026-04-09', 'decideThreshold', REFUSAL)).toMatchObject({ code: 'count_reached', rule });
  });

  it.each([
    ['warwickshire', 'WAR-2.8'],
    ['staffordshire', 'STF-2.7'],
    ['shropshire', 'SHR-2.3'],
  ] as const)('%s: it counts among the three and has no lower number of its own (%s)', (procedure, _rule) => {
    const alone = received(procedure, { complaints: [hate] }).told();
    expect(alone.threshold).not.toHaveProperty('route');
    expect(alone.complaints[0]).not.toHaveProperty('hate');
    const among = received(procedure, { complaints: [...THREE.slice(0, 2), hate] }).told();
    expect(among.threshold).toMatchObject({ count: 3, route: 'A' });
  });
});

describe('the decision', () => {
  it('is that of two bodies, who tell the victim (STF-2.6)', () => {
    const playing = assessed(received('staffordshire'));
    expect(playing.tries('2026-04-09', 'decideThreshold', { ...DECISION, bodies: ['council'] })?.code).toBe(
      'too_few_bodies',
    );
    playing.does('2026-04-09', 'decideThreshold', DECISION);
    expect(playing.letter('threshold', '2026-04-10')).toContain('decided this together on Thu 9 April 2026');
  });

  it('says what follows, and where it is “not met” why and what can be done now (LLR-3.4)', () => {
    expect(notMet('llr').letter('Letter 2b', '2026-04-10')).toMatch(
      /Their reasons: One incident alone\.[^]*apply again[^]*you can appeal/,
    );
    const playing = received('llr').sends('2026-03-31', 'Letter 1').does('2026-04-09', 'decideThreshold', DECISION);
    expect(playing.letter('Letter 2a', '2026-04-10')).toContain('Then a panel of these organisations meets');
  });

  it.each([
    ['warwickshire', 'WAR-3.3', 'WAR.threshold.target'],
    ['shropshire', 'SHR-4.4', 'SHR.threshold.target'],
  ] as const)(
    '%s: has no day in the text (%s): its target is no breach when missed, and the letter waits for the decision',
    (procedure, rule, target) => {
      const playing = received(procedure).sends('2026-03-31', 'acknowledgement');
      expect(playing.clock(target, '2026-06-01')).toMatchObject({ kind: 'target', rule: 'AMB-C1', status: 'missed' });
      expect(playing.policy.rules.find((it) => it.id === rule)?.words).toMatch(/[Nn]o day/);
      expect(playing.tries('2026-04-08', 'sendLetter', { letter: 'threshold', by: 'email' })?.code).toBe('not_yet');
    },
  );

  it('“not met” in Staffordshire and Shropshire still looks at what else can be done, and calls no meeting (STF-3.2, SHR-3.3)', () => {
    for (const procedure of ['staffordshire', 'shropshire'] as const) {
      const playing = notMet(procedure);
      expect(playing.letter('threshold', '2026-04-10')).toMatch(
        /can still act: ask it, or your contact below, what else can be done[^]*put you in touch/,
      );
      expect(playing.tries('2026-04-20', 'arrangePanel', { for: '2026-05-05' })?.code).toBe('not_yet');
    }
  });
});
