import { whoDecided } from '../support/deciders.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../support/desk.ts';
import { startRehearsal, type Running } from '../support/rehearsal.ts';

const SPOC = 'priya-marlow';
const CSM = 'marcus-oyelaran';
const INSPECTOR = 'tom-brackley';
const LANDLORD = 'oonagh-pell';
const HEALTH = 'idris-quarrie';
const OFFICER = 'sunita-farrow';
const CHAIR = 'constance-ebbw';
const VICTIM = 'elsie-wainfleet';
const REF = 'NBC-2026-0001';

const incident = (n: number, on: string, to: string, reported: string) => ({
  [`Day incident ${n} happened`]: on,
  [`Incident ${n}: reported to`]: to,
  [`Incident ${n}: day it was reported`]: reported,
});

/** One Hertsmere case over HTTP, from application to Chief Executive, every step pressed as its person would press it. */
describe('a Hertsmere case from application to closing, as its people play it', () => {
  let run: Running;
  let channel: string;
  beforeAll(async () => {
    run = await startRehearsal();
  }, 60_000);
  afterAll(() => run.close());

  const settledText = (as: string, card: string, words: string) =>
    run.until(async () => {
      const posted = await run.desk.messages(as, channel);
      return posted
        .map((it) => textOf(it.privateView ?? it.cards[0]))
        .find((text) => text.includes(card) && text.includes(words));
    }, `a card "${card}" that says "${words}"`);

  it('1. is opened from the chat: faults are told at the field, and what was typed is kept', async () => {
    const { desk } = run;
    const { conversation, shown } = await desk.step(SPOC, /Open a case/);
    let dialog = await desk.submit(SPOC, conversation, shown, 'Add another incident', {
      'Applicant’s full name': 'Elsie Wainfleet',
      'Victim’s e-mail': 'elsie.wainfleet@post.example',
      ...incident(1, '2026-07-20', 'Police', '2026-07-21'),
    });
    dialog = await desk.submit(
      SPOC,
      conversation,
      dialog,
      'Add another incident',
      incident(2, '2026-08-03', 'Registered landlord or housing association', '2026-08-05'),
    );
    dialog = await desk.submit(
      SPOC,
      conversation,
      dialog,
      'Open the case review',
      incident(3, '2026-08-29', 'Police', '2026-08-28'),
    );
    expect(textOf(dialog.dialog?.card)).toContain('It cannot have been reported before it happened');
    expect(textOf(dialog.dialog?.card)).toContain('Elsie Wainfleet');
    const opened = await desk.submit(
      SPOC,
      conversation,
      dialog,
      'Open the case review',
      incident(3, '2026-08-27', 'Police', '2026-08-28'),
    );
    expect(opened).toMatchObject({ kind: 'message', text: expect.stringContaining(`${REF} is open`) as string });
  });

  it('2. gets a channel by its reference alone, and one case card that shows what counts and every date (HER-3.1, HER-3.4)', async () => {
    channel = await run.until(
      async () => (await run.desk.view(SPOC)).channels.find((it) => it.name === REF)?.id,
      'the channel',
    );
    const text = await settledText(SPOC, 'ASB Case Review', 'Acknowledge the application');
    expect(text).toContain('Wed 9 September 2026 (2 working days left)');
    expect(text).toContain('Fri 25 September 2026');
    expect(text.match(/Counted\./g)).toHaveLength(3);
    expect(text).not.toContain('Wainfleet');
    const why = await run.desk.press(SPOC, channel, 'ASB Case Review', 'Why this date: Acknowledge the application');
    expect(textOf(why.dialog?.card)).toContain('section 11 of the procedure');
    expect((await run.desk.view(VICTIM)).channels).toEqual([]);
  });

  it('3. decides the threshold: the floor blocks a refusal, one body is too few, CT4 starts the next clocks (STAT-3, AMB-B11, HER-3.4)', async () => {
    const { desk } = run;
    await desk.letterStep(SPOC, /acknowledgement/);
    const both = whoDecided({ council: 'dawn-thistle', police: 'tom-brackley' });
    const decide = (decision: string, who: Record<string, string>) =>
      desk.doStep(SPOC, /decision on the threshold/, 'Record the decision', {
        'The bodies decide that the threshold is': decision,
        ...who,
        Reasons: 'Three separate incidents, each reported in time.',
      });
    expect(textOf((await decide('Not met', both)).dialog?.card)).toContain('section 104(4) of the 2014 Act');
    expect(textOf((await decide('Met', whoDecided({ council: 'dawn-thistle' }))).dialog?.card)).toContain(
      'at least 2 different bodies',
    );
    expect((await decide('Met', both)).kind).toBe('closed');
    await desk.letterStep(SPOC, /\(CT4\)/);
    await settledText(SPOC, 'ASB Case Review', 'Mon 14 September 2026');
  });

  it('4. asks each agency for CT5 with its own due date; nil takes one click; nobody sees or sends another’s (HER-5.1)', async () => {
    const { desk } = run;
    await desk.doStep(SPOC, /Ask each agency/, 'Ask them now', {
      'Agencies to ask': 'nonesuch-council,marshwick-police,larkfield-homes,fenside-icb',
    });
    await settledText(INSPECTOR, 'Marshwick Police', 'by Wed 9 September 2026');
    expect((await desk.press(HEALTH, channel, 'Fenside', 'We hold nothing')).kind).toBe('card');
    const other = await desk.press(INSPECTOR, channel, 'Larkfield', 'We hold nothing');
    expect(textOf(other.card)).toContain('belongs to another agency');
    let form = await desk.press(INSPECTOR, channel, 'Marshwick', 'Fill in the form');
    form = await desk.submit(INSPECTOR, channel, form, 'Continue', {
      'What do you hold on these complaints?': 'We hold something and share it',
    });
    form = await desk.submit(INSPECTOR, channel, form, 'Continue');
    form = await desk.submit(INSPECTOR, channel, form, 'Save and finish later', {
      'Action taken': 'Two visits, no plan.',
    });
    form = await desk.press(INSPECTOR, channel, 'Marshwick', 'Fill in the form');
    expect(JSON.stringify(form.dialog?.card)).toMatch(/held/);
    form = await desk.submit(INSPECTOR, channel, form, 'Continue', {
      'What do you hold on these complaints?': 'We hold something and share it',
    });
    for (let page = 0; page < 3; page++) form = await desk.submit(INSPECTOR, channel, form, 'Continue');
    const sent = await desk.submit(INSPECTOR, channel, form, 'Send the form', { 'Type your name': 'Tom Brackley' });
    expect(sent.text).toContain('Thank you');
    expect((await desk.press(OFFICER, channel, 'Nonesuch Borough Council', 'We hold nothing')).kind).toBe('card');
  });

  it('4b. chases the landlord on working days alone, and takes the late form by the link in its e-mail, marked late (AMB-C4)', async () => {
    const { desk } = run;
    const came: string[] = [];
    for (let moves = 0; moves < 3; moves++)
      came.push(...(await desk.move('nextDue', SPOC)).came.map((it) => `${it.on} ${it.words}`));
    expect(came.join('\n')).toMatch(/2026-09-0[89].*/);
    await desk.move('2026-09-11', SPOC);
    const mails = await run.until(async () => {
      const { messages } = await desk.mail(LANDLORD);
      return messages.filter((it) => it.html.includes('/form/')).length > 1 && messages;
    }, 'a chaser by mail');
    for (const mail of mails) expect(mail.subject).toMatch(new RegExp(`^ASB case review ${REF}: form `));
    const link =
      /href="([^"]+\/form\/[^"]+)"/.exec(mails.find((it) => it.html.includes('/form/'))?.html ?? '')?.[1] ?? '';
    const page = await fetch(link);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Larkfield Homes');
    expect((await desk.press(LANDLORD, channel, 'Larkfield', 'We hold nothing')).kind).toBe('card');
    await settledText(SPOC, 'Larkfield Homes', 'late');
  });

  it('5. finds a time from free and busy, books two events with the victim on the open one alone, and shows replies', async () => {
    const { desk } = run;
    await desk.doStep(SPOC, /Speak with the victim/, 'Record it', {
      How: 'By phone',
      'Did you reach the victim?': 'Yes',
    });
    await desk.doStep(SPOC, /Assess the risk/, 'Record the risk', { 'Risk to the victim': 'Medium' });
    await desk.doStep(SPOC, /how the victim wants/, 'Record it', {
      'The victim': 'Comes to the open part of the meeting',
      'How the invitation goes to them': 'By e-mail',
    });
    const slots = await desk.doStep(SPOC, /Look for a time/, 'Look for times', {
      'Minutes for the closed part': '90',
      'Minutes with the victim’s side': '30',
    });
    expect(textOf(slots.dialog?.card)).toMatch(/not known: .*Tom Brackley/);
    const choice = await run.until(async () => {
      const texts = (await desk.messages(SPOC, channel)).map((it) => textOf(it.cards[0]));
      return texts.flatMap((text) => text.split('\n')).find((line) => line.startsWith('Choose '));
    }, 'the proposals');
    await desk.press(SPOC, channel, 'Choose a day for the panel', choice);
    const open = await run.until(async () => (await desk.calendar(VICTIM)).events[0], 'the open invitation');
    expect((await desk.calendar(VICTIM)).events).toHaveLength(1);
    expect(open.attendees.map((it) => it.name)).toEqual(['Elsie Wainfleet']);
    const [both, closed] = await run.until(async () => {
      const { events } = await desk.calendar(INSPECTOR);
      return events.length === 2 && events;
    }, 'the invitations of the panel');
    expect(both?.joinUrl).toBe(open.joinUrl);
    expect(closed?.joinUrl).not.toBe(open.joinUrl);
    expect([open.subject, closed?.subject]).toEqual([REF, REF]);
    await desk.answer(CSM, (await desk.calendar(CSM)).events[1]?.id ?? '', 'accepted');
    await settledText(SPOC, 'The panel', 'Comes');
  });

  it('6. meets: who is here by seat, below the minimum nothing starts by itself, actions are captured, the plan is agreed (HER-8.1 to 8.3)', async () => {
    const { desk } = run;
    await desk.press(SPOC, channel, 'The panel', 'Send the pack');
    const meets = (await desk.calendar(INSPECTOR)).events[0]?.day ?? '';
    if (meets > (await desk.view(SPOC)).today) await desk.move(meets, SPOC);
    await settledText(CHAIR, 'The panel', 'Open the meeting');
    await desk.press(CHAIR, channel, 'The panel', 'Open the meeting');
    await settledText(CHAIR, 'The meeting', 'Missing');
    let who = await desk.press(CHAIR, channel, 'The meeting', 'Mark who is here');
    await desk.submit(CHAIR, channel, who, 'Save who is here', {
      'In the meeting': [SPOC, CSM, LANDLORD, HEALTH].join(','),
    });
    await settledText(CHAIR, 'The meeting', 'The minimum panel is not here');
    who = await desk.press(CHAIR, channel, 'The meeting', 'Change who is here');
    await desk.submit(CHAIR, channel, who, 'Save who is here', {
      'In the meeting': [SPOC, CSM, INSPECTOR, LANDLORD, HEALTH].join(','),
    });
    await settledText(CHAIR, 'The meeting', 'Start the meeting');
    await desk.press(CHAIR, channel, 'The meeting', 'Start the meeting');
    for (let step = 0; step < 14; step++) {
      const typed = step === 3 ? { 'Note for the minutes': 'The noise is worst at night.' } : {};
      expect((await desk.press(CHAIR, channel, 'The meeting', 'Next', typed)).kind).toBe('card');
    }
    const capture = async (what: string, owner: string, due: string, tell: string) => {
      const dialog = await desk.press(CHAIR, channel, 'The meeting', 'Add an action');
      return desk.submit(CHAIR, channel, dialog, 'Write it down', {
        'What will be done': what,
        Owner: owner,
        'To be done by': due,
        'The victim’s copy': tell,
      });
    };
    expect((await capture('Apply for a closure order', OFFICER, '2026-09-25', 'true')).kind).toBe('closed');
    expect((await capture('Offer support to the neighbour', LANDLORD, '2026-10-16', 'false')).kind).toBe('closed');
    for (let step = 14; step < 18; step++) await desk.press(CHAIR, channel, 'The meeting', 'Next');
    const agreed = await desk.press(CHAIR, channel, 'The meeting', 'Agree the plan and close the meeting');
    expect(textOf(agreed.card)).toContain('The plan was agreed with 2 actions');
  });

  it('7. gives each owner a card; only owner, deputy or coordinator may act; no longer viable demands an outcome (HER-10.6, HER-10.7)', async () => {
    const { desk } = run;
    const chat = await desk.chat(OFFICER);
    await run.until(
      async () => (await desk.messages(OFFICER, chat)).some((it) => textOf(it.cards[0]).includes('closure order')),
      'the action card',
    );
    const notOwner = await desk.press(CHAIR, channel, 'Offer support', 'Done').catch((error: Error) => error.message);
    expect(typeof notOwner === 'string' ? notOwner : textOf(notOwner.card)).toMatch(/owner|no card/i);
    await settledText(LANDLORD, 'Offer support', 'No longer possible or needed');
    const dialog = await desk.press(LANDLORD, channel, 'Offer support', 'No longer possible or needed');
    const empty = await desk.submit(
      LANDLORD,
      channel,
      dialog,
      textOf(dialog.dialog?.card).trim().split('\n').at(-1) ?? '',
    );
    expect(empty.kind).toBe('dialog');
    const ended = await desk.press(LANDLORD, channel, 'Offer support', 'Done', {
      'What was done': 'Referred on Thursday.',
    });
    expect(textOf(ended.card)).toContain('Referred on Thursday');
    await desk.letterStep(SPOC, /minutes/i);
    const outcome = await desk.step(SPOC, /outcome/i);
    const { draft } = await desk.sendsLetter(SPOC, outcome.conversation, outcome.shown);
    expect(textOf(draft.dialog?.card)).toContain('closure order');
    expect(textOf(draft.dialog?.card)).not.toContain('Offer support');
  });

  it('8. nudges and climbs the ladder, each once, on working days: line manager, Head of Service, after Christmas the Chief Executive (HER-10.2 to 10.5)', async () => {
    const { desk } = run;
    const came: { on: string; words: string; person: string | undefined }[] = [];
    while ((await desk.view(SPOC)).today < '2026-12-29') {
      const report = await desk.move('nextDue', SPOC);
      came.push(...report.came.map((it) => ({ on: it.on, words: it.words, person: it.place?.person })));
    }
    const told = (person: string) =>
      came.filter((it) => it.person === person && /told|reminded/i.test(it.words)).map((it) => it.on);
    expect(told(OFFICER)).toEqual(['2026-09-24', '2026-09-25', '2026-09-28']);
    expect(told('leon-attwater')).toEqual(['2026-10-19']);
    expect(told('gareth-plumley')).toEqual(['2026-11-26']);
    expect(told('frances-adeyemi')).toEqual(['2026-12-29']);
    const chief = await desk.chat('frances-adeyemi');
    await run.until(
      async () => (await desk.messages('frances-adeyemi', chief)).some((it) => it.html.includes(REF)),
      'the Chief Executive’s message',
    );
  });

  it('9. closes only when no action is open; the closing card is posted, then the channel is archived (HER-10.6)', async () => {
    const { desk } = run;
    const opened = async () =>
      desk.submit(SPOC, channel, await desk.press(SPOC, channel, 'ASB Case Review', 'More…'), 'Close the case');
    expect(textOf((await opened()).dialog?.card)).toMatch(/Actions are still open/);
    const chat = await desk.chat(OFFICER);
    await desk.press(OFFICER, chat, 'closure order', 'Done');
    await run.until(
      async () => (await desk.view(SPOC)).guide.some((it) => /close/i.test(it.words)),
      'the step to close',
    );
    const typed = { Reason: 'The behaviour has stopped.' };
    const ended = await desk.submit(SPOC, channel, await opened(), 'Close the case', typed);
    expect(ended.kind).not.toBe('dialog');
    await settledText(SPOC, 'closed', REF);
    await desk.letterStep(SPOC, /when and why the case was closed/);
    await run.until(
      async () => (await desk.view(SPOC)).channels.find((it) => it.id === channel)?.archived,
      'the archived channel',
    );
    const { record } = await desk.backstage(REF);
    expect(record?.chainOk).toBe(true);
    expect(record?.events.map((it) => it.version)).toEqual(record?.events.map((_, index) => index + 1));
  });

  it('10. answers help, hi, unknown words, due, my actions and a reference in chat', async () => {
    const { desk } = run;
    const chat = await desk.chat(SPOC);
    for (const words of ['help', 'hi', 'what is the weather', 'due', 'my actions', `case ${REF}`]) {
      const before = (await desk.messages(SPOC, chat)).length;
      await desk.say(SPOC, chat, words);
      const answered = await run.until(
        async () => (await desk.messages(SPOC, chat)).slice(before).find((it) => it.from.bot),
        `an answer to "${words}"`,
      );
      expect(textOf(answered.cards[0]).length + answered.html.length).toBeGreaterThan(20);
    }
  });
});
