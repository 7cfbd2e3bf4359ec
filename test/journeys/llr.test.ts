import { whoDecided } from '../support/deciders.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printed } from '../support/printed.ts';
import { CasePlayer } from '../support/casePlayer.ts';
import { textOf } from '../support/desk.ts';

const SPOC = 'nadia-copperfield';
const POLICE = 'beatrix-gale';
const LANDLORD = 'kofi-strand';
const HEALTH = 'alma-quist';
const COUNCIL = 'hal-prudhoe';
const CHAIR = 'gwen-ballantine';

/** Leicester, Leicestershire and Rutland: representative, more time, outcome, appeal to another council. */
describe('an LLR case for a victim who is spoken for, with more time taken, to an appeal after its closing', () => {
  let p: CasePlayer;
  beforeAll(async () => {
    p = await CasePlayer.start('llr', SPOC);
  }, 60_000);
  afterAll(() => p.run.close());

  it('opens on Mon 7 September; nothing is disclosed before written consent (LLR-1.1), Letter 1 is due by Mon 14 (LLR-3.1)', async () => {
    await p.open('WBC-2026-0001', {
      'Applicant’s full name': 'Ines Corder',
      'The applicant is': 'Someone who applies for the victim',
      'Victim’s full name': 'Wilfred Annesley',
      'Victim’s e-mail': 'wilfred.annesley@post.example',
    });
    expect(await p.guide()).toContain('Send the acknowledgement (Letter 1) | LLR-3.1 | 2026-09-14');
    expect(await p.does(/confirm the reports/, 'Ask them now')).toContain(printed('llr', 'LLR-1.1'));
    await p.does(/consent/, 'Record consent', {
      'How consent was given': 'By word of mouth',
      'Day consent was given': '2026-09-07',
    });
    expect(await p.does(/confirm the reports/, 'Ask them now')).toContain(printed('llr', 'LLR-1.1'));
    expect((await p.run.desk.view(POLICE)).channels).toEqual([]);
    await p.does(/consent/, 'Record consent', {
      'How consent was given': 'In writing',
      'Day consent was given': '2026-09-07',
    });
    await p.to('2026-09-08');
    expect(await p.letter(/acknowledg/)).toMatch(
      /Letter 1[\s\S]*Dear Ines Corder[\s\S]*our decision by Tue 22 September 2026/,
    );
    expect(await p.clock('LLR.ack')).toBe('met 2026-09-14');
    expect(await p.clock('LLR.threshold')).toBe('open 2026-09-22');
  });

  it('asks for information on each complaint, wanted after 5 working days: a target, not a duty (AMB-C3)', async () => {
    await p.does(/confirm the reports/, 'Ask them now', {
      'Agencies to ask': 'wexcombe-council,tarnside-police,millgate-housing,harrow-vale-icb',
    });
    expect(await p.clock('LLR.agency.threshold.target', 'Tarnside Police')).toBe('open 2026-09-15');
    await p.nil(HEALTH, 'Harrow Vale');
    expect(await p.clock('LLR.agency.threshold.target', 'Harrow Vale Integrated Care Board')).toBe('met 2026-09-15');
  });

  it('takes more time for the decision letter alone, and owes an update by the missed day and then each 10 working days (LLR-3.3, AMB-C7)', async () => {
    await p.to('2026-09-21');
    const dialog = textOf((await p.dialog({ dialog: 'extend' })).dialog?.card);
    expect(dialog).toContain('Letter 2a or 2b');
    expect(dialog).not.toContain('Acknowledge');
    await p.opens({ dialog: 'extend' }, 'Record more time', { Reason: 'The landlord’s records come on Wednesday.' });
    expect(await p.guide()).toContain('Send the applicant an update | - | 2026-09-22');
    await p.to('2026-09-22');
    expect(await p.letter(/an update/)).toContain('Letter: how the case stands');
    expect(await p.guide()).toContain('Send the applicant an update | - | 2026-10-06');
    expect(await p.clock('LLR.threshold')).toBe('open 2026-09-22');
  });

  it('decides and sends Letter 2a on Thu 24 September: outcome by Thu 5 November, meeting aimed at by Thu 22 October (LLR-4.2, AMB-C2)', async () => {
    await p.to('2026-09-24');
    await p.does(/decision on the threshold/, 'Record the decision', {
      'The bodies decide that the threshold is': 'Met',
      ...whoDecided({ council: 'mina-talwar', police: 'beatrix-gale' }),
      Reasons: 'Three incidents, each reported within a month.',
    });
    expect(await p.letter(/\(Letter 2a\)/)).toContain('Letter 2a');
    expect(await p.clock('LLR.threshold')).toBe('met 2026-09-22');
    expect(await p.clock('LLR.outcome')).toBe('open 2026-11-05');
    expect(await p.clock('LLR.meeting.target')).toBe('open 2026-10-22');
    expect((await p.guide()).join('\n')).not.toContain('update');
  });

  it('hears the victim by a representative only on written agreement, for 30 minutes unless the chair changes it (LLR-6.2, LLR-6.3)', async () => {
    await p.does(/Ask each agency/, 'Ask them now', {
      'Agencies to ask': 'wexcombe-council,tarnside-police,millgate-housing,harrow-vale-icb',
    });
    expect(await p.clock('LLR.agency.review.target', 'Tarnside Police')).toBe('open 2026-10-08');
    const spoken = { 'The victim': 'A representative speaks at the meeting' };
    expect(await p.does(/how the victim wants/, 'Record it', spoken)).toContain(printed('llr', 'LLR-6.3'));
    const { shown } = await p.run.desk.step(SPOC, /how the victim wants/);
    expect(JSON.stringify(shown.dialog?.card)).toMatch(/"id":"slotMinutes"[^}]*"value":30/);
    const agreed = { ...spoken, Representative: 'true' };
    expect(await p.does(/how the victim wants/, 'Record it', agreed)).toContain('Choose how the invitation goes');
    const byMail = {
      ...agreed,
      'Representative’s full name': 'Ada Vale',
      'How the invitation goes to them': 'By e-mail',
    };
    expect(await p.does(/how the victim wants/, 'Record it', byMail)).toContain('Enter the representative’s e-mail');
    const address = 'ada.vale@post.example';
    await p.does(/how the victim wants/, 'Record it', { ...byMail, 'Representative’s e-mail': address });
    await p.does(/Assess the risk/, 'Record the risk', { 'Risk to the victim': 'Medium' });
  });

  it('meets on Thu 15 October with whoever comes: no minimum panel, and a missing return stands in the findings (LLR-8.1, AMB-C4)', async () => {
    await p.panelOn('2026-10-15');
    for (const [person, agency] of [
      [COUNCIL, 'Wexcombe Borough Council'],
      [POLICE, 'Tarnside Police'],
      [LANDLORD, 'Millgate Housing'],
    ] as const)
      await p.nil(person, agency);
    await p.to('2026-10-15');
    await p.meets(
      CHAIR,
      [SPOC, POLICE],
      [{ 'What will be done': 'Serve a warning letter', Owner: COUNCIL, 'To be done by': '2026-10-30' }],
    );
    expect(await p.clock('LLR.meeting.target')).toBe('met 2026-10-22');
    expect(await p.card()).toMatch(/Harrow Vale Integrated Care Board[\s\S]*(?:No answer|no return|did not answer)/i);
  });

  it('tells the outcome by Letter 3 with a copy of the plan, and then when an appeal is in time (LLR-9.1, LLR-12.1)', async () => {
    await p.to('2026-10-20');
    const draft = await p.letter(/Letter 3/);
    expect(draft).toContain('Serve a warning letter');
    expect(draft).toContain('The last day for it is Tue 17 November 2026');
    expect(draft).toContain('another council of the area');
    expect(await p.clock('LLR.outcome')).toBe('met 2026-11-05');
    expect(await p.clock('LLR.appeal.window', 'review')).toBe('open 2026-11-17');
    await p.letter(/minutes/i);
  });

  it('has no ladder: an overdue action comes back to the coordinator alone (LLR-10.1)', async () => {
    const came = await p.dailyTo('2026-11-03');
    expect(came.filter((it) => /^2026-11-02 .*action 1/i.test(it)).join()).toContain('The coordinator was told');
    expect(came.join('\n')).not.toContain('line manager');
    await p.run.desk.press(COUNCIL, await p.run.desk.chat(COUNCIL), 'warning letter', 'Done');
  });

  it('closes, and its channel is archived', async () => {
    await p.does(/risk once more/, 'Record the risk', { 'Risk to the victim': 'Standard' });
    await p.does(/Close the case/, 'Close the case', { Reason: 'The plan is done.' });
    expect(await p.letter(/when and why the case was closed/)).toContain('The reason: The plan is done.');
    await p.archived(true);
  });

  it('takes an appeal in the closed case from the coordinator’s chat, in time on Mon 16 November (LLR-12.1, LLR-12.2)', async () => {
    await p.to('2026-11-16');
    expect(await p.card()).toContain('More…');
    const more = textOf((await p.dialog({ dialog: 'more' })).dialog?.card);
    expect(more).toContain('Record an appeal');
    const dialog = textOf((await p.dialog({ dialog: 'receiveAppeal' })).dialog?.card);
    expect(dialog).toContain('A process, policy or protocol that matters was not considered');
    expect(dialog).not.toContain('The threshold was met, and the application was refused');
    expect(
      await p.opens({ dialog: 'receiveAppeal' }, 'Record the appeal', {
        'Reasons they give': 'facts',
        'Facts that matter': 'A visit of May was left out.',
      }),
    ).toBe('');
    expect(await p.clock('LLR.appeal.window', 'review')).toBe('met 2026-11-17');
    expect(await p.clock('LLR.appeal.ack')).toBe('open 2026-11-23');
    expect(await p.card()).toContain('in time (last day Tue 17 November 2026)');
  });

  it('is handled by another council, by nobody who was on the panel, with the documents a working day later (LLR-12.5, LLR-12.6)', async () => {
    await p.to('2026-11-17');
    const decider = { 'They took no part in this case': 'Yes' };
    const name = (typed: Record<string, string>) =>
      p.does(/who decides/, 'Record the decider', { ...decider, ...typed });
    expect(await name({ 'For which council or body': 'Wexcombe Borough Council' })).toContain(
      printed('llr', 'LLR-12.5'),
    );
    expect(
      await name({ 'Somebody else': 'Gwen Ballantine', 'For which council or body': 'Eastmere District Council' }),
    ).toMatch(/Somebody else must decide|took part/);
    expect(await name({})).toBe('');
    expect(await p.guide()).toContain('Hand over the documents for the appeal | LLR-12.6 | 2026-11-18');
    const { desk } = p.run;
    const { conversation, shown } = await desk.step(SPOC, /Hand over/);
    expect(textOf(shown.dialog?.card)).not.toContain('Not in this case');
    const all = 'application,minutes,chronology,result_letter,plan,appeal,blank_letters,other';
    const asked = await desk.submit(SPOC, conversation, shown, 'Record the hand-over', {
      'Documents handed over': all,
    });
    expect(textOf(asked.dialog?.card)).toContain('Report of the review, if there is one: why it is missing');
    const silent = await desk.submit(SPOC, conversation, asked, 'Record the hand-over');
    expect(textOf(silent.dialog?.card)).toContain('Say why it is missing, or tick it');
    const done = await desk.submit(SPOC, conversation, silent, 'Record the hand-over', {
      'Report of the review': 'No report was written: minutes and plan hold it all.',
    });
    expect(done.kind).toBe('closed');
    expect(await p.clock('LLR.appeal.handover')).toBe('met 2026-11-18');
  });

  it('is answered by Letters 4 and 6: 30 working days from Letter 4, and final (LLR-12.9, LLR-12.12)', async () => {
    await p.to('2026-11-18');
    expect(await p.letter(/Letter 4/)).toMatch(
      /Piers Delamere, for Hollowbridge District Council[\s\S]*Mon 4 January 2027/,
    );
    expect(await p.clock('LLR.appeal.ack')).toBe('met 2026-11-23');
    expect(await p.guide()).toContain('Record the decision on the appeal | LLR-12.9 | 2027-01-04');
    const dialog = textOf((await p.dialog({ dialog: 'decideAppeal' })).dialog?.card);
    expect(dialog).not.toContain('The decision is overturned');
    expect(
      await p.does(/decision on the appeal/, 'Record the decision', {
        'What was decided': 'dismissed',
        Reasons: 'The visit was in the timeline.',
      }),
    ).toBe('');
    const letter = await p.letter(/result of the appeal/);
    expect(letter).toContain('Letter 6');
    expect(letter).toContain('This decision is final');
    expect(await p.clock('LLR.appeal.result')).toBe('met 2027-01-04');
    expect(await p.card()).toContain('The appeal is not upheld. The decision stands.');
    expect((await p.guide()).join('\n')).not.toMatch(/appeal/i);
    expect(await p.stuck()).toEqual([]);
  });
});

describe('an LLR application refused, and the refusal upset on appeal after the case was closed', () => {
  let p: CasePlayer;
  beforeAll(async () => {
    p = await CasePlayer.start('llr', SPOC);
  }, 60_000);
  afterAll(() => p.run.close());

  it('says no by Letter 2b with the reasons and the way to appeal, and closes (LLR-3.4)', async () => {
    await p.open('WBC-2026-0001', { 'Applicant’s full name': 'Wilfred Annesley' }, 2);
    await p.letter(/Letter 1/);
    await p.does(/decision on the threshold/, 'Record the decision', {
      'The bodies decide that the threshold is': 'Not met',
      ...whoDecided({ council: 'mina-talwar', police: 'beatrix-gale' }),
      Reasons: 'Two incidents were reported; three are needed.',
    });
    expect(await p.letter(/Letter 2b/)).toContain('Mon 5 October 2026');
    await p.does(/Close the case/, 'Close the case', { Reason: 'The threshold is not met.' });
    await p.archived(true);
  });

  it('an upheld appeal makes it met, opens the case and its channel again, and gives 30 working days from Letter 6 (LLR-12.10, AMB-D5)', async () => {
    await p.to('2026-09-14');
    await p.opens({ dialog: 'receiveAppeal' }, 'Record the appeal', {
      'Reasons they give': 'facts',
      'Facts that matter': 'A third report was missed.',
    });
    await p.does(/who decides/, 'Record the decider', { 'They took no part in this case': 'Yes' });
    const papers = textOf((await p.run.desk.step(SPOC, /Hand over/)).shown.dialog?.card);
    expect(papers).toMatch(/Not in this case[\s\S]*Minutes of the panel[\s\S]*No panel has met\./);
    await p.does(/Hand over/, 'Record the hand-over', {
      'Documents handed over': 'application,chronology,result_letter,appeal,blank_letters,other',
    });
    const record = (await p.run.desk.backstage(p.reference)).record?.events.at(-1)?.json;
    expect(JSON.stringify(record)).toContain('{"item":"minutes","reason":"No panel has met.","available":false}');
    await p.letter(/Letter 4/);
    await p.does(/decision on the appeal/, 'Record the decision', {
      'What was decided': 'upheld',
      Reasons: 'The third report stands in the police log.',
    });
    expect(await p.letter(/Letter 6/)).toContain('Your case will now be reviewed');
    expect(await p.clock('LLR.passback')).toBe('open 2026-10-26');
    await p.archived(false);
    expect(await p.letter(/Letter 2a/)).toContain('Your case will be reviewed');
    expect((await p.guide()).join('\n')).toContain('Ask each agency');
    expect(await p.stuck()).toEqual([]);
  });
});
