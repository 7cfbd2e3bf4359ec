import { copyId, organiserOf } from '../../graph/eventRow.ts';
import { dayAfter, londonClock, londonDay } from '../../londonTime.ts';
import type { TenantPerson } from '../../people.ts';
import type { Answer, EventRecord } from '../../state/records.ts';
import { inventedTimes } from '../../teamwork/busyTimes.ts';
import { bodyHtml, timeWords } from '../../teamwork/invitations.ts';
import type { World } from '../../world.ts';
import { demandPerson } from '../acts/access.ts';
import type { CalendarView } from '../protocol.ts';

type EventView = CalendarView['events'][number];
const WORDS: Record<Answer, 'accepted' | 'declined' | 'tentative' | 'none'> = {
  accepted: 'accepted',
  declined: 'declined',
  tentativelyAccepted: 'tentative',
  none: 'none',
};
const BUSY_DAYS_SHOWN = 14;

/** A person's calendar. Coordinators hold the shared mailbox's calendar as their own. */
export function calendarView(world: World, as: string): CalendarView {
  const person = demandPerson(world, as);
  const today = londonDay(world.now());
  const events = world.state.events
    .all()
    .filter(
      (event) =>
        organises(world, person, event) || event.attendees.some((one) => one.address === person.email.toLowerCase()),
    )
    .sort((a, b) => a.start.localeCompare(b.start))
    .map((event) => eventView(world, person, event));
  const busy = person.account === null ? [] : inventedTimes(person, today, dayAfter(today, BUSY_DAYS_SHOWN));
  return {
    events,
    busy: busy.map((one) => ({
      day: londonDay(new Date(one.start)),
      timeWords: `${londonClock(new Date(one.start))} to ${londonClock(new Date(one.end))}`,
    })),
  };
}

const organises = (world: World, person: TenantPerson, event: EventRecord): boolean =>
  event.mailbox === person.email.toLowerCase() ||
  (person.coordinator && event.mailbox === world.people.mailbox.address);

function eventView(world: World, person: TenantPerson, event: EventRecord): EventView {
  const address = person.email.toLowerCase();
  const mine = event.attendees.find((one) => one.address === address);
  const organiser = organises(world, person, event);
  const shown = event.attendees.filter((one) => organiser || !event.hideAttendees || one.address === address);
  return {
    id: mine === undefined ? event.id : copyId(event, address),
    subject: event.subject,
    startsAt: event.start,
    endsAt: event.end,
    day: londonDay(new Date(event.start)),
    timeWords: timeWords(event),
    organiser: organiserOf(world, event).name,
    ...(event.joinUrl === null ? {} : { joinUrl: event.joinUrl }),
    html: bodyHtml(event),
    cancelled: event.cancelled,
    mine: mine === undefined ? 'organiser' : WORDS[mine.answer],
    attendees: shown.map((one) => ({ name: one.name, answer: WORDS[one.answer] })),
  };
}
