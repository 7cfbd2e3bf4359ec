import { whoDecided } from '../support/deciders.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printed } from '../support/printed.ts';
import { CasePlayer } from '../support/casePlayer.ts';
import { textOf } from '../support/desk.ts';

const SPOC = 'jemima-rook';
const OFFICER = 'cyril-ashworth';
const COUNCIL = 'cyril-ashworth';
const POLICE = 'jonty-mercer';
const LANDLORD = 'lottie-barrow';
const HEALTH = 'silas-greening';
const CHAIR = 'odette-farr';

/** Staffordshire: the lead body's own times, risk first, and an appeal whose every step counts from the day the office has it. */
describe('a Staffordshire application refused, sent back by the Commissioner, and reviewed after all', () => {
  let p: CasePlayer;
  beforeAll(async () => {
    p = await CasePlayer.start('staffordshire', SPOC);
  }, 60_000);
  afterAll(() => p.run.close());

  it('opens under the times that the lead body has set, shown as its own targets (STF-3.1)', async () => {
    await p.open(
      'TBC-2026-0001',
      {
        'Applicant’s full name': 'Merle Oakham',
        'The applicant is': 'Someone who applies for the victim',
        'Victim’s full name': 'Barnaby Thrupp',
        'Victim’s e-mail': 'barnaby.thrupp@post.example',
        Health: 'true',
      },
      2,
    );
    expect(await p.clock('STF.ack.target')).toBe('open 2026-09-10');
    expect(await p.clock('STF.threshold.target')).toBe('open 2026-09-21');
    await p.letter(/acknowledgement/);
    expect(await p.clock('STF.ack.target')).toBe('met 2026-09-10');
  });

  it('discloses nothing on written consent: it wants the signed declaration, or a recorded risk of harm (STF-1.3, STF-1.4)', async () => {
    await p.to('2026-09-08');
    const ask = () => p.does(/confirm the reports/, 'Ask them now', { 'Agencies to ask': 'peakside-police' });
    const consent = (how: string) =>
      p.does(/consent/, 'Record consent', { 'How consent was given': how, 'Day consent was given': '2026-09-08' });
    expect(await ask()).toContain(printed('staffordshire', 'STF-1.3'));
    await consent('In writing');
    expect(await ask()).toContain(printed('staffordshire', 'STF-1.3'));
    expect((await p.run.desk.view(POLICE)).channels).toEqual([]);
    const risk = { 'How consent was given': 'Asking would put someone at risk' };
    expect(await p.does(/consent/, 'Record consent', risk)).toContain('Choose the senior person');
    const decided = 'If the victim cannot consent, or asking is a risk: who decided to go on';
    await p.does(/consent/, 'Record consent', { ...risk, [decided]: 'bettina-hale' });
    expect(await ask()).toBe('');
    expect(await p.clock('STF.agency.threshold.target', 'Peakside Police')).toBe('open 2026-09-15');
    await p.nil(POLICE, 'Peakside Police');
  });

  it('decides only after the risk is assessed; two complaints may be accepted or not (STF-7.1, STF-2.5)', async () => {
    await p.to('2026-09-15');
    const decide = () =>
      p.does(/decision on the threshold/, 'Record the decision', {
        'The bodies decide that the threshold is': 'Not met',
        ...whoDecided({ council: 'bettina-hale', police: 'jonty-mercer' }),
        Reasons: 'Two complaints, and work is under way.',
      });
    expect(await decide()).toContain(printed('staffordshire', 'STF-7.1'));
    await p.does(/risk before the decision/, 'Record the risk', { 'Risk to the victim': 'Medium' });
    expect(await decide()).toBe('');
    await p.to('2026-09-16');
    const letter = await p.letter(/letter that says no/, { 'How it is sent': 'By post' });
    expect(letter).toContain('the Police, Fire and Crime Commissioner');
    // Posted on Wed 16, deemed received on Fri 18 (AMB-A8); 28 days from there.
    expect(await p.clock('STF.appeal.window', 'threshold')).toBe('open 2026-10-16');
    await p.does(/Close the case/, 'Close the case', { Reason: 'The threshold is not met.' });
    await p.archived(true);
  });

  it('takes the appeal on Mon 12 October and passes it on; the office has it on Wed 14, and all its days count from there (STF-12.2, STF-12.4)', async () => {
    await p.to('2026-10-12');
    const dialog = textOf((await p.dialog({ dialog: 'receiveAppeal' })).dialog?.card);
    for (const ground of ['The threshold was met', 'A process, policy', 'Facts that matter'])
      expect(dialog).toContain(ground);
    await p.opens({ dialog: 'receiveAppeal' }, 'Record the appeal', {
      'Where it was made': 'To us: we pass it on',
      'Reasons they give': 'threshold,facts',
      'The threshold was met': 'There were three reports.',
      'Facts that matter': 'A call to the landlord in August.',
    });
    expect(await p.clock('STF.appeal.window', 'threshold')).toBe('met 2026-10-16');
    expect(await p.clock('STF.appeal.request')).toBe('waiting');
    expect((await p.guide()).join('\n')).toContain('Pass the appeal on to the Police, Fire and Crime Commissioner');
    await p.to('2026-10-14');
    await p.does(/Pass the appeal on/, 'It arrived there today');
    expect(await p.clock('STF.appeal.request')).toBe('open 2026-10-21');
    expect(await p.clock('STF.appeal.report')).toBe('open 2026-11-18');
    expect(await p.clock('STF.appeal.response')).toBe('open 2026-12-02');
    expect(textOf((await p.dialog({ dialog: 'extend' })).dialog?.card)).toContain('Respond to all parties');
  });

  it('asks all bodies for documents and the applicant for reasons, wanted by Wed 4 November, by mail though the channel is archived (STF-12.5, STF-12.6)', async () => {
    await p.does(/who decides/, 'Record the decider', { 'They took no part in this case': 'Yes' });
    expect(await p.letter(/Acknowledge the appeal/)).toContain('Tristan Whyte');
    await p.to('2026-10-19');
    const { desk } = p.run;
    const { shown, conversation } = await desk.step(SPOC, /Ask all bodies/);
    expect(JSON.stringify(shown.dialog?.card)).not.toMatch(/"value":"[^"]*peakside-commissioner,/);
    await desk.submit(SPOC, conversation, shown, 'Ask them now', {
      'Agencies to ask': 'the applicant,thornley-council,peakside-police',
    });
    expect(await p.clock('STF.appeal.request')).toBe('met 2026-10-21');
    expect(await p.clock('STF.appeal.documents', 'Peakside Police')).toBe('open 2026-11-04');
    const mail = await p.run.until(
      async () => (await desk.mail(POLICE)).messages.find((it) => it.html.includes('Documents for the appeal')),
      'the mail with the form',
    );
    expect(mail.subject).toBe('ASB case review TBC-2026-0001: form due Wed 4 November 2026');
    const page = await fetch(/href="([^"]+\/form\/[^"]+)"/.exec(mail.html)?.[1] ?? '');
    const words = await page.text();
    expect(words).toContain('What do you hold on this case?');
    expect(words).not.toContain('Barnaby Thrupp');
  });

  it('writes down what the applicant answers, and takes an agency’s papers with what is missing explained (STF-5.1)', async () => {
    const { desk } = p.run;
    const answer = async (words: RegExp, first: Record<string, string>, second: Record<string, string>) => {
      const { conversation, shown } = await desk.step(SPOC, words);
      let form = await desk.submit(SPOC, conversation, shown, 'Continue', first);
      form = await desk.submit(SPOC, conversation, form, 'Continue', second);
      return desk.submit(SPOC, conversation, form, 'Send the form', { 'Type your name': 'Jemima Rook' });
    };
    const reasons = await answer(
      /reasons that the applicant gives/,
      { 'What did the applicant answer?': 'They answered' },
      { 'Reasons for each ground': 'The landlord was told on 12 August.' },
    );
    expect(reasons.text).toContain('Thank you');
    expect(await p.clock('STF.appeal.documents', 'the applicant')).toBe('met 2026-11-04');
    const papers = await p.opensReturn(OFFICER, 'thornley-council', 'appeal');
    let form = await desk.submit(OFFICER, papers.conversation, papers.shown, 'Continue', {
      'What do you hold on this case?': 'We hold something and share it',
    });
    form = await desk.submit(OFFICER, papers.conversation, form, 'Continue', {
      'What you do not have': 'No minutes: the panel never met.',
    });
    const sent = await desk.submit(OFFICER, papers.conversation, form, 'Send the form', {
      'Type your name': 'Cyril Ashworth',
    });
    expect(sent.text).toContain('Thank you');
    expect(await p.card()).not.toContain('Barnaby');
  });

  it('hands over the eleven items of the checklist; what the record shows cannot be there is never ticked, the rest wants a reason (STF-12.10, STF-5.1)', async () => {
    const { desk } = p.run;
    const { shown, conversation } = await desk.step(SPOC, /Hand over the documents/);
    const have = 'application,policy_followed,threshold_rationale,timeline,correspondence,risk_assessments,other';
    const asked = await desk.submit(SPOC, conversation, shown, 'Record the hand-over', {
      'Documents handed over': have,
    });
    expect(textOf(asked.dialog?.card)).not.toContain(
      'Minutes of the panel, with who was there and the victim’s statement: why',
    );
    const done = await desk.submit(SPOC, conversation, asked, 'Record the hand-over', {
      'Support that was offered: why': 'None was offered before the decision.',
    });
    expect(done.kind).toBe('closed');
    expect(JSON.stringify((await desk.backstage(p.reference)).record?.events.at(-1)?.json)).toContain(
      '"item":"minutes","reason":"No panel has met.","available":false',
    );
  });

  it('finishes the report, and only refers back or recommends: nothing is overturned (STF-12.7, STF-12.11, STF-12.12)', async () => {
    await p.to('2026-11-16');
    await p.does(/report/, 'It took place today');
    expect(await p.clock('STF.appeal.report')).toBe('met 2026-11-18');
    const dialog = textOf((await p.dialog({ dialog: 'decideAppeal' })).dialog?.card);
    expect(dialog).not.toContain('overturned');
    expect(dialog).not.toContain('The appeal is upheld');
    const { desk } = p.run;
    const { conversation, shown } = await desk.step(SPOC, /decision on the appeal/);
    const decided = { 'What was decided': 'referred_back', Reasons: 'A report to the landlord was not counted.' };
    const bare = await desk.submit(SPOC, conversation, shown, 'Record the decision', decided);
    expect(textOf(bare.dialog?.card)).toContain('Say what is to be looked at again');
    const more = await desk.submit(SPOC, conversation, bare, 'Add a recommendation', {
      ...decided,
      Information: 'The landlord’s log of 12 August.',
    });
    const done = await desk.submit(SPOC, conversation, more, 'Record the decision', {
      'Recommendation 1: to': 'thornley-council',
      'Recommendation 1: what is recommended': 'Ask landlords for their call logs.',
    });
    expect(done.kind).toBe('closed');
    await p.to('2026-11-19');
    const letter = await p.letter(/result of the appeal/);
    expect(letter).toContain('The case goes back to the bodies that decided');
    expect(letter).toContain('Ask landlords for their call logs.');
    expect(await p.clock('STF.appeal.response')).toBe('met 2026-12-02');
    expect(await p.clock('STF.followup')).toBe('open 2027-02-19');
  });

  it('decides again in the closed case, which then opens again with its channel (STF-12.11)', async () => {
    await p.to('2026-11-23');
    const decided = await p.does(/Decide the threshold again/, 'Record the decision', {
      'The bodies decide that the threshold is': 'met_discretion',
      ...whoDecided({ council: 'bettina-hale', police: 'jonty-mercer', landlord: 'lottie-barrow' }),
      Reasons: 'With the landlord’s log there is a pattern.',
    });
    expect(decided).toBe('');
    await p.archived(false);
    expect(await p.letter(/acceptance letter/)).toContain('Your case will be reviewed');
    expect(await p.clock('STF.outcome.target')).toBe('open 2026-12-30');
    await p.does(/answers to recommendation/, 'Record the answer', { Answer: 'Accepted' });
  });

  it('reviews it with whoever is needed: no minimum panel, and health because the victim’s health is at stake (STF-8.1, STF-8.3)', async () => {
    await p.does(/Ask each agency/, 'Ask them now', {
      'Agencies to ask': 'thornley-council,peakside-police,canalside-homes',
    });
    expect(await p.clock('STF.agency.review.target', 'Canalside Homes')).toBe('open 2026-12-07');
    for (const [who, agency] of [
      [COUNCIL, 'Thornley Borough Council'],
      [POLICE, 'Peakside Police'],
      [LANDLORD, 'Canalside Homes'],
    ] as const)
      await p.nil(who, agency);
    const unheard = { 'The victim': 'none', 'If not heard: the reason': 'They asked not to come.' };
    expect(await p.does(/how the victim wants/, 'Record it', unheard)).toBe('');
    await p.panelOn('2026-12-08');
    await p.to('2026-12-08');
    await p.meets(
      CHAIR,
      [SPOC, POLICE, LANDLORD, HEALTH],
      [{ 'What will be done': 'Visit both households', Owner: COUNCIL, 'To be done by': '2026-12-18' }],
    );
    await p.to('2026-12-14');
    expect(await p.letter(/outcome to the victim/)).toContain('Visit both households');
    await p.letter(/minutes/i);
    expect(await p.clock('STF.outcome.target')).toBe('met 2026-12-30');
    await p.run.desk.press(COUNCIL, await p.run.desk.chat(COUNCIL), 'Visit both households', 'Done');
  });

  it('tells the office of the progress three months after the appeal, on Fri 19 February 2027 (STF-10.1)', async () => {
    await p.to('2027-02-19');
    expect(await p.guide()).toContain('Record the progress on what the appeal recommended | STF-10.1 | 2027-02-19');
    await p.does(/progress on what the appeal/, 'Record it', {
      'What the appeal recommended': 'Is done or well under way',
      'What follows': 'Nothing more is asked',
    });
    expect(await p.clock('STF.followup')).toBe('met 2027-02-19');
    expect(await p.stuck()).toEqual([]);
  });
});
