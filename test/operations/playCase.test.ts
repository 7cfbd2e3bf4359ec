import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/operations/play/expectation.ts';
import { shortfalls } from '../../src/operations/play/matchExpectation.ts';
import { parseWorkedCase, playCase, playFiles } from '../../src/operations/playCase.ts';
import { policyFor, resolvePolicy } from '../../src/policies/registry.ts';

const rules: Parameters<typeof playCase>[1] = (procedure, settings) => resolvePolicy(policyFor(procedure), settings);

const application = {
  on: '2026-03-27',
  act: 'receiveApplication',
  with: {
    channel: 'online',
    applicant: { name: 'Fenella Drift', role: 'victim', kind: 'individual' },
    victim: { name: 'Fenella Drift' },
    complaints: [{ ref: 'a', occurredOn: '2026-03-01', reports: [{ to: 'police', on: '2026-03-02' }] }],
  },
};
const letter1 = { on: '2026-04-07', act: 'sendLetter', with: { letter: 'Letter 1', by: 'email' } };
const file = (over: object = {}): Record<string, unknown> => ({
  title: 'LLR: a short case',
  procedure: 'llr',
  authority: 'Thistleford Borough Council',
  steps: [application, letter1],
  ...over,
});
const faultsOf = (json: unknown): string[] => {
  const parsed = parseWorkedCase(typeof json === 'string' ? json : JSON.stringify(json));
  return parsed.ok ? [] : parsed.faults;
};
const play = (json: object) => {
  const parsed = parseWorkedCase(JSON.stringify(json));
  if (!parsed.ok) throw new Error(parsed.faults.join('; '));
  return playCase(parsed.worked, rules);
};

describe('reading a worked case', () => {
  it('takes a file that has the form', () => {
    expect(faultsOf(file())).toEqual([]);
    expect(faultsOf(file({ asOf: '2026-04-07', settings: { 'threshold.count': 2, 'names.icb': 'ICB' } }))).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['what is not JSON', '{', 'the file: expected JSON'],
    ['what is no object', '[]', 'the file: expected an object'],
    ['a case without steps', file({ steps: [] }), 'steps: expected at least 1 entry'],
    [
      'an unknown procedure',
      file({ procedure: 'LLR' }),
      'procedure: expected one of "llr", "warwickshire", "hertsmere", "staffordshire", "shropshire"',
    ],
    ['an unknown key', file({ note: 'x' }), 'note: expected no key of this name'],
    [
      'an unknown key in a step',
      file({ steps: [{ ...application, who: 'x' }] }),
      'steps[0].who: expected no key of this name',
    ],
    [
      'a day that does not exist',
      file({ steps: [{ ...application, on: '2026-02-30' }] }),
      'steps[0].on: expected a day that exists',
    ],
    ['a day in another form', file({ asOf: '7/4/2026' }), 'asOf: expected a day, YYYY-MM-DD'],
    [
      'an act that is none',
      file({ steps: [{ ...application, act: 'sendCard' }] }),
      'steps[0].act: expected one of "receiveApplication"',
    ],
    [
      'a letter that is none',
      file({ steps: [application, { ...letter1, with: { letter: 'Letter 9', by: 'email' } }] }),
      'steps[1].with.letter: expected one of "Letter 1"',
    ],
    [
      'a step that carries too little',
      file({ steps: [application, { on: '2026-04-07', act: 'sendLetter' }] }),
      'steps[1].with: expected an object',
    ],
    [
      'a clock on a letter that is no update',
      file({ steps: [application, { ...letter1, with: { letter: 'Letter 1', by: 'email', clock: 'LLR.ack' } }] }),
      'steps[1].with.clock: belongs to an update only',
    ],
    [
      'a consent of another form',
      file({
        steps: [application, { on: '2026-04-07', act: 'recordConsent', with: { form: 'spoken', on: '2026-04-07' } }],
      }),
      'steps[1].with.form: expected one of "written", "signed", "verbal"',
    ],
    [
      'an unknown setting',
      file({ settings: { 'threshold.counts': 2 } }),
      'settings.threshold.counts: is not a setting',
    ],
    ['a setting out of bounds', file({ settings: { 'threshold.count': 4 } }), 'settings.threshold.count: '],
    [
      'a refusal code that is none',
      file({ steps: [{ ...application, refused: 'because' }] }),
      'steps[0].refused: expected one of "anonymous"',
    ],
    [
      'steps out of order',
      file({ steps: [application, { ...letter1, on: '2026-03-26' }] }),
      'steps[1].on: expected 2026-03-27 or later',
    ],
    [
      'a day told before the last step',
      file({ asOf: '2026-04-06' }),
      "asOf: expected 2026-04-07, the last step's day, or later",
    ],
    ['a run that begins in the middle', file({ steps: [letter1] }), 'steps[0].act: expected one of receiveApplication'],
    [
      'a body that decides twice',
      file({
        steps: [
          application,
          {
            on: '2026-04-08',
            act: 'decideThreshold',
            with: { result: 'met', bodies: ['council', 'council'], reasons: 'r' },
          },
        ],
      }),
      'steps[1].with.bodies: expected a list without repetitions',
    ],
    [
      'an expected step that does not exist',
      file({ expect: { refusals: [{ step: 3 }] } }),
      'expect.refusals[0].step: expected a step from 1 to 2',
    ],
    [
      'an expected word that is none',
      file({ expect: { case: { stage: 'done' } } }),
      'expect.case.stage: expected one of "enquiry"',
    ],
    [
      'an expected clock without its id',
      file({ expect: { clocks: [{ status: 'met' }] } }),
      'expect.clocks[0].id: expected text',
    ],
    [
      'an expected key that is none',
      file({ steps: [{ ...application, expect: { clock: [] } }] }),
      'steps[0].expect.clock: expected no key of this name',
    ],
  ])('names the place and what was expected there for %s', (_what, json, fault) => {
    expect(faultsOf(json)[0]).toContain(fault);
  });

  it('knows the refs that complaints point to', () => {
    const complaint = { ref: 'b', occurredOn: '2026-03-01', reports: [{ to: 'police', on: '2026-03-03' }] };
    const withComplaint = (sameIncidentAs: string) =>
      file({
        steps: [
          application,
          { on: '2026-04-01', act: 'amendComplaints', with: { complaints: [{ ...complaint, sameIncidentAs }] } },
        ],
      });
    expect(faultsOf(withComplaint('a'))).toEqual([]);
    expect(faultsOf(withComplaint('z'))).toEqual([
      'steps[1].with.complaints[0].sameIncidentAs: expected the ref of another complaint',
    ]);
    expect(faultsOf(withComplaint('b'))).toHaveLength(1);
  });

  it('tells every fault, and repeats nothing that was typed', () => {
    const faults = faultsOf(
      file({
        procedure: 'Fenella',
        steps: [
          { ...application, on: 'Fenella' },
          { ...letter1, with: { letter: 'Fenella', by: 'Fenella' } },
        ],
      }),
    );
    expect(faults.length).toBe(4);
    expect(faults.join()).not.toContain('Fenella');
  });
});

describe('playing a worked case', () => {
  it('tells the case on the last day, with Letter 1 on the fifth working day over Easter (LLR-3.1)', () => {
    const { played, failures } = play(file());
    expect(failures).toEqual([]);
    expect(played.clocks?.find((it) => it.id === 'LLR.ack')).toMatchObject({ dueOn: '2026-04-07', status: 'met' });
    expect(played).not.toHaveProperty('actions');
    expect(played).not.toHaveProperty('panel');
    expect(JSON.stringify(played)).not.toContain('null');
  });

  it('tells what is due as of a later day', () => {
    const { played } = play(file({ asOf: '2026-04-22' }));
    expect(played.clocks?.find((it) => it.id === 'LLR.threshold')).toMatchObject({
      dueOn: '2026-04-21',
      status: 'missed',
    });
  });

  it('looks at a step as of its own day, and at the whole as of the last', () => {
    const clocks = (status: string) => ({ clocks: [{ id: 'LLR.ack', status }] });
    const steps = [
      { ...application, expect: clocks('open') },
      { ...letter1, expect: clocks('met') },
    ];
    expect(play(file({ steps, expect: clocks('met') })).failures).toEqual([]);
    expect(play(file({ steps: [{ ...application, expect: clocks('met') }, letter1] })).failures).toEqual([
      'steps[0].expect.clocks[LLR.ack].status: expected met, found open',
    ]);
  });

  it('fails on a refusal that no step announces, and goes on', () => {
    const early = { on: '2026-04-01', act: 'agreePlan', with: { actions: [] } };
    const { played, failures } = play(file({ steps: [application, early, letter1] }));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain('step 2 (agreePlan, 2026-04-01): refused as not_yet');
    expect(played.refusals).toMatchObject([{ step: 2, act: 'agreePlan', code: 'not_yet' }]);
    expect(played.clocks?.find((it) => it.id === 'LLR.ack')?.status).toBe('met');
    expect(play(file({ steps: [application, { ...early, refused: 'not_yet' }, letter1] })).failures).toEqual([]);
  });

  it('fails on an announced refusal that does not come, or comes with another code', () => {
    expect(play(file({ steps: [application, { ...letter1, refused: 'not_yet' }] })).failures).toEqual([
      'step 2 (sendLetter, 2026-04-07): expected to be refused as not_yet, was accepted',
    ]);
    const early = { on: '2026-04-01', act: 'agreePlan', with: { actions: [] }, refused: 'already_done' };
    expect(play(file({ steps: [application, early] })).failures[0]).toContain(
      'expected to be refused as already_done, was refused as not_yet',
    );
  });

  it('leaves an enquiry where an anonymous application is all there was (WAR-1.3)', () => {
    const { name: _name, ...nobody } = application.with.applicant;
    const anonymous = { ...application, with: { ...application.with, applicant: nobody }, refused: 'anonymous' };
    const { played, failures } = play(file({ procedure: 'warwickshire', steps: [anonymous] }));
    expect(failures).toEqual([]);
    expect(played).toMatchObject({
      case: { stage: 'enquiry', countsAs: 'enquiry' },
      threshold: { advice: 'not_considered' },
      refusals: [{ step: 1, act: 'receiveApplication', code: 'anonymous', rule: 'WAR-1.3' }],
    });
    expect(Object.keys(played)).toEqual(['title', 'procedure', 'case', 'threshold', 'refusals']);
  });

  it('tells the refusal alone where no case could be opened (STF-3.1)', () => {
    const { played } = play(
      file({ procedure: 'staffordshire', steps: [{ ...application, refused: 'setting_missing' }] }),
    );
    expect(Object.keys(played)).toEqual(['title', 'procedure', 'refusals']);
  });
});

describe('what it means that an expectation holds', () => {
  const { played } = play(file());
  const fall = (expected: Expectation, output: object = played) => shortfalls(expected, output, 'expect');

  it('looks only at the keys that are expected', () => {
    expect(fall({})).toEqual([]);
    expect(fall({ case: { stage: 'application' } })).toEqual([]);
    expect(fall({ case: { stage: 'review' } })).toEqual(['expect.case.stage: expected review, found application']);
  });

  it('takes null and false for a key that is left out, and nothing else', () => {
    expect(fall({ case: { closedAs: null }, threshold: { decided: null, route: null } })).toEqual([]);
    expect(fall({ clocks: [{ id: 'LLR.ack', extended: false, governing: false }] })).toEqual([]);
    expect(fall({ case: { closedAs: 'completed' } })).toEqual([
      'expect.case.closedAs: expected completed, found nothing',
    ]);
    expect(fall({ clocks: [{ id: 'LLR.ack', dueOn: null }] })).toHaveLength(1);
    expect(fall({ threshold: { floorMet: false } }, { threshold: { floorMet: true } })).toHaveLength(1);
  });

  it('finds the entries of a list by their keys, not by their place', () => {
    const output = {
      clocks: [
        { id: 'HER.agency', of: 'One', status: 'met' },
        { id: 'HER.agency', of: 'Two', status: 'open' },
      ],
      ladder: [{ action: '1', step: 1, state: 'fired' }],
    };
    expect(fall({ clocks: [{ id: 'HER.agency', of: 'Two', status: 'open' }] }, output)).toEqual([]);
    expect(fall({ clocks: [{ id: 'HER.agency', status: 'open' }] }, output)).toEqual([]);
    expect(fall({ clocks: [{ id: 'HER.agency', of: 'Two', status: 'met' }] }, output)).toEqual([
      'expect.clocks[HER.agency, Two].status: expected met, found open',
    ]);
    expect(fall({ clocks: [{ id: 'HER.ack' }] }, output)).toEqual([
      'expect.clocks[HER.ack]: expected, but the output has none',
    ]);
    expect(fall({ ladder: [{ action: '1', step: 2, state: 'fired' }] }, output)).toHaveLength(1);
  });

  it('compares some lists of words whole and others as a least', () => {
    const output = {
      victimCopy: ['1', '2'],
      panel: { required: ['council', 'police'], missing: [] },
      findings: ['missing_return:A', 'missing_return:B'],
      threshold: { warnings: ['floor_reached'] },
    };
    expect(fall({ victimCopy: ['2', '1'], panel: { required: ['police', 'council'], missing: [] } }, output)).toEqual(
      [],
    );
    expect(fall({ victimCopy: ['1'] }, output)).toEqual(['expect.victimCopy: 2 was not expected']);
    expect(fall({ panel: { required: ['council', 'police', 'landlord'] } }, output)).toHaveLength(1);
    expect(fall({ findings: ['missing_return:B'], threshold: { warnings: ['floor_reached'] } }, output)).toEqual([]);
    expect(fall({ findings: ['missing_return:C'] }, output)).toHaveLength(1);
    expect(fall({ victimCopy: [] }, {})).toEqual([]);
  });

  it('takes an expected empty list, or null, only where there is nothing', () => {
    const output = { findings: ['victim_not_heard'], case: { closedAs: 'completed' }, clocks: [{ id: 'HER.ack' }] };
    expect(fall({ findings: [], case: { closedAs: null }, clocks: [] }, {})).toEqual([]);
    expect(fall({ findings: [] }, { findings: [] })).toEqual([]);
    expect(fall({ findings: [] }, output)).toEqual([
      'expect.findings: expected an empty list, found ["victim_not_heard"]',
    ]);
    expect(fall({ clocks: [] }, output)).toHaveLength(1);
    expect(fall({ case: { closedAs: null } }, output)).toHaveLength(1);
  });
});

describe('convene play', () => {
  const disk: Record<string, string> = {
    'good.json': JSON.stringify(file({ expect: { case: { stage: 'application' } } })),
    'wrong.json': JSON.stringify(file({ expect: { case: { stage: 'closed' } } })),
    'bad.json': '{ "title": "no steps", "procedure": "llr" }',
    'far.json': JSON.stringify(file({ steps: [{ ...application, on: '2036-03-27' }] })),
  };
  const run = async (...paths: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const read = (path: string): string => {
      const text = disk[path];
      if (text === undefined) throw new Error('no such file');
      return text;
    };
    const code = await playFiles(
      paths,
      read,
      (line) => out.push(line),
      (line) => err.push(line),
      rules,
    );
    return { code, out, err };
  };

  it('answers 0 and prints one object a line where all holds', async () => {
    const { code, out, err } = await run('good.json', 'good.json');
    expect([code, err]).toEqual([0, []]);
    expect(out.map((line) => (JSON.parse(line) as { title: string }).title)).toEqual([
      'LLR: a short case',
      'LLR: a short case',
    ]);
  });

  it('answers 1, still prints, and names what does not hold', async () => {
    const { code, out, err } = await run('wrong.json');
    expect(code).toBe(1);
    expect(out).toHaveLength(1);
    expect(err).toEqual(['wrong.json: expect.case.stage: expected closed, found application']);
  });

  it('answers 2 for a file that is no worked case, or cannot be read, and plays the others', async () => {
    const { code, out, err } = await run('bad.json', 'good.json', 'none.json', 'wrong.json');
    expect(code).toBe(2);
    expect(out).toHaveLength(2);
    expect(err[0]).toBe('bad.json: steps: expected a list');
    expect(err[1]).toBe('none.json: expected a file that can be read');
  });

  it('does not guess beyond the listed bank holidays', async () => {
    const { code, out, err } = await run('far.json');
    expect([code, out]).toEqual([1, []]);
    expect(err[0]).toContain('Working days can only be counted');
  });
});
