import { whoDecided } from '../support/deciders.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CasePlayer } from '../support/casePlayer.ts';
import { textOf } from '../support/desk.ts';

const SPOC = 'priya-marlow';
const MANAGER = 'marcus-oyelaran';

/** Hertsmere: no window and no grounds, the Community Safety Manager decides, two dates bind the answer. */
describe('a Hertsmere refusal appealed by CT3a while the case is open', () => {
  let p: CasePlayer;
  beforeAll(async () => {
    p = await CasePlayer.start('hertsmere', SPOC);
  }, 60_000);
  afterAll(() => p.run.close());

  it('sends CT3 with the appeal form CT3a on Mon 14 September, and sets no last day for it (HER-3.3, AMB-D2)', async () => {
    await p.open('NBC-2026-0001', { 'Applicant’s full name': 'Elsie Wainfleet' }, 2);
    await p.letter(/acknowledgement/);
    await p.to('2026-09-14');
    await p.does(/decision on the threshold/, 'Record the decision', {
      'The bodies decide that the threshold is': 'Not met',
      ...whoDecided({ council: 'dawn-thistle', police: 'tom-brackley' }),
      Reasons: 'Two incidents count.',
    });
    const letter = await p.letter(/\(CT3\)/);
    expect(letter).toContain('Appeal form (CT3a)');
    expect(letter).toContain('There is no last day for an appeal.');
    expect(await p.clock('HER.not_met')).toBe('met 2026-09-25');
    expect(await p.clock('HER.appeal.window')).toBe('');
  });

  it('hears it within 15 working days, by Mon 5 October; 21 from the form, Tue 13 October, is the backstop (HER-12.3, HER-12.5, AMB-D3)', async () => {
    expect(
      await p.opens({ dialog: 'receiveAppeal' }, 'Record the appeal', {
        'In their own words': 'A third report was made.',
      }),
    ).toBe('');
    expect((await p.guide()).join('\n')).not.toContain('Close the case');
    expect(await p.clock('HER.appeal.heard')).toBe('open 2026-10-05');
    expect(await p.clock('HER.appeal.threshold')).toBe('open 2026-10-13');
    expect(await p.guide()).toContain('Hear the appeal | HER-12.3 | 2026-10-05');
    expect(await p.card()).toContain('the procedure sets no last day');
  });

  it('is decided by the Community Safety Manager, who may have taken part: the text says “where possible” (HER-12.2, AMB-D6)', async () => {
    const { shown } = await p.run.desk.step(SPOC, /who decides/);
    const words = textOf(shown.dialog?.card);
    expect(words).toContain('Where possible an independent person from another partnership');
    expect(words).toContain('Marcus Oyelaran');
    const decide = (typed: Record<string, string>) =>
      p.does(/who decides/, 'Record the decider', {
        'Who decides': MANAGER,
        'They took no part in this case': 'No',
        ...typed,
      });
    expect(await decide({ 'Second decider': 'Ursula Vail' })).toContain('Say where the second decider comes from');
    expect(
      await decide({ 'Second decider': 'Ursula Vail', 'The second decider comes from': 'Rookhope District Council' }),
    ).toBe('');
    const letter = await p.letter(/CT3b/);
    expect(letter).toContain('Marcus Oyelaran, for Nonesuch Borough Council');
    expect(letter).toContain('Ursula Vail of Rookhope District Council');
    expect(letter).toContain(
      'your appeal to be heard by Mon 5 October 2026 and the result of the appeal by Tue 13 October 2026',
    );
  });

  it('tells the result within 5 working days of the hearing, and an upheld appeal opens the review (HER-12.4)', async () => {
    await p.to('2026-09-28');
    await p.does(/Hear the appeal/, 'It took place today');
    expect(await p.clock('HER.appeal.heard')).toBe('met 2026-10-05');
    expect(await p.clock('HER.appeal.told')).toBe('open 2026-10-05');
    expect(await p.guide()).toContain('Record the decision on the appeal | HER-12.4 | 2026-10-05');
    expect(
      await p.does(/decision on the appeal/, 'Record the decision', {
        'What was decided': 'upheld',
        Reasons: 'The third report stands in the log.',
      }),
    ).toBe('');
    const letter = await p.letter(/result of the appeal/);
    expect(letter).toContain('Your case will now be reviewed');
    expect(letter).not.toContain('final');
    expect([await p.clock('HER.appeal.told'), await p.clock('HER.appeal.threshold')]).toEqual([
      'met 2026-10-05',
      'met 2026-10-13',
    ]);
    expect(await p.letter(/\(CT4\)/)).toContain('Your case will be reviewed');
    expect(await p.shows(SPOC, 'ASB Case Review', 'The appeal is upheld.')).toContain('1 appeal decided');
    expect(await p.stuck()).toEqual([]);
  });

  it('takes each step of an appeal once, and refuses what this procedure does not have', async () => {
    expect(textOf((await p.dialog({ dialog: 'handOverAppeal' })).dialog?.card)).toContain('lists no documents');
    expect(await p.opens({ dialog: 'hearAppeal' }, 'It took place today')).toContain('on record already');
    expect(await p.opens({ dialog: 'passOnAppeal' }, 'It arrived there today')).toMatch(
      /on record already|no such step/,
    );
    const other = await p.run.desk.dialog(MANAGER, p.channel, { dialog: 'receiveAppeal', caseId: p.reference });
    expect(other.text).toContain('Only the coordinator may do this');
  });
});
