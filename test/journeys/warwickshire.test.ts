import { whoDecided } from '../support/deciders.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printed } from '../support/printed.ts';
import { CasePlayer } from '../support/casePlayer.ts';
import { textOf } from '../support/desk.ts';

const SPOC = 'rosalind-achebe';
const COUNCIL = 'ivo-fenner';
const POLICE = 'saskia-trent';
const HEALTH = 'hester-bligh';
const YOUTH = 'dev-larkspur';
const CHAIR = 'edmund-pryor';

/** Warwickshire: risk before the decision, six weeks from the acknowledgement, three seats, a missing return as a finding, the commissioner. */
describe('a Warwickshire case of a young person responsible, to an appeal that goes to the commissioner', () => {
  let p: CasePlayer;
  beforeAll(async () => {
    p = await CasePlayer.start('warwickshire', SPOC);
  }, 60_000);
  afterAll(() => p.run.close());

  it('opens on Mon 7 September for a representative without consent: nothing is disclosed (WAR-1.1); any form of consent will do', async () => {
    await p.open('ODC-2026-0001', {
      'Applicant’s full name': 'Cllr Odo Fane',
      'The applicant is': 'Someone who applies for the victim',
      'Victim’s full name': 'Marguerite Sowden',
      'Victim’s e-mail': 'marguerite.sowden@post.example',
      Health: 'true',
      'Age of the person responsible': 'Under 18',
    });
    expect(await p.clock('WAR.ack')).toBe('open 2026-09-14');
    expect(await p.does(/confirm the reports/, 'Ask them now')).toContain(printed('warwickshire', 'WAR-1.1'));
    await p.does(/consent/, 'Record consent', {
      'How consent was given': 'By word of mouth',
      'Day consent was given': '2026-09-07',
    });
    const police = { 'Agencies to ask': 'heathmoor-police' };
    expect(await p.does(/confirm the reports/, 'Ask them now', police)).toBe('');
    await p.nil(POLICE, 'Heathmoor Police');
  });

  it('acknowledges on Wed 9 September: response within six weeks, by Wed 21 October; the decision is aimed at by Wed 23 (WAR-4.1, AMB-C1)', async () => {
    await p.to('2026-09-09');
    expect(await p.letter(/acknowledgement/)).toContain('Wed 21 October 2026');
    expect(await p.clock('WAR.ack')).toBe('met 2026-09-14');
    expect(await p.clock('WAR.response')).toBe('open 2026-10-21');
    expect(await p.clock('WAR.threshold.target')).toBe('open 2026-09-23');
  });

  it('does not decide before the risk is assessed, nor by one body alone (WAR-7.1, WAR-3.2)', async () => {
    const decide = (who: Record<string, string>) =>
      p.does(/decision on the threshold/, 'Record the decision', {
        'The bodies decide that the threshold is': 'Met',
        ...who,
        Reasons: 'Three complaints, each reported within a month.',
      });
    const both = whoDecided({ council: 'claudia-northey', police: 'saskia-trent' });
    expect(await decide(both)).toContain(printed('warwickshire', 'WAR-7.1'));
    await p.does(/risk before the decision/, 'Record the risk', { 'Risk to the victim': 'Medium' });
    expect(await decide(whoDecided({ council: 'claudia-northey', commissioner: 'philippa-sandys' }))).toContain(
      printed('warwickshire', 'WAR-3.2'),
    );
    expect(await decide(both)).toBe('');
    expect(await p.clock('WAR.threshold.target')).toBe('met 2026-09-23');
    expect(await p.letter(/acceptance letter/)).toContain('Your case will be reviewed');
  });

  it('asks for each organisation’s part by Wed 23 September; the victim may speak by video (AMB-C3, WAR-6.1)', async () => {
    await p.does(/Ask each agency/, 'Ask them now', {
      'Agencies to ask': 'oldbarrow-council,heathmoor-police,brookfold-homes,avonlea-icb',
    });
    expect(await p.clock('WAR.agency.review.target', 'Brookfold Homes')).toBe('open 2026-09-23');
    await p.does(/how the victim wants/, 'Record it', { 'The victim': 'A recorded video statement' });
    await p.panelOn('2026-10-06');
    await p.nil(COUNCIL, 'Oldbarrow District Council');
    await p.nil(POLICE, 'Heathmoor Police');
    await p.nil(HEALTH, 'Avonlea Integrated Care Board');
  });

  it('needs council, police and landlord, and here youth justice and health too; it goes on below that only with a reason (WAR-8.1 to 8.3)', async () => {
    await p.to('2026-10-06');
    const { desk } = p.run;
    await desk.press(CHAIR, p.channel, 'The panel', 'Open the meeting');
    const who = await desk.press(CHAIR, p.channel, 'The meeting', 'Mark who is here');
    const saved = await desk.submit(CHAIR, p.channel, who, 'Save who is here', {
      'In the meeting': `${SPOC},${POLICE},${YOUTH}`,
      'Not here, but sent their view in writing': HEALTH,
    });
    expect(saved.kind).toBe('closed');
    const card = await p.run.until(
      async () =>
        (await desk.messages(CHAIR, p.channel))
          .map((it) => textOf(it.privateView ?? it.cards[0]))
          .find((text) => text.includes('The meeting') && text.includes('Missing')),
      'what the panel lacks',
    );
    expect(card).toContain('Registered social landlord');
    expect(card).not.toMatch(/Missing[^\n]*Youth/);
    const refused = await desk.press(CHAIR, p.channel, 'The meeting', 'Start all the same', {
      'Why the meeting goes on all the same': '',
    });
    expect(textOf(refused.card) + (refused.text ?? '')).toMatch(/minimum|reason/i);
    await desk.press(CHAIR, p.channel, 'The meeting', 'Start all the same', {
      'Why the meeting goes on all the same': 'The landlord was called away and has written.',
    });
    await p.runs(
      CHAIR,
      [{ 'What will be done': 'Move the bins', Owner: COUNCIL, 'To be done by': '2026-10-20' }],
      [{ To: 'brookfold-homes', 'What is recommended': 'Review the tenancy.' }],
    );
  });

  it('writes the landlord’s missing return into the findings (WAR-5.2)', async () => {
    expect(await p.file('ODC-2026-0001 minutes.docx')).toMatch(
      /Brookfold Homes was asked for its form and did not answer/,
    );
    expect(await p.card()).toMatch(/Brookfold Homes[\s\S]{0,80}(no answer|never came|not come|No return)/i);
  });

  it('tells outcome and plan by Wed 21 October; the appeal may come within 28 working days (WAR-9.1, WAR-12.2)', async () => {
    await p.to('2026-10-12');
    const draft = await p.letter(/outcome/);
    expect(draft).toContain('Move the bins');
    expect(draft).toContain('Thu 19 November 2026');
    expect(draft).toContain('the Police and Crime Commissioner’s office');
    expect(await p.clock('WAR.response')).toBe('met 2026-10-21');
    expect(await p.clock('WAR.appeal.window', 'review')).toBe('open 2026-11-19');
    await p.letter(/minutes/i);
    await p.does(/answers to recommendation/, 'Record the answer', { Answer: 'Accepted' });
  });

  it('closes when the action is done, and takes an appeal about how the review was carried out and passes it on, which no rule times (WAR-12.1, WAR-12.3, AMB-C13)', async () => {
    await p.run.desk.press(COUNCIL, await p.run.desk.chat(COUNCIL), 'Move the bins', 'Done');
    await p.does(/risk once more/, 'Record the risk', { 'Risk to the victim': 'Standard' });
    await p.does(/Close the case/, 'Close the case', { Reason: 'The plan is done.' });
    expect(await p.letter(/when and why the case was closed/)).toContain('The reason: The plan is done.');
    await p.archived(true);
    await p.to('2026-11-20');
    const dialog = textOf((await p.dialog({ dialog: 'receiveAppeal' })).dialog?.card);
    expect(dialog).toContain('What they are unhappy with');
    expect(dialog).toContain('Where it was made');
    expect(
      await p.opens({ dialog: 'receiveAppeal' }, 'Record the appeal', {
        'Day it was made': '2026-11-18',
        'In their own words': 'The landlord was not there.',
      }),
    ).toBe('');
    expect(await p.clock('WAR.appeal.window', 'review')).toBe('met 2026-11-19');
    const guide = (await p.guide()).join('\n');
    expect(guide).toContain('Record who decides the appeal | - | -');
    expect(guide).not.toMatch(/Hand over/);
    expect(await p.clock('WAR.appeal.pass_on.target')).toBe('open 2026-11-23');
    await p.does(/Pass the appeal on/, 'It arrived there today');
    expect(await p.clock('WAR.appeal.pass_on.target')).toBe('met 2026-11-23');
    expect(textOf((await p.dialog({ dialog: 'more' })).dialog?.card)).not.toMatch(/Hand over|Ask for documents/);
  });

  it('is decided by the commissioner’s office; the decision and its letter are recorded, with no word of finality (AMB-D8)', async () => {
    await p.does(/who decides/, 'Record the decider', { 'They took no part in this case': 'Yes' });
    expect(await p.letter(/Acknowledge the appeal/)).toContain(
      'Philippa Sandys, for Office of the Heathmoor Commissioner',
    );
    await p.does(/decision on the appeal/, 'Record the decision', {
      'What was decided': 'dismissed',
      Reasons: 'The landlord’s letter was read out.',
    });
    const letter = await p.letter(/result of the appeal/);
    expect(letter).toContain('The appeal is not upheld');
    expect(letter).not.toContain('final');
    expect(await p.stuck()).toEqual([]);
  });
});
