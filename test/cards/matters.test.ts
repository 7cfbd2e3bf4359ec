import { describe, expect, it } from 'vitest';
import { cardFor } from '../../src/cards/cardFor.ts';
import type { Matter } from '../../src/domain/effects.ts';
import type { CaseView } from '../../src/domain/caseView.ts';
import { meetingAt } from '../support/cardSamples.ts';
import { viewOn } from '../support/caseFixtures.ts';
import { someone } from '../support/partnership.ts';

const drawn = (matter: Matter, day: string, workings: CaseView['workings'] = {}) =>
  cardFor(matter, viewOn(day, { workings }));
const words = (matter: Matter, day: string, workings: CaseView['workings'] = {}) =>
  JSON.stringify(drawn(matter, day, workings)?.card);
const request = (agency: string): Matter => ({ is: 'request', returnKind: 'review', agency });

describe('an agency’s request', () => {
  it('asks one person by mention, with the day, one press for nothing held and the legal basis one press away', () => {
    const it = drawn(request('police'), '2026-08-28');
    const card = JSON.stringify(it?.card);
    expect(it?.mentions.map((person) => person.id)).toEqual(['ines-pector']);
    expect(card).toContain('by Wed 2 September 2026 (2 working days left)');
    expect(card).toContain('"verb":"return.nil"');
    expect(card).toContain('Schedule 4');
    expect(it?.summary).toBe('HBC-2026-0007: Agency Response Form (CT5)');
  });
  it('says after the answer who gave it, when, and until when it may be changed', () => {
    const it = drawn(request('police'), '2026-09-01');
    const card = JSON.stringify(it?.card);
    expect(it?.mentions).toEqual([]);
    expect(card).toContain('Recorded on Tue 1 September 2026, given by Ines Pector.');
    expect(card).toContain('Open the answer');
    expect(card).not.toContain('return.nil');
  });
  it('offers each person who is shown it alone what they may do: the form, the answer, or neither', () => {
    const titles = (id: string, day: string) =>
      [...JSON.stringify(cardFor(request('police'), viewOn(day), someone(id))?.card).matchAll(/"title":"([^"]+)"/g)]
        .map(([, title]) => title)
        .filter((title) => title !== 'Legal basis');
    expect(titles('ines-pector', '2026-08-28')).toEqual(
      expect.arrayContaining(['Fill in the form', 'We hold nothing']),
    );
    expect(titles('cora-spoc', '2026-08-28')).toEqual([]);
    expect(titles('depu-ty', '2026-09-01')).toEqual(['See or change the answer']);
    expect(titles('cora-spoc', '2026-09-01')).toEqual(['Read the answer']);
    expect(titles('lana-lord', '2026-09-01')).toEqual([]);
  });
  it('names who changed an answer, on the same day too', () => {
    const view = viewOn('2026-09-01');
    const by = { person: 'depu-ty', name: 'Depu Ty', agency: 'Invented Police' };
    const requests = view.review.requests.map((it) =>
      it.agency === 'Invented Police' && it.answer
        ? { ...it, answer: { ...it.answer, by, amended: true as const } }
        : it,
    );
    const changed = cardFor(request('police'), { ...view, review: { ...view.review, requests } })?.card;
    expect(JSON.stringify(changed)).toContain('Changed on Tue 1 September 2026 by Depu Ty.');
  });
  it('can no longer be changed once the pack has gone, and marks the late answer', () => {
    const card = words(request('homes'), '2026-09-17');
    expect(card).toContain('Cannot share: answered Fri 4 September 2026, late.');
    expect(card).not.toContain('"dialog":"return"');
  });
  it('never shows what was written in the form', () => {
    expect(words(request('police'), '2026-09-17')).not.toMatch(/Two visits|Intelligence/);
  });
  it('is nothing for an agency that was not asked', () => {
    expect(drawn(request('away'), '2026-09-17')).toBeNull();
  });
});

describe('an action', () => {
  it('tells the owner what happens if nothing is heard (HER-10.2 to HER-10.5)', () => {
    expect(words({ is: 'action', action: '1' }, '2026-09-23')).toContain(
      'If nothing is heard: you on Mon 5 October 2026, then your line manager on Mon 26 October 2026',
    );
  });
  it('mentions an owner who has no chat, and nobody once it has ended', () => {
    expect(drawn({ is: 'action', action: '2' }, '2026-09-23')?.mentions.map((one) => one.id)).toEqual(['lana-lord']);
    expect(drawn({ is: 'action', action: '1' }, '2026-09-23')?.mentions).toEqual([]);
    expect(drawn({ is: 'action', action: '3' }, '2026-11-18')?.mentions).toEqual([]);
  });
  it('says that done counts from the day the coordinator was told (HER-10.6)', () => {
    expect(words({ is: 'action', action: '1' }, '2026-10-02')).toContain(
      'told on Thu 1 October 2026, and that is the day it counts from',
    );
  });
  it('tells the outcome of one that is no longer possible (HER-10.7)', () => {
    expect(words({ is: 'action', action: '3' }, '2026-11-18')).toContain(
      'What came of it: The household has moved away.',
    );
  });
});

describe('the meeting', () => {
  const meeting: Matter = { is: 'meeting' };
  it('names the empty seats and asks for a reason before it starts below the minimum (HER-8.1, HER-8.2)', () => {
    const card = words(meeting, '2026-09-21', { meeting: meetingAt(0, false) });
    expect(card).toContain('At least 3 different bodies');
    expect(card).toContain('"id":"regardless"');
    expect(card).toContain('Start all the same');
  });
  it('starts without a reason when the minimum is here', () => {
    const card = words(meeting, '2026-09-21', { meeting: meetingAt(0, false, 5) });
    expect(card).not.toContain('regardless');
    expect(card).toContain('The minimum panel is here.');
  });
  it('asks first who is here', () => {
    const card = words(meeting, '2026-09-21', { meeting: meetingAt(0, false, 0) });
    expect(card).toContain('"dialog":"attendance"');
    expect(card).not.toContain('meeting.start');
  });
  it('hides closed points and actions while the victim is in the room', () => {
    const card = words(meeting, '2026-09-21', { meeting: meetingAt(2) });
    expect(card).toContain('the victim is in the room');
    expect(card).toContain('3 of 7');
    expect(card).not.toMatch(/injunction|captureAction/);
  });
  it('reads everything back at the end and agrees with one press', () => {
    const card = words(meeting, '2026-09-21', { meeting: meetingAt(18) });
    expect(card).toContain('"verb":"meeting.agree"');
    expect(card).toContain('Nobody put the reports together.');
    expect(card).not.toContain('"id":"note"');
  });
});
