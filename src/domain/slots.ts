import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import type { Slot } from './workings.ts';

/** One invitee and what their calendar says. `busy` null: it cannot be seen, which is never the same as free. */
export interface Invitee {
  id: string;
  /** Fills a seat of the minimum panel, or chairs. */
  required: boolean;
  busy: { day: Day; from: string; to: string }[] | null;
}
export interface SlotSearch {
  calendar: WorkingCalendar;
  today: Day;
  /** Last day that keeps every duty; null where none binds. */
  before: Day | null;
  /** Length of the panel's own session; the open session comes before it. */
  minutes: number;
  openMinutes: number;
  invitees: Invitee[];
}

const OPENS = 9 * 60 + 30;
const SHUTS = 16 * 60 + 30;
const STEP = 30;
const FAVOURITE = 10 * 60;
/** How far to look, in working days, where no date binds. */
const HORIZON = 20;
const PROPOSALS = 3;

/** Working days on which a meeting may be proposed: not today, none after the binding day while one before it is left. */
export function daysToTry({ calendar, today, before }: Pick<SlotSearch, 'calendar' | 'today' | 'before'>): Day[] {
  const days: Day[] = [];
  for (let day = calendar.next(today); days.length < HORIZON; day = calendar.next(day)) {
    if (before !== null && day > before) break;
    days.push(day);
  }
  return days;
}

/** The pack goes to the panel two working days before it meets, so a day nearer than this is proposed only where no other is left. */
const NOTICE = 3;

/** Of the days those that leave time for the pack and for people to free themselves; all where none does, or where a binding date has passed and only the soonest will do. */
export function withNotice(
  days: Day[],
  { calendar, today, soonest }: Pick<SlotSearch, 'calendar' | 'today'> & { soonest: boolean },
): Day[] {
  if (soonest) return days;
  const noticed = days.filter((day) => calendar.between(today, day) >= NOTICE);
  return noticed.length > 0 ? noticed : days;
}

/**
 * The three times that suit most. A required seat that is known to be busy weighs most, then required seats known to be
 * free, then everyone else; among equals the earlier day, then the time nearest to ten. Different days where possible.
 * Best first.
 */
export function rankSlots(search: SlotSearch, days: Day[]): Slot[] {
  const length = search.minutes + search.openMinutes;
  const ranked = days
    .flatMap((day) => startsWithin(length).map((start) => ({ slot: slotAt(search, day, start, length), start })))
    .sort((a, b) => compare(measure(a, search.invitees), measure(b, search.invitees)));
  const chosen: Slot[] = [];
  const take = (fits: (slot: Slot) => boolean) => {
    for (const { slot } of ranked) if (chosen.length < PROPOSALS && fits(slot)) chosen.push(slot);
  };
  take((slot) => chosen.every((it) => it.day !== slot.day));
  take((slot) => !chosen.includes(slot) && chosen.every((it) => it.day !== slot.day || apart(it, slot) >= length));
  return chosen;
}

function startsWithin(length: number): number[] {
  const starts: number[] = [];
  for (let at = OPENS; at + length <= SHUTS; at += STEP) starts.push(at);
  return starts;
}

function slotAt({ invitees, minutes }: SlotSearch, day: Day, start: number, length: number): Slot {
  const slot: Slot = { day, startsAt: clock(start), minutes, free: [], busy: [], unknown: [] };
  for (const { id, busy } of invitees) {
    if (busy === null) slot.unknown.push(id);
    else if (busy.some((it) => it.day === day && inMinutes(it.from) < start + length && inMinutes(it.to) > start))
      slot.busy.push(id);
    else slot.free.push(id);
  }
  return slot;
}

/** Smaller is better, the first difference decides. */
function measure({ slot, start }: { slot: Slot; start: number }, invitees: Invitee[]): (number | string)[] {
  const required = new Set(invitees.filter((it) => it.required).map((it) => it.id));
  const count = (ids: string[]) => ids.filter((id) => required.has(id)).length;
  return [
    count(slot.busy),
    -count(slot.free),
    slot.busy.length,
    -slot.free.length,
    slot.day,
    Math.abs(start - FAVOURITE),
    start,
  ];
}

function compare(a: (number | string)[], b: (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

const apart = (a: Slot, b: Slot): number => Math.abs(inMinutes(a.startsAt) - inMinutes(b.startsAt));
const inMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
