import { describe, expect, it } from 'vitest';
import { formatDay, type Day } from '../../src/calendar/isoDate.ts';
import { draftLetter } from '../../src/documents/draftLetter.ts';
import { PROCEDURES, type LetterName, type Procedure } from '../../src/domain/words.ts';
import type { LetterRole } from '../../src/domain/policy.ts';
import { ACTION, complaint, met, notMet, PANEL, planned, Playing, received } from '../policies/support/playing.ts';

const named = (playing: Playing, role: LetterRole): LetterName => {
  const letter = playing.policy.letters[role];
  if (letter === undefined) throw new Error(`no letter ${role}`);
  return letter;
};
const refusal = (procedure: Procedure) => {
  const playing = notMet(procedure);
  return playing.letter(named(playing, 'not_met'), '2026-04-10');
};
const outcome = (procedure: Procedure) => {
  const playing = planned(procedure);
  return playing.letter(named(playing, 'outcome'), '2026-05-06');
};

/** Found not met on Thu 17 December 2026, the letter still to go. */
const refusedBeforeChristmas = (procedure: Procedure): Playing =>
  new Playing(procedure)
    .does('2026-12-01', 'receiveApplication', {
      channel: 'online',
      applicant: { name: 'Tamsin Roe', role: 'victim', kind: 'individual' },
      victim: { name: 'Tamsin Roe' },
      complaints: [complaint('a', '2026-11-12')],
    })
    .does('2026-12-02', 'assessRisk', { stage: 'before_threshold', level: 'standard' })
    .does('2026-12-17', 'decideThreshold', {
      result: 'not_met',
      bodies: ['council', 'police'],
      reasons: 'One incident alone.',
    });

describe('where an appeal goes and who decides it', () => {
  const places: [Procedure, RegExp, RegExp | null][] = [
    [
      'llr',
      /Write to us by e-mail to asb\.casereview@wexcombe\.example or by post to .*ZZ15 1AA\. The appeal is decided by another council of the area\./,
      null,
    ],
    [
      'warwickshire',
      /Write to the Police and Crime Commissioner’s office, by e-mail to case\.appeals@heathmoor-commissioner\.example or by post to .*ZZ12 3AB\. It goes straight there, not to us/,
      /Write to us/,
    ],
    [
      'hertsmere',
      /Write to us by e-mail to asb\.casereview@nonesuch\.example .* decided by the Community Safety Manager, where possible with an independent person from another partnership\..*heard within 15 working days .* told the result within 5 working days/,
      null,
    ],
    [
      'staffordshire',
      /Ask the Police, Fire and Crime Commissioner for it yourself, with the form at https:\/\/www\.peakside-commissioner\.example\/\S+ or by e-mail to case\.appeals@peakside-commissioner\.example\. Or write to us .*: we pass it on\./,
      null,
    ],
    [
      'shropshire',
      /Write to the Independent Chair and Scrutineer, by e-mail to scrutineer@westmarch-safeguarding\.example or by post to .*ZZ14 1AB/,
      /Write to us/,
    ],
  ];
  it.each(places)('%s: in the refusal and in the outcome (AMB-E10)', (procedure, right, wrong) => {
    for (const letter of [refusal(procedure), outcome(procedure)]) {
      expect(letter).toMatch(right);
      if (wrong) expect(letter).not.toMatch(wrong);
    }
  });

  it('follows the setting appeal.body, so that a change of the law needs no new release', () => {
    const playing = notMet('warwickshire', { 'appeal.body': 'the Mayor’s office' });
    const letter = playing.letter(named(playing, 'not_met'), '2026-04-10');
    expect(letter).toContain('Write to the Mayor’s office, by e-mail');
    expect(letter).not.toContain('Commissioner’s office');
  });
});

describe('what an appeal must say and hold', () => {
  it('LLR: two grounds, each with its box and room to say how, and what a missed incident comes to (LLR-12.2, LLR-12.3, AMB-D12)', () => {
    const letter = refusal('llr');
    expect(letter).toContain('An appeal goes forward only on at least one of these grounds:');
    expect(letter.match(/\[ {2}\] \d\. /g)).toHaveLength(2);
    expect(letter.match(/How this applies to my case:/g)).toHaveLength(2);
    expect(letter).toContain('an incident that was left out, or was wrongly not counted');
  });
  it('STF: three grounds against a refusal, two against a review (STF-12.3)', () => {
    expect(refusal('staffordshire').match(/\[ {2}\] \d\. /g)).toHaveLength(3);
    expect(outcome('staffordshire').match(/\[ {2}\] \d\. /g)).toHaveLength(2);
    expect(outcome('staffordshire')).not.toContain('refused on the threshold');
  });
  it.each(['warwickshire', 'hertsmere', 'shropshire'] as const)('%s lists none and asks for none', (procedure) => {
    expect(refusal(procedure)).not.toContain('grounds');
    expect(refusal(procedure)).toContain('name anything that you think was left out');
  });
  it.each([
    ['llr', 'a letter of consent that the victim has signed'],
    ['staffordshire', 'the declaration that the victim has signed'],
  ] as const)('%s: a representative encloses %s (LLR-12.4, STF-1.3)', (procedure, what) => {
    for (const letter of [refusal(procedure), outcome(procedure)]) {
      expect(letter).toContain(`they must enclose ${what}.`);
      expect(letter).toContain(`[  ] Enclosed: ${what}`);
    }
  });
});

describe('the last day in a letter is the clock’s own, by each way of sending', () => {
  const days: [Procedure, 'email' | 'post', string | null][] = [
    ['llr', 'email', 'Wed 20 January 2027'],
    ['llr', 'post', 'Fri 22 January 2027'],
    ['warwickshire', 'email', 'Mon 1 February 2027'],
    ['warwickshire', 'post', 'Wed 3 February 2027'],
    ['hertsmere', 'email', null],
    ['hertsmere', 'post', null],
    ['staffordshire', 'email', 'Fri 15 January 2027'],
    ['staffordshire', 'post', 'Tue 19 January 2027'],
    // From the day it was sent, however it went (SHR-12.1).
    ['shropshire', 'email', 'Wed 20 January 2027'],
    ['shropshire', 'post', 'Wed 20 January 2027'],
  ];
  it.each(days)('%s by %s, sent on Fri 18 December 2026: %s (AMB-A8)', (procedure, by, last) => {
    const playing = refusedBeforeChristmas(procedure);
    const letter = playing.letter(named(playing, 'not_met'), '2026-12-18', by);
    if (last === null) expect(letter).toContain('There is no last day for an appeal.');
    else expect(letter).toContain(`The last day for it is ${last}.`);
    playing.sends('2026-12-18', named(playing, 'not_met'), { by });
    const clock = playing.clock(`${playing.policy.prefix}.appeal.window`, '2026-12-18', 'threshold');
    expect(clock?.dueOn === undefined ? null : formatDay(clock.dueOn)).toBe(last);
  });
  it.each(PROCEDURES.flatMap((it) => (['email', 'post', 'hand'] as const).map((by) => [it, by] as const)))(
    '%s by %s: the outcome letter of Thu 7 May 2026 as well',
    (procedure, by) => {
      const playing = planned(procedure);
      const letter = playing.letter(named(playing, 'outcome'), '2026-05-07', by);
      playing.sends('2026-05-07', named(playing, 'outcome'), { by });
      const due = playing.clock(`${playing.policy.prefix}.appeal.window`, '2026-05-07', 'review')?.dueOn;
      if (due !== undefined) expect(letter).toContain(`The last day for it is ${formatDay(due)}.`);
      else expect(letter).toContain('There is no last day for an appeal.');
    },
  );
});

describe('the refusal', () => {
  it.each(PROCEDURES)('%s: says how many were needed and how many counted, and who decided', (procedure) => {
    const letter = refusal(procedure);
    expect(letter).toMatch(/asks for at least 3 separate incidents, each reported within (1 month|30 days)/);
    expect(letter).toContain('So 1 counted.');
    expect(letter).toContain('taken together by the council and the police on Thu 9 April 2026');
    expect(letter.includes('hate incident')).toBe(['llr', 'hertsmere'].includes(procedure));
  });
  it('says what else the bodies looked at, where they recorded it (STAT-4)', () => {
    const playing = received('warwickshire', { complaints: [complaint('a', '2026-01-12')] })
      .does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'standard' })
      .does('2026-04-09', 'decideThreshold', {
        result: 'not_met',
        bodies: ['council', 'police'],
        reasons: 'One incident alone',
        regard: { harm: 'None is known', adequacy: 'A visit was made' },
      });
    expect(playing.letter(named(playing, 'not_met'), '2026-04-09')).toContain(
      'They also looked at this. The harm it does or may do: None is known. What was done about it: A visit was made.',
    );
  });
  it('of an application that was declined names the offices that decided it (LLR-1.4)', () => {
    const playing = received('llr', { complaints: [complaint('a', '2026-01-12')] }).does(
      '2026-04-02',
      'declineApplication',
      {
        reason: 'vexatious',
        text: 'It repeats what was answered',
        approvedBy: [{ name: 'Ada Vale', role: 'Head of Communities' }],
      },
    );
    const letter = playing.letter('Letter 2b', '2026-04-02');
    expect(letter).toContain('decided on Thu 2 April 2026 by Head of Communities, for Wexcombe Borough Council.');
    expect(letter).not.toContain('Ada Vale');
  });
});

describe('the letter that there will be a review', () => {
  const ways: [Procedure, RegExp, RegExp][] = [
    [
      'llr',
      /about 30 minutes.*have Victim First, or somebody else, speak: then we need your agreement in writing.*write a statement/,
      /read out|on video/,
    ],
    [
      'warwickshire',
      /send somebody to speak; write a statement for the panel; record a statement on video/,
      /read out|in writing/,
    ],
    ['hertsmere', /come to the first part.*; write a statement for the panel\./, /read out|on video|somebody to speak/],
    ['staffordshire', /come to the first part.*; send somebody to speak\./, /statement/],
    ['shropshire', /with somebody you trust; send somebody to speak; write a statement that is read out/, /on video/],
  ];
  it.each(ways)('%s: offers the ways to be heard that the procedure has, and no other', (procedure, right, wrong) => {
    const playing = met(procedure);
    const heard = playing
      .letter(named(playing, 'met'), '2026-04-10')
      .split('\n')
      .find((line) => line.startsWith('How you can be heard'));
    expect(heard).toMatch(right);
    expect(heard).not.toMatch(wrong);
  });
  it('after an upheld appeal says that the appeal decided it, and not the bodies that had said no (LLR-12.10)', () => {
    const playing = notMet('llr')
      .does('2026-04-20', 'receiveAppeal', {
        about: 'threshold',
        grounds: ['facts'],
        how: { facts: 'A report was missed.' },
      })
      .does('2026-04-21', 'assignAppeal', {
        authority: 'Hollowbridge District Council',
        decider: { name: 'Piers Delamere', role: 'spoc', independent: true },
      })
      .does('2026-05-06', 'decideAppeal', { result: 'upheld', reasons: 'The log holds a third report' });
    const letter = playing.letter('Letter 2a', '2026-05-07');
    expect(letter).toContain(
      'on Wed 6 May 2026 Hollowbridge District Council decided that your application is to be reviewed. The reasons: The log holds a third report.',
    );
    expect(letter).not.toMatch(/decided this together|One incident alone/);
  });
  it('names the support services of the directory (HER-3.5)', () => {
    expect(met('hertsmere').letter('CT4', '2026-04-10')).toMatch(
      /Fenside Help for Victims \(01632 960612.*\) and Marshwick Advocacy \(01632 960613/,
    );
  });
});

describe('the outcome', () => {
  const twoActions = {
    actions: [
      { ...ACTION, tellVictim: true },
      { ...ACTION, id: '2', title: 'Fit a lock', tellVictim: true },
    ],
  };
  it.each(PROCEDURES)('%s: tells what is done as done with its day, and the rest as to come', (procedure) => {
    const playing = planned(procedure, twoActions).does('2026-05-06', 'reportAction', { action: '2', status: 'done' });
    const letter = playing.letter(named(playing, 'outcome'), '2026-05-07');
    expect(letter).toContain('1. Visit the neighbour. Invented Homes does this by Fri 12 June 2026.');
    expect(letter).toContain('2. Fit a lock. Invented Homes has done this: it told us so on Wed 6 May 2026.');
  });
  it('says of an action whose day has passed that it is not done yet, from the day after', () => {
    const playing = planned('hertsmere', twoActions);
    expect(playing.letter('outcome', '2026-06-12')).toContain('Invented Homes does this by Fri 12 June 2026.');
    expect(playing.letter('outcome', '2026-06-13')).toContain(
      'was to do this by Fri 12 June 2026. It is not done yet.',
    );
  });
  it('tells a victim who was not heard the reason that was recorded', () => {
    const playing = met('hertsmere')
      .does('2026-04-20', 'recordVoice', { mode: 'none', reason: 'You told us that you would rather not' })
      .does('2026-05-05', 'holdPanel', PANEL)
      .does('2026-05-05', 'agreePlan', { actions: [ACTION] });
    expect(playing.letter('outcome', '2026-05-06')).toContain(
      'You were not heard at the meeting. The reason on record: You told us that you would rather not.',
    );
  });
  it('says only of a body with public functions that it must have regard to a recommendation (STAT-7)', () => {
    const recommendations = [
      { id: 'r1', to: 'Peakside Police', text: 'Patrol' },
      { id: 'r2', to: 'Canalside Homes', text: 'Light the yard' },
    ];
    const playing = planned('staffordshire', { actions: [ACTION], recommendations });
    const letter = playing.letter('outcome', '2026-05-06');
    expect(letter).toContain('Peakside Police: Patrol. The law says that it must have regard to this.');
    expect(letter).toContain('Canalside Homes: Light the yard. It is asked to consider this.');
  });
  it('goes to the panel as a draft with the whole of its text and plan (SHR-4.1)', () => {
    const playing = planned('shropshire', twoActions);
    const letter = playing.letter('planDraft', '2026-05-06');
    expect(letter).toContain('Dear panel member,');
    expect(letter).toContain('The outcome of your ASB Case Review');
    expect(letter).toContain('2. Fit a lock. Invented Homes does this by Fri 12 June 2026.');
    expect(letter).toContain('The last day for it is Thu 4 June 2026.');
  });
});

describe('the update', () => {
  const appealed = (procedure: Procedure): Playing =>
    notMet(procedure).does('2026-04-20', 'receiveAppeal', {
      about: 'threshold',
      grounds: ['facts'],
      how: { facts: 'A report was missed.' },
      by: 'Cllr Byron Ashe',
      consent: { form: 'signed', on: '2026-04-19' },
      to: procedure === 'staffordshire' ? 'office' : undefined,
    });

  it('in an appeal goes to whoever appeals and says how the appeal stands, not the decision of before (LLR-12.9)', () => {
    const playing = appealed('llr')
      .does('2026-04-21', 'assignAppeal', {
        authority: 'Hollowbridge District Council',
        decider: { name: 'Piers Delamere', role: 'spoc', independent: true },
      })
      .sends('2026-04-22', 'Letter 4')
      .does('2026-06-01', 'extendClock', { clock: 'LLR.appeal.result', reason: 'A report came late', by: 'SPOC' });
    const letter = playing.letter('update', '2026-06-05', 'email', 'LLR.appeal.result');
    expect(letter).toContain('Dear Cllr Byron Ashe,');
    expect(letter).toContain(
      'We need more time for this step: Result of the appeal. The reason: A report came late. I am sorry',
    );
    expect(letter).toContain('reached us on Mon 20 April 2026. Hollowbridge District Council decides it.');
    expect(letter).toContain('It has not been decided yet.');
    expect(letter).not.toMatch(/threshold has not been taken|The plan has/);
    // Twenty working days from this update (AMB-C7).
    expect(letter).toContain('The next news comes by Fri 3 July 2026 at the latest');
  });
  it.each(PROCEDURES)('%s: after "not met" says that it was decided and told', (procedure) => {
    const letter = notMet(procedure).letter('update', '2026-04-13');
    expect(letter).toContain(
      'decided on Thu 9 April 2026 that the threshold is not met. We wrote to you about it on Fri 10 April 2026.',
    );
    expect(letter).not.toContain('has not been taken yet');
  });
  it.each<[string, (p: Procedure) => Playing, Day, RegExp]>([
    ['before the decision', (p) => received(p), '2026-03-30', /decision on the threshold has not been taken yet/],
    ['before the panel', (p) => met(p), '2026-04-13', /No day for the panel is fixed yet/],
    [
      'with a plan',
      (p) => planned(p),
      '2026-05-06',
      /The plan has 1 action: 0 done, 1 still to do\. The letter with the outcome is still to come/,
    ],
  ])('tells the true stage in every procedure: %s', (_what, play, day, words) => {
    for (const procedure of PROCEDURES) expect(play(procedure).letter('update', day)).toMatch(words);
  });
  it('promises a hearing where there is one, and nowhere else (HER-12.3, STF-12.13)', () => {
    const acknowledged = (procedure: Procedure) => {
      const playing = appealed(procedure);
      return playing.letter(named(playing, 'appeal_acknowledged'), '2026-04-21');
    };
    expect(acknowledged('hertsmere')).toContain('your appeal to be heard by Tue 12 May 2026');
    for (const procedure of PROCEDURES.filter((it) => it !== 'hertsmere'))
      expect(acknowledged(procedure)).not.toMatch(/hearing|heard/);
  });
});

describe('the result of an appeal', () => {
  const decided = (
    procedure: Procedure,
    role: 'spoc' | 'scrutineer' | 'other' | 'independent_review_manager' | 'community_safety_manager',
  ) => {
    const playing = notMet(procedure)
      .does('2026-04-20', 'receiveAppeal', {
        about: 'threshold',
        grounds: ['facts'],
        how: { facts: 'A report was missed.' },
        ...(procedure === 'staffordshire' ? { to: 'office' as const } : {}),
      })
      .does('2026-04-21', 'assignAppeal', {
        authority: 'Hollowbridge District Council',
        decider: { name: 'Piers Delamere', role, independent: true },
      });
    if (procedure === 'hertsmere') playing.does('2026-04-28', 'hearAppeal', {});
    playing.does('2026-05-06', 'decideAppeal', { result: 'dismissed', reasons: 'Nothing was left out' });
    return playing.letter(named(playing, 'appeal_result'), '2026-05-07');
  };
  it('LLR: is final in the procedure, and says which ways stay open (LLR-12.12, LLR-1.6)', () => {
    const letter = decided('llr', 'spoc');
    expect(letter).toContain('This decision is final in this procedure. Other ways stay open.');
    expect(letter).toContain('complaint procedure of Hollowbridge District Council');
    expect(letter).toMatch(/Local Government and Social Care Ombudsman.*Independent Office for Police Conduct/);
    expect(letter).not.toContain('there is no further appeal');
  });
  it.each([
    ['warwickshire', 'other', /a commissioner decides may lie outside/],
    ['hertsmere', 'community_safety_manager', /you can go to the Local Government and Social Care Ombudsman\./],
    ['staffordshire', 'independent_review_manager', /a commissioner decides may lie outside/],
    ['shropshire', 'scrutineer', /partnership decided together may lie outside/],
  ] as const)(
    '%s: names the complaint route of who decided, and calls nothing final (AMB-D8)',
    (procedure, role, words) => {
      const letter = decided(procedure, role);
      expect(letter).toContain('It was decided by Piers Delamere, for Hollowbridge District Council.');
      expect(letter).toMatch(words);
      expect(letter).not.toContain('final');
    },
  );
});

describe('no letter of any procedure', () => {
  it.each(PROCEDURES)('%s: promises what is no step, or says it oddly', (procedure) => {
    const all = [received(procedure), met(procedure), notMet(procedure), planned(procedure)].flatMap((playing) =>
      [...new Set(Object.values(playing.policy.letters))].flatMap((letter) => {
        const day = playing.today;
        return draftLetter(letter, playing.view(day), 'post').paragraphs;
      }),
    );
    expect(all.join('\n')).not.toMatch(
      /what else can be done for you now|in touch soon|same rhythm|thrown away|call the police at once|undefined|\.\.|\bAMB-|capability/,
    );
  });
});
