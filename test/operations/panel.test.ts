import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelPanel, movePanel, pickSlot, proposeSlots, recordInvitationAnswers } from '../../src/operations/panel.ts';
import { guestOf, openPartOf } from '../../src/domain/openPart.ts';
import { performOnCase } from '../../src/operations/perform.ts';
import { viewCase } from '../../src/operations/view.ts';
import { accepted, refusalOf, startShell, type Shell } from '../support/shell.ts';
import { accepted4, act, arranged, opened } from '../support/story.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
});
beforeEach(() => {
  shell.searches.length = 0;
  shell.busy.clear();
});
afterAll(() => shell.close());
const spoc = () => shell.who('cora-spoc');
const kindsOf = async (caseId: string) => (await shell.effects(caseId)).map((it) => it.kind);

describe('looking for a time', () => {
  it('asks the calendars of the seats, the coordinator and the independent chair, never of the victim', async () => {
    const caseId = await accepted4(shell);
    await act(shell, caseId, '2026-03-16', { act: 'recordVoice', with: { mode: 'attend' } });
    const view = accepted(await proposeSlots(shell.deps, { caseId, person: spoc(), minutes: 90, openMinutes: 30 }));
    const asked = shell.searches[0];
    expect(asked?.emails.sort()).toEqual(
      ['cora-spoc', 'sam-manager', 'ines-pector', 'lana-lord', 'hal-thorne', 'indy-chair']
        .map((id) => shell.who(id).email)
        .sort(),
    );
    // Three working days of notice, so that the pack is out two working days before.
    expect(asked?.from).toBe('2026-03-19');
    expect(view.workings.slots).toMatchObject({ chair: 'indy-chair', minutes: 90, openMinutes: 30 });
    expect(view.workings.slots?.slots).toHaveLength(3);
  });

  it('stays inside the local target of 20 working days from CT4 of Tue 10 March: Thu 9 April 2026, over Easter', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-16');
    const view = accepted(await proposeSlots(shell.deps, { caseId, person: spoc(), minutes: 90, openMinutes: 0 }));
    expect(view.workings.slots?.before).toBe('2026-04-09');
    expect(view.workings.slots?.why).toContain('Thu 9 April 2026');
  });

  it('says why when no working day is left, and offers the soonest days', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-04-09');
    const view = accepted(await proposeSlots(shell.deps, { caseId, person: spoc(), minutes: 90, openMinutes: 0 }));
    expect(view.workings.slots?.why).toContain('not possible');
    expect(view.workings.slots?.slots[0]?.day).toBe('2026-04-10');
  });

  it('takes nobody for free whose calendar cannot be seen', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-16');
    shell.busy.set(shell.who('cora-spoc').email, []);
    shell.busy.set(shell.who('ines-pector').email, null);
    const view = accepted(await proposeSlots(shell.deps, { caseId, person: spoc(), minutes: 60, openMinutes: 0 }));
    expect(view.workings.slots?.slots[0]?.free).toEqual(['cora-spoc']);
    expect(view.workings.slots?.slots[0]?.unknown).toContain('ines-pector');
    expect(view.workings.slots?.slots[0]?.unknown).toContain('lana-lord');
  });

  it('is refused before the decision, for a length no meeting has, and to anyone but the coordinator', async () => {
    const caseId = await opened(shell);
    const ask = { caseId, person: spoc(), minutes: 60, openMinutes: 0 };
    expect(refusalOf(await proposeSlots(shell.deps, ask)).code).toBe('not_yet');
    expect(refusalOf(await proposeSlots(shell.deps, { ...ask, minutes: 4 }))).toMatchObject({ field: 'minutes' });
    expect(refusalOf(await proposeSlots(shell.deps, { ...ask, person: shell.who('ines-pector') })).code).toBe(
      'not_allowed',
    );
    expect(shell.searches).toEqual([]);
  });
});

describe('taking one of the times', () => {
  it('takes the time on the card or none: a card drawn before other times were proposed is stale', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-16');
    const ask = { caseId, person: spoc(), minutes: 90, openMinutes: 0 };
    const first = accepted(await proposeSlots(shell.deps, ask)).workings.slots?.slots[0];
    if (!first) throw new Error('nothing was proposed');
    // The coordinator's own morning fills up, and another look proposes another time at the same place of the list.
    shell.busy.set(spoc().email, [{ day: first.day, from: '09:00', to: '17:30' }]);
    const second = accepted(await proposeSlots(shell.deps, ask)).workings.slots?.slots[0];
    expect([second?.day, second?.startsAt]).not.toEqual([first.day, first.startsAt]);
    const pick = { caseId, person: spoc(), slot: 0 };
    const before = await shell.everything();
    const onCard = { day: first.day, startsAt: first.startsAt };
    expect(refusalOf(await pickSlot(shell.deps, { ...pick, ...onCard }))).toMatchObject({
      code: 'stale',
      field: 'slot',
    });
    expect(await shell.everything()).toBe(before);

    const now = { day: second?.day ?? '', startsAt: second?.startsAt ?? '' };
    const taken = accepted(await pickSlot(shell.deps, { ...pick, ...now }));
    expect([taken.review.panelArranged?.with.for, taken.review.panelArranged?.detail?.startsAt]).toEqual(
      Object.values(now),
    );
    // The same press again is the same choice; the old card still is not.
    const { length } = await shell.effects(caseId);
    accepted(await pickSlot(shell.deps, { ...pick, ...now }));
    expect(refusalOf(await pickSlot(shell.deps, { ...pick, ...onCard })).code).toBe('stale');
    expect(await shell.effects(caseId)).toHaveLength(length);
  });

  it('takes no day that has passed since it was proposed', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-16');
    const ask = { caseId, person: spoc(), minutes: 90, openMinutes: 0 };
    const slot = accepted(await proposeSlots(shell.deps, ask)).workings.slots?.slots[0];
    shell.on('2026-04-20');
    const pick = { caseId, person: spoc(), slot: 0, day: slot?.day ?? '', startsAt: slot?.startsAt ?? '' };
    expect(refusalOf(await pickSlot(shell.deps, pick))).toMatchObject({ code: 'stale' });
    shell.on('2026-03-16');
  });
});

describe('the arranged panel', () => {
  it('is booked once, whoever clicks twice; the victim is named for the open session alone', async () => {
    const { caseId } = await arranged(shell);
    const again = accepted(await pickSlot(shell.deps, { caseId, person: spoc(), slot: 0 }));
    expect(again.review.panelArranged?.with).toMatchObject({
      openSession: true,
      chair: { name: 'Indy Chair', independent: true },
    });
    expect(again.review.panelArranged?.detail).toMatchObject({ openMinutes: 30 });
    expect(guestOf(again.review)).toMatchObject({ who: 'victim', email: 'elsie@post.example' });
    expect(again.review.panelArranged?.detail?.panel).not.toContain('elsie@post.example');
    expect((await kindsOf(caseId)).filter((kind) => kind === 'bookPanel')).toHaveLength(1);
  });

  it('moves with the same booking, and a day that has passed or no time at all is refused at the field', async () => {
    const { caseId } = await arranged(shell);
    const booking = accepted(await viewCase(shell.deps, caseId, null)).review.panelArranged?.detail?.booking;
    const view = accepted(
      await movePanel(shell.deps, { caseId, person: spoc(), day: '2026-04-01', startsAt: '14:00' }),
    );
    expect(view.review.panelArranged).toMatchObject({
      with: { for: '2026-04-01' },
      detail: { startsAt: '14:00', booking },
    });
    expect((await kindsOf(caseId)).filter((kind) => kind === 'movePanel')).toHaveLength(1);
    const before = await shell.everything();
    const past = { caseId, person: spoc(), day: '2026-03-13', startsAt: '14:00' };
    expect(refusalOf(await movePanel(shell.deps, past))).toMatchObject({ code: 'bad_input', field: 'day' });
    const noTime = { caseId, person: spoc(), day: '2026-04-02', startsAt: 'two o’clock' };
    expect(refusalOf(await movePanel(shell.deps, noTime))).toMatchObject({ code: 'bad_input', field: 'startsAt' });
    expect(await shell.everything()).toBe(before);
  });

  it('is called off once with a reason, and the next one is another booking', async () => {
    const { caseId } = await arranged(shell);
    const first = accepted(await viewCase(shell.deps, caseId, null)).review.panelArranged?.detail?.booking;
    expect(refusalOf(await cancelPanel(shell.deps, { caseId, person: spoc(), reason: ' ' }))).toMatchObject({
      field: 'reason',
    });
    accepted(await cancelPanel(shell.deps, { caseId, person: spoc(), reason: 'The chair is ill.' }));
    accepted(await cancelPanel(shell.deps, { caseId, person: spoc(), reason: 'The chair is ill.' }));
    expect((await kindsOf(caseId)).filter((kind) => kind === 'cancelPanel')).toHaveLength(1);
    const view = accepted(
      await movePanel(shell.deps, {
        caseId,
        person: spoc(),
        day: '2026-04-01',
        startsAt: '14:00',
        chair: 'indy-chair',
      }),
    );
    expect(view.review.panelArranged?.detail?.booking).not.toBe(first);
    expect((await kindsOf(caseId)).filter((kind) => kind === 'bookPanel')).toHaveLength(2);
  });

  it('records what invitees answer, once each', async () => {
    const { caseId } = await arranged(shell);
    const answers = [
      { email: shell.who('lana-lord').email.toUpperCase(), answer: 'accepted' as const },
      { email: shell.who('ines-pector').email, answer: 'none' as const },
    ];
    const view = accepted(await recordInvitationAnswers(shell.deps, { caseId, session: 'closed', answers }));
    expect(view.review.invitations.map((it) => it.answer)).toEqual(['accepted']);
    const before = await shell.everything();
    accepted(await recordInvitationAnswers(shell.deps, { caseId, session: 'closed', answers }));
    expect(await shell.everything()).toBe(before);
  });

  it('is wanted by the steps until it is arranged, then the pack two working days before it', async () => {
    const { caseId, day } = await arranged(shell);
    const view = accepted(await viewCase(shell.deps, caseId, null));
    expect(view.steps.map((it) => it.key)).not.toContain('panel');
    expect(view.steps.find((it) => it.key === 'pack')).toMatchObject({ dueOn: '2026-03-17', overdue: false });
    expect(day).toBe('2026-03-19');
  });
});

describe('the open part follows the victim’s choice (STAT-12b)', () => {
  const movesOf = async (caseId: string) => (await kindsOf(caseId)).filter((kind) => kind === 'movePanel').length;

  it('cannot be set before it is recorded how the victim is heard, nor for one who does not come, nor be left out for one who does', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-16');
    const ask = { caseId, person: spoc(), day: '2026-03-25', startsAt: '10:00' };
    expect(refusalOf(await movePanel(shell.deps, { ...ask, openMinutes: 30 }))).toMatchObject({
      code: 'not_yet',
      field: 'openMinutes',
    });
    await act(shell, caseId, '2026-03-16', { act: 'recordVoice', with: { mode: 'written' } });
    expect(refusalOf(await movePanel(shell.deps, { ...ask, openMinutes: 30 }))).toMatchObject({
      code: 'bad_input',
      field: 'openMinutes',
    });
    await act(shell, caseId, '2026-03-16', { act: 'recordVoice', with: { mode: 'attend' } });
    expect(refusalOf(await movePanel(shell.deps, { ...ask, openMinutes: 0 }))).toMatchObject({ field: 'openMinutes' });
  });

  it('begins when the choice to come is recorded after the day was set, with the length chosen, and ends when it changes', async () => {
    const caseId = await accepted4(shell);
    shell.on('2026-03-16');
    accepted(await movePanel(shell.deps, { caseId, person: spoc(), day: '2026-03-25', startsAt: '10:00' }));
    const voice = (mode: 'attend' | 'written', slotMinutes?: number) =>
      act(shell, caseId, '2026-03-17', { act: 'recordVoice', with: { mode, ...(slotMinutes ? { slotMinutes } : {}) } });
    const comes = await voice('attend', 25);
    expect(openPartOf(comes.review)).toEqual({
      minutes: 25,
      guest: { who: 'victim', by: 'email', email: 'elsie@post.example' },
    });
    expect(await movesOf(caseId)).toBe(1);
    expect(openPartOf((await voice('attend', 25)).review)?.minutes).toBe(25);
    expect(await movesOf(caseId)).toBe(1);
    const stays = await voice('written');
    expect(openPartOf(stays.review)).toBeNull();
    expect(stays.review.panelArranged?.with.openSession).toBe(false);
    expect(await movesOf(caseId)).toBe(2);
  });

  it('takes the e-mail invitation back when a call tells that e-mail is not safe, and asks to tell the day by another way until that is done', async () => {
    const { caseId } = await arranged(shell);
    const said = await act(shell, caseId, '2026-03-17', {
      act: 'contactVictim',
      with: { means: 'phone', reached: true },
      detail: { notBy: ['email'] },
    });
    expect(guestOf(said.review)).toEqual({ who: 'victim', by: null, email: null });
    expect(await movesOf(caseId)).toBe(1);
    const keys = (view: typeof said) => view.steps.map((it) => it.key);
    expect(keys(said)).toContain('contact/panel');
    const tried = await act(shell, caseId, '2026-03-17', {
      act: 'contactVictim',
      with: { means: 'phone', reached: false },
    });
    expect(keys(tried)).toContain('contact/panel');
    const told = await act(shell, caseId, '2026-03-17', {
      act: 'contactVictim',
      with: { means: 'phone', reached: true },
    });
    expect(keys(told)).not.toContain('contact/panel');
  });

  it.each([
    ['no way chosen', 'attend', { notBy: [] }, 'inviteBy'],
    ['a way that must not be used', 'attend', { inviteBy: 'email', notBy: ['email'] }, 'inviteBy'],
    ['no address', 'attend', { inviteBy: 'email', victimEmail: '' }, 'victimEmail'],
    ['nobody named', 'representative', { inviteBy: 'phone' }, 'representative.name'],
    [
      'no address of theirs',
      'representative',
      { inviteBy: 'email', representative: { name: 'Ada Vale' } },
      'representative.email',
    ],
    [
      'the victim’s own address for theirs',
      'representative',
      { inviteBy: 'email', representative: { name: 'Ada Vale', email: 'Elsie@post.example' } },
      'representative.email',
    ],
  ] as const)('is refused with the field named: %s', async (_what, mode, detail, field) => {
    const caseId = await accepted4(shell);
    const before = await shell.everything();
    const outcome = await performOnCase(shell.deps, {
      caseId,
      person: spoc(),
      act: 'recordVoice',
      with: { mode },
      detail: structuredClone(detail) as never,
    });
    expect(refusalOf(outcome)).toMatchObject({ code: 'bad_input', field });
    expect(await shell.everything()).toBe(before);
  });
});
