import { describe, expect, it } from 'vitest';
import { workingCalendar } from '../../src/calendar/workingDays.ts';
import { daysToTry, rankSlots, withNotice, type Invitee, type SlotSearch } from '../../src/domain/slots.ts';

const calendar = workingCalendar();
const search = (more: Partial<SlotSearch>): SlotSearch => ({
  calendar,
  today: '2026-03-30',
  before: '2026-04-10',
  minutes: 90,
  openMinutes: 30,
  invitees: [],
  ...more,
});
const rank = (it: SlotSearch) => rankSlots(it, daysToTry(it));
const free = (id: string, required = true): Invitee => ({ id, required, busy: [] });

describe('which days a panel may be proposed for', () => {
  it('on Mon 30 March 2026, with Fri 10 April as the last day, leaves out today, Easter and the weekends', () => {
    expect(daysToTry(search({}))).toEqual([
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
    ]);
  });

  it('looks twenty working days ahead where no date binds', () => {
    expect(daysToTry(search({ before: null }))).toHaveLength(20);
  });

  it('finds none when the last day is the Saturday before the next working day', () => {
    expect(daysToTry(search({ today: '2026-04-03', before: '2026-04-06' }))).toEqual([]);
  });
});

describe('how much notice a proposal gives', () => {
  it('leaves time for the pack where the binding day allows it: from Mon 30 March 2026 not before Thu 2 April', () => {
    const it = search({});
    expect(withNotice(daysToTry(it), { ...it, soonest: false })[0]).toBe('2026-04-02');
  });

  it('offers what is left where the binding day does not', () => {
    const it = search({ before: '2026-04-01' });
    expect(withNotice(daysToTry(it), { ...it, soonest: false })).toEqual(['2026-03-31', '2026-04-01']);
  });

  it('leaves it too where no date binds yet: nobody is asked for tomorrow', () => {
    const it = search({ before: null });
    expect(withNotice(daysToTry(it), { ...it, soonest: false })[0]).toBe('2026-04-02');
  });

  it('offers tomorrow where the date can no longer be kept', () => {
    const it = search({ before: null });
    expect(withNotice(daysToTry(it), { ...it, soonest: true })[0]).toBe('2026-03-31');
  });
});

describe('which times suit most', () => {
  it('proposes three different days where everyone is free, each near ten o’clock', () => {
    const slots = rank(search({ invitees: [free('a'), free('b')] }));
    expect(slots.map((it) => [it.day, it.startsAt])).toEqual([
      ['2026-03-31', '10:00'],
      ['2026-04-01', '10:00'],
      ['2026-04-02', '10:00'],
    ]);
  });

  it('never starts before 09:30 nor ends after 16:30, the open session included', () => {
    const long = search({ minutes: 300, openMinutes: 60, invitees: [free('a')] });
    for (const slot of rank(long)) expect(['09:30', '10:00', '10:30']).toContain(slot.startsAt);
  });

  it('counts a calendar that cannot be seen apart, and never as free', () => {
    const [slot] = rank(search({ invitees: [free('a'), { id: 'police', required: true, busy: null }] }));
    expect(slot).toMatchObject({ free: ['a'], busy: [], unknown: ['police'] });
  });

  it('rather takes a later day than one on which a required seat is busy', () => {
    const all = (day: string) => ({ day, from: '00:00', to: '23:59' });
    const busy = { id: 'csm', required: true, busy: [all('2026-03-31'), all('2026-04-01')] };
    const slots = rank(search({ invitees: [busy, free('b', false)] }));
    expect(slots.map((it) => it.day)).toEqual(['2026-04-02', '2026-04-07', '2026-04-08']);
    expect(slots.every((it) => it.busy.length === 0)).toBe(true);
  });

  it('rather does without two others than without one required seat', () => {
    const morning = { day: '2026-03-31', from: '09:00', to: '12:30' };
    const afternoon = { day: '2026-03-31', from: '12:30', to: '17:00' };
    const slots = rank(
      search({
        before: '2026-03-31',
        invitees: [
          { id: 'required', required: true, busy: [morning] },
          { id: 'one', required: false, busy: [afternoon] },
          { id: 'two', required: false, busy: [afternoon] },
        ],
      }),
    );
    expect(slots[0]?.startsAt).toBe('12:30');
    expect(slots[0]?.busy).toEqual(['one', 'two']);
  });

  it('offers several times of one day, not overlapping, when only one day is left', () => {
    const slots = rank(search({ before: '2026-03-31', invitees: [free('a')] }));
    expect(slots).toHaveLength(3);
    expect(new Set(slots.map((it) => it.startsAt)).size).toBe(3);
    const starts = slots.map((it) => Number(it.startsAt.slice(0, 2)) * 60 + Number(it.startsAt.slice(3))).sort();
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(120);
  });

  it('sees that a meeting from 10:00 with half an hour before it meets an appointment at 11:45', () => {
    const busy = [{ day: '2026-03-31', from: '11:45', to: '12:00' }];
    const slots = rank(search({ before: '2026-03-31', invitees: [{ id: 'a', required: true, busy }] }));
    // Two hours from 09:30 end at 11:30; two hours from 10:00 do not.
    expect(slots[0]).toMatchObject({ startsAt: '09:30', busy: [] });
    expect(slots.slice(1).every((it) => it.startsAt >= '12:00' && it.busy.length === 0)).toBe(true);
  });
});
