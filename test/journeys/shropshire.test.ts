import { whoDecided } from '../support/deciders.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CasePlayer } from '../support/casePlayer.ts';
import { textOf } from '../support/desk.ts';

const SPOC = 'douglas-amory';
const OFFICER = 'fergus-naylor';
const DIRECTOR = 'selina-oakshott';
const POLICE = 'hannah-crome';
const LANDLORD = 'amos-birtles';
const HEALTH = 'wendy-ostrander';
const YOUTH = 'leopold-nye';
const VICTIMS = 'tabitha-moss';
const CHAIR = 'cressida-vaughan';
const SEATS = [POLICE, LANDLORD, DIRECTOR, HEALTH, VICTIMS, YOUTH];

/** Shropshire: named chair and six seats, draft letter, earlier of two dates, call back, further review, the scrutineer. */
describe('a Shropshire case with a young person responsible, to its call back, a further review, and an appeal without a date', () => {
  let p: CasePlayer;
  beforeAll(async () => {
    p = await CasePlayer.start('shropshire', SPOC);
  }, 60_000);
  afterAll(() => p.run.close());

  it('opens on Mon 7 September: receipt by Mon 14 and decision by Mon 28 are the council’s own targets (AMB-C1)', async () => {
    await p.open('CMC-2026-0001', {
      'Applicant’s full name': 'Hyacinth Bower',
      'Victim’s e-mail': 'hyacinth.bower@post.example',
      'Age of the person responsible': 'Under 18',
    });
    expect(await p.clock('SHR.ack.target')).toBe('open 2026-09-14');
    expect(await p.clock('SHR.threshold.target')).toBe('open 2026-09-28');
    expect(await p.letter(/acknowledgement/)).toContain('Mon 28 September 2026');
    expect(await p.card()).toContain('Confirm receipt (local target)');
  });

  it('decides on Mon 14 September; the meeting is aimed at by Mon 12 October; forms by Mon 28 September (AMB-C2, AMB-C3)', async () => {
    await p.to('2026-09-14');
    await p.does(/decision on the threshold/, 'Record the decision', {
      'The bodies decide that the threshold is': 'Met',
      ...whoDecided({ council: 'agnes-pellow', police: 'hannah-crome' }),
      Reasons: 'Three reports from one person within six months.',
    });
    const letter = await p.letter(/acceptance letter/);
    expect(letter).toContain('led by a chair who had no part in the case');
    expect(await p.clock('SHR.meeting.target')).toBe('open 2026-10-12');
    await p.does(/Ask each agency/, 'Ask them now', { 'Agencies to ask': 'westmarch-police,hillfort-homes' });
    expect(await p.clock('SHR.agency.review.target', 'Westmarch Police')).toBe('open 2026-09-28');
    await p.nil(POLICE, 'Westmarch Police');
    await p.nil(LANDLORD, 'Hillfort Homes');
    const voice = textOf((await p.run.desk.step(SPOC, /how the victim wants/)).shown.dialog?.card);
    expect(voice).toContain('A statement that is read out');
    expect(voice).not.toContain('A recorded video statement');
    await p.does(/how the victim wants/, 'Record it', {
      'The victim': 'A statement that is read out',
      'Statement for the panel': 'I have not slept for weeks.',
    });
    await p.does(/Assess the risk/, 'Record the risk', { 'Risk to the victim': 'Standard' });
  });

  it('meets on Tue 6 October: six seats and a named independent chair, youth justice among them (SHR-8.1, SHR-8.4)', async () => {
    await p.panelOn('2026-10-06');
    for (const person of [...SEATS, CHAIR])
      await p.run.until(async () => (await p.run.desk.calendar(person)).events[0], `the invitation of ${person}`);
    await p.to('2026-10-06');
    const { desk } = p.run;
    await desk.press(CHAIR, p.channel, 'The panel', 'Open the meeting');
    let who = await desk.press(CHAIR, p.channel, 'The meeting', 'Mark who is here');
    const here = SEATS.filter((it) => it !== YOUTH).join(',');
    await desk.submit(CHAIR, p.channel, who, 'Save who is here', { 'In the meeting': here });
    expect(await p.shows(CHAIR, 'The meeting', 'Missing')).toContain('Head of Youth Justice');
    who = await desk.press(CHAIR, p.channel, 'The meeting', 'Change who is here');
    await desk.submit(CHAIR, p.channel, who, 'Save who is here', { 'In the meeting': SEATS.join(',') });
    await desk.press(CHAIR, p.channel, 'The meeting', 'Start the meeting');
    await p.runs(CHAIR, [{ 'What will be done': 'Fit better locks', Owner: OFFICER, 'To be done by': '2026-10-30' }]);
    expect(await p.clock('SHR.meeting.target')).toBe('met 2026-10-12');
  });

  it('shares the draft by Thu 8, and tells the victim by Tue 13: the earlier of five days from the plan and seven from the meeting (SHR-4.1 to 4.3, AMB-D9)', async () => {
    expect(await p.clock('SHR.draft')).toBe('open 2026-10-08');
    expect(await p.clock('SHR.letter')).toBe('open 2026-10-13');
    expect(await p.clock('SHR.told')).toBe('open 2026-10-15');
    const guide = await p.guide();
    expect(guide).toContain('Send the draft letter to the panel | SHR-4.1 | 2026-10-08');
    expect(guide).toContain('Send the outcome to the victim | SHR-4.2 | 2026-10-13');
    await p.to('2026-10-08');
    expect(await p.letter(/draft letter/)).toContain('Draft of the decision letter');
    await p.to('2026-10-12');
    const letter = await p.letter(/outcome to the victim/);
    expect(letter).toContain('a call to ask how things are by Wed 6 January 2027');
    expect(letter).toContain('Mon 9 November 2026');
    await p.letter(/minutes/i);
    expect([await p.clock('SHR.letter'), await p.clock('SHR.told')]).toEqual(['met 2026-10-13', 'met 2026-10-15']);
    expect(await p.clock('SHR.appeal.window', 'review')).toBe('open 2026-11-09');
  });

  it('takes the appeal to the Scrutineer, never to the chair of the review, and shows that no time is set (SHR-12.1, SHR-12.3, AMB-D10)', async () => {
    await p.to('2026-11-09');
    await p.opens({ dialog: 'receiveAppeal' }, 'Record the appeal', {
      'In their own words': 'The locks are not enough.',
    });
    expect(await p.clock('SHR.appeal.window', 'review')).toBe('met 2026-11-09');
    expect(await p.clock('SHR.appeal.result')).toBe('none_set');
    expect(await p.card()).toContain('The procedure sets no day for it');
    const decide = (typed: Record<string, string>) =>
      p.does(/who decides/, 'Record the decider', { 'They took no part in this case': 'Yes', ...typed });
    expect(await decide({ 'Somebody else': 'Cressida Vaughan' })).toMatch(/Somebody else must decide|took part/);
    expect(await decide({})).toBe('');
    expect(await p.letter(/Acknowledge the appeal/)).toContain('Ottoline Fairbrass');
    await p.does(/decision on the appeal/, 'Record the decision', {
      'What was decided': 'upheld',
      Reasons: 'The lighting was not looked at.',
    });
    expect(await p.letter(/result of the appeal/)).toContain('The appeal is upheld');
  });

  it('calls back after three months, on Wed 6 January 2027, before the case may close (SHR-10.1)', async () => {
    await p.run.desk.press(OFFICER, await p.run.desk.chat(OFFICER), 'Fit better locks', 'Done');
    await p.to('2027-01-06');
    expect(await p.guide()).toContain('Call the victim back: are they satisfied? | SHR-10.1 | 2027-01-06');
    expect((await p.guide()).join('\n')).not.toContain('Close the case');
    await p.does(/Call the victim back/, 'Record it', {
      'The victim': 'Was not reached',
      'What follows': 'Call again later',
    });
    expect(await p.clock('SHR.callback')).toBe('open 2027-01-06');
    await p.does(/Call the victim back/, 'Record it', {
      'The victim': 'Is not content',
      'What follows': 'Review it again',
      Reason: 'It began again at Christmas.',
    });
    expect(await p.clock('SHR.callback')).toBe('met 2027-01-06');
  });

  it('reviews it again with a panel of its own, and its dates; those of the first stay as they were (SHR-10.2)', async () => {
    expect((await p.guide()).join('\n')).toContain('Look for a time for the panel');
    await p.panelOn('2027-01-20');
    await p.to('2027-01-20');
    await p.meets(CHAIR, SEATS, [
      { 'What will be done': 'Light the passage', Owner: OFFICER, 'To be done by': '2027-02-05' },
    ]);
    expect(await p.clock('SHR.draft')).toBe('open 2027-01-22');
    expect(await p.clock('SHR.letter')).toBe('open 2027-01-27');
    expect(await p.clock('SHR.callback')).toBe('open 2027-04-20');
    expect(await p.clock('SHR.meeting.target')).toBe('met 2026-10-12');
    await p.letter(/draft letter/);
    expect(await p.letter(/outcome to the victim/)).toContain('Light the passage');
    await p.letter(/minutes/i);
  });

  it('closes once the victim is content', async () => {
    await p.to('2027-02-01');
    await p.run.desk.press(OFFICER, await p.run.desk.chat(OFFICER), 'Light the passage', 'Done');
    await p.to('2027-04-20');
    await p.does(/Call the victim back/, 'Record it', { 'The victim': 'Is content', 'What follows': 'Close the case' });
    await p.does(/risk once more/, 'Record the risk', { 'Risk to the victim': 'Standard' });
    await p.does(/Close the case/, 'Close the case', { Reason: 'The victim is content.' });
    expect(await p.letter(/when and why the case was closed/)).toContain('The reason: The victim is content.');
    await p.archived(true);
    expect(await p.stuck()).toEqual([]);
  });
});
