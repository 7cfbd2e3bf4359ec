import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Shown } from '../../src/rehearsal/desk/protocol.ts';
import { textOf } from '../support/desk.ts';
import * as play from '../support/hertsmere.ts';
import { startRehearsal, type Running } from '../support/rehearsal.ts';

const { SPOC, CSM, DEPUTY, INSPECTOR, LANDLORD, HEALTH, OFFICER } = play;
const MANAGER = 'leon-attwater';

let run: Running;
beforeAll(async () => {
  run = await startRehearsal();
}, 60_000);
afterAll(() => run.close());

const saidBy = (shown: Shown): string => `${shown.text ?? ''}${textOf(shown.card)}${textOf(shown.dialog?.card)}`;
const referenceIn = (shown: Shown): string => /\w+-\d{4}-\d{4}/.exec(shown.text ?? '')?.[0] ?? '';
const acts = async (ref: string): Promise<string[]> =>
  (await run.desk.backstage(ref)).record?.events.map((it) => it.act) ?? [];
/** A dialog behind “More…” on the card that answers `case <reference>` in the coordinator's chat. */
async function more(ref: string, title: string): Promise<Shown> {
  const chat = await run.desk.chat(SPOC);
  await run.desk.say(SPOC, chat, `case ${ref}`);
  const shown = await run.desk.press(SPOC, chat, ref, 'More…');
  return run.desk.submit(SPOC, chat, shown, title);
}
const archived = (ref: string, now: boolean): Promise<true> =>
  run.until(
    async () => (await run.desk.view(SPOC)).channels.some((it) => it.name === ref && it.archived === now) && true,
    `the channel ${now ? 'archived' : 'open'}`,
  );

describe('a senior manager’s own way to a review (HER-2.3)', () => {
  const asks = async (who: string): Promise<string> => {
    const chat = await run.desk.chat(who);
    await run.desk.say(who, chat, 'safeguarding');
    return chat;
  };
  const opens = async (who: string): Promise<Shown> => {
    const chat = await asks(who);
    const dialog = await run.desk.press(who, chat, 'Safeguarding review', 'Open a safeguarding review');
    return run.desk.submit(who, chat, dialog, 'Open the review', {
      'Victim’s full name': 'Ottoline Merriweather',
      'Why a review is needed now': 'She is alone and is threatened again and again.',
    });
  };

  it('is not offered to somebody without a rank, and is refused to too low a one', async () => {
    const chat = await asks(MANAGER);
    await run.until(
      async () => (await run.desk.messages(MANAGER, chat)).some((it) => /Only a senior manager/.test(it.html)),
      'the refusal',
    );
    const before = (await run.desk.backstage('')).cases.length;
    const low = saidBy(await opens(OFFICER));
    expect(low).toContain('Community Safety Manager or above');
    // Nor by the coordinator's hand: the level is the directory's, whoever writes it down.
    const spoc = await run.desk.chat(SPOC);
    const form = await run.desk.dialog(SPOC, spoc, { dialog: 'safeguarding' });
    const byHand = await run.desk.submit(SPOC, spoc, form, 'Open the review', {
      'Who decided it': OFFICER,
      'Why a review is needed now': 'She is alone.',
    });
    expect(saidBy(byHand)).toContain('Community Safety Manager or above');
    expect((await run.desk.backstage('')).cases).toHaveLength(before);
  });

  it('opens a review for a Community Safety Manager: accepted at once, CT4 within 14 working days (AMB-C9)', async () => {
    const opened = await opens(CSM);
    const ref = referenceIn(opened);
    const channel = await play.channelOf(run, ref);
    const text = await play.cardSays(run, SPOC, channel, 'ASB Case Review', 'CT4');
    expect(text).toContain('Fri 25 September 2026');
    expect(text).not.toContain('Merriweather');
    expect(await acts(ref)).toEqual(['openSafeguardingReview']);
    expect((await play.sends(run, ref, 'CT4')).kind).toBe('closed');
    expect((await play.askAgencies(run, ref)).kind).toBe('closed');
  });

  it('may be decided by a partner’s inspector, and written down by the coordinator', async () => {
    const spoc = await run.desk.chat(SPOC);
    const form = await run.desk.dialog(SPOC, spoc, { dialog: 'safeguarding' });
    const shown = await run.desk.submit(SPOC, spoc, form, 'Open the review', {
      'Who decided it': INSPECTOR,
      'Why a review is needed now': 'He is very frail.',
    });
    const { record } = await run.desk.backstage(referenceIn(shown));
    expect(JSON.stringify(record?.events[0]?.json)).toContain('"rank":"inspector"');
  });
});

describe('an application that is not suitable (HER-1.4)', () => {
  it('cannot be declined where the complaints reach the count: the decision is offered in its place (STAT-3, AMB-B6)', async () => {
    const ref = await play.openCase(run, {}, { victim: 'Isolde Crake' });
    const chat = await run.desk.chat(SPOC);
    await run.desk.say(SPOC, chat, `case ${ref}`);
    const offered = textOf((await run.desk.press(SPOC, chat, ref, 'More…')).dialog?.card);
    expect(offered).not.toContain('Decline the application');
    expect(offered).toContain('Decide the threshold');
    expect(await acts(ref)).toEqual(['receiveApplication']);
  });

  it('is declined below the count, for a reason of the procedure, and told why (AMB-B6)', async () => {
    const ref = await play.openCase(run, {}, { victim: 'Odette Farrow', incidents: 2 });
    const chat = await run.desk.chat(SPOC);
    const form = await more(ref, 'Decline the application');
    const choices = JSON.stringify(form.dialog?.card);
    for (const reason of ['cps', 'court', 'service_only']) expect(choices).toContain(`"${reason}"`);
    const typed = { Reason: 'service_only', 'The reason in your own words': 'It is about a member of staff.' };
    const done = await run.desk.submit(SPOC, chat, form, 'Decline the application', typed);
    expect(done.kind, textOf(done.dialog?.card)).toBe('closed');
    expect(await acts(ref)).toEqual(['receiveApplication', 'declineApplication']);
    const channel = await play.channelOf(run, ref);
    await play.cardSays(run, SPOC, channel, 'ASB Case Review', 'Declined on Mon 7 September 2026: It is a complaint');
    await play.sends(run, ref, 'acknowledgement');
    const letter = await run.desk.step(SPOC, /why it was declined \(CT3\)/);
    const { draft } = await run.desk.sendsLetter(SPOC, letter.conversation, letter.shown);
    expect(textOf(draft.dialog?.card)).toContain('we cannot take your application');
    expect(textOf(draft.dialog?.card)).not.toContain('does not meet the threshold');
    // How it ends is filled in already.
    await run.desk.doStep(SPOC, /the application was declined/, 'Close the case', { Reason: 'It is about service.' });
    await archived(ref, true);
  });
});

describe('a victim who cannot be reached (HER-11.3, AMB-C6)', () => {
  let ref: string;
  const tries = (means: string): Promise<Shown> =>
    play.does(run, ref, 'contact', 'Record it', { How: means, 'Did you reach the victim?': 'No' });
  const opened = async (): Promise<Shown> =>
    run.desk.dialog(SPOC, await run.desk.chat(SPOC), { dialog: 'close', caseId: ref });
  const close = async (): Promise<Shown> => {
    const chat = await run.desk.chat(SPOC);
    const chosen = await run.desk.submit(SPOC, chat, await opened(), 'Go on', { 'It ends as': 'no_contact' });
    return run.desk.submit(SPOC, chat, chosen, 'Close the case', { Reason: 'Nobody could reach her.' });
  };
  const tooFew = 'At least 3 attempts by 2 means over 10 working days come first.';

  it('the case is closed only after three tries by two means over ten working days', async () => {
    ref = await play.openCase(run);
    await play.accept(run, ref);
    await play.channelOf(run, ref);
    await tries('By phone');
    await run.desk.move('2026-09-14', SPOC);
    await tries('By letter');
    expect(saidBy(await opened())).toContain(tooFew);
    await run.desk.move('2026-09-18', SPOC);
    await tries('By a visit');
    expect(saidBy(await opened())).toContain(tooFew);
    await run.desk.move('2026-09-21', SPOC);
    expect((await close()).kind).toBe('closed');
  });

  it('a letter says so, wanted by Mon 28 September and owed by Mon 5 October 2026; its step can be done in the channel, which is archived once it has gone (HER-11.4, AMB-C11)', async () => {
    const { step, conversation, shown } = await run.desk.step(SPOC, /when and why the case was closed/);
    expect([step.caseRef, step.dueOn]).toEqual([ref, '2026-09-28']);
    const channel = await play.channelOf(run, ref);
    await play.cardSays(run, SPOC, channel, 'ASB Case Review', 'Tell the applicant when and why the case was closed');
    const pressed = await run.desk.press(
      SPOC,
      channel,
      'ASB Case Review',
      'Tell the applicant when and why the case was closed',
    );
    expect(pressed.dialog?.title).toMatch(/letter/i);
    const { draft, sent } = await run.desk.sendsLetter(SPOC, conversation, shown);
    expect(textOf(draft.dialog?.card)).toContain('we open the case again where it stopped');
    expect(sent.kind).toBe('closed');
    await archived(ref, true);
    const { clocks } = await run.desk.backstage(ref);
    expect(clocks.find((it) => it.id === 'HER.withdrawn')).toMatchObject({ status: 'met', dueOn: '2026-10-05' });
  });

  it('when she gets in touch the case opens again with its history, and its channel with it', async () => {
    const form = await more(ref, 'The victim is in touch again');
    const chat = await run.desk.chat(SPOC);
    const typed = { How: 'By phone', 'Did you reach the victim?': 'Yes' };
    expect((await run.desk.submit(SPOC, chat, form, 'Record it', typed)).kind).toBe('closed');
    await archived(ref, false);
    expect((await acts(ref)).slice(-3)).toEqual(['sendLetter', 'contactVictim', 'reviewOpened']);
    const channel = await play.channelOf(run, ref);
    await play.askAgencies(run, ref);
    await play.cardSays(run, LANDLORD, channel, 'Larkfield', 'by Wed 23 September 2026');
    expect((await run.desk.view(SPOC)).channels.filter((it) => it.name === ref)).toHaveLength(1);
  });
});

describe('actions before and after the meeting', () => {
  let ref: string;
  let channel: string;
  const add = (what: string, owner: string, due: string): Promise<Shown> =>
    play.does(run, ref, 'addAction', 'Add the action', {
      'The victim’s copy': 'true',
      'What will be done': what,
      Owner: owner,
      'To be done by': due,
    });

  it('one owned by the coordinator is done by the deputy, and by nobody else (HER-10.1, HER-10.6)', async () => {
    ref = await play.openCase(run, {}, { victim: 'Winifred Sallow' });
    await play.accept(run, ref);
    channel = await play.channelOf(run, ref);
    await play.proposeTimes(run, ref);
    await run.desk.press(SPOC, channel, 'Choose a day', await play.firstTime(run, channel));
    await add('Write to the neighbours', SPOC, '2026-09-30');
    const chat = await run.desk.chat(SPOC);
    await play.cardSays(run, SPOC, chat, 'Write to the neighbours', 'Your action');
    const card = (await run.desk.messages(SPOC, chat)).find((it) => textOf(it.cards[0]).includes('Write to'))?.cards[0];
    const done = (who: string, id: string) =>
      run.desk.post<Shown>('/desk/api/action', {
        as: who,
        conversation: channel,
        activityId: id,
        action: { type: 'Action.Execute', verb: 'action.done', data: { caseId: ref, action: '1', v: 1 } },
      });
    expect(card).toBeDefined();
    const root = (await run.desk.conversation(SPOC, channel)).threads[0]?.root.id ?? '';
    expect(saidBy(await done(HEALTH, root))).toContain('Only the owner');
    expect(saidBy(await done(DEPUTY, root))).not.toContain('Only the owner');
    const { record } = await run.desk.backstage(ref);
    const reports = record?.events.filter((it) => it.act === 'reportAction');
    expect(reports?.map((it) => [it.by, it.on])).toEqual([[DEPUTY, '2026-09-21']]);
  });

  it('one no longer viable needs its outcome, and the partners are told (HER-10.7)', async () => {
    await add('Offer mediation', LANDLORD, '2026-10-02');
    await play.cardSays(run, LANDLORD, channel, 'Offer mediation', 'Your action');
    const form = await run.desk.press(LANDLORD, channel, 'Offer mediation', 'No longer possible or needed');
    const empty = await run.desk.submit(LANDLORD, channel, form, 'End this action');
    expect(saidBy(empty)).toContain('Write what the outcome was');
    const typed = { 'What the outcome was': 'The neighbour has moved away.' };
    expect((await run.desk.submit(LANDLORD, channel, empty, 'End this action', typed)).kind).toBe('closed');
    const words = /no longer possible or no longer needed/;
    for (const who of [INSPECTOR, HEALTH])
      await run.until(
        async () => (await run.desk.mail(who)).messages.some((it) => it.subject.includes(ref) && words.test(it.html)),
        `a mail to ${who}`,
      );
    const chat = await run.desk.chat(CSM);
    await run.until(
      async () => (await run.desk.messages(CSM, chat)).some((it) => words.test(it.html) && it.html.includes(ref)),
      'word to the Community Safety Manager',
    );
    await play.cardSays(run, LANDLORD, channel, 'Offer mediation', 'The neighbour has moved away.');
  });

  it('one given another day says so on its card; the steps to managers wait for that day and are not reset (AMB-C5)', async () => {
    await add('Fit a camera', OFFICER, '2026-09-24');
    const chat = await run.desk.chat(OFFICER);
    await play.cardSays(run, OFFICER, chat, 'Fit a camera', 'by Thu 24 September 2026');
    const moved = await play.does(
      run,
      ref,
      'moveAction',
      'Move it',
      { 'New day': '2026-10-30', Reason: 'The camera has to be ordered.' },
      { action: '3' },
    );
    expect(moved.kind).toBe('closed');
    await play.cardSays(run, OFFICER, chat, 'Fit a camera', 'Moved from Thu 24 September 2026 to Fri 30 October 2026');
    const came: string[] = [];
    while ((await run.desk.view(SPOC)).today < '2026-11-02') {
      const report = await run.desk.move('nextDue', SPOC);
      came.push(...report.came.filter((it) => it.place?.person === MANAGER).map((it) => it.on));
    }
    // Three weeks after Thu 24 September would be Fri 16 October; it waits until the new day is over, a Saturday.
    expect(came).toEqual(['2026-11-02']);
  });
});
