import { createHash } from 'node:crypto';
import type { CaseReview } from '../domain/caseReview.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import type { Meeting } from '../graph/calendars.ts';
import { londonTime } from '../graph/londonTime.ts';
import { coordinatorOf, personOf } from './people.ts';
import type { Session } from './remotes.ts';
import { Undeliverable } from './undeliverable.ts';

const WORDS: Record<Session, string> = {
  open: 'This is the open part of the case review meeting. You can join online with the link in this invitation. If you would rather join by phone, come in person or bring somebody with you, please say so when you answer.',
  closed:
    'This is the closed part of the case review meeting, for panel members only. Papers are in the channel of the case.',
};

/**
 * The events of an arranged panel. Two events with two links: the open session first, for the victim with the chair and the
 * coordinator; then the closed one, for the panel. The victim is on the open one alone.
 */
export function panelSessions(review: CaseReview, partnership: Partnership): Map<Session, Meeting> {
  const arranged = review.panelArranged;
  const detail = arranged?.detail;
  if (arranged === undefined || detail === undefined)
    throw new Undeliverable('noPanel', 'No time is fixed for the panel, so nobody can be invited.');
  const victim = detail.victimEmail?.toLowerCase();
  const open = arranged.with.openSession === true && detail.openMinutes > 0 ? detail.openMinutes : 0;
  const coordinator = coordinatorOf(partnership);
  const panel = detail.panel.map((id) => personOf(partnership, id));
  const chair = partnership.people.find((one) => one.name === arranged.with.chair?.name);

  const at = (from: number, to: number) => ({
    start: londonTime(arranged.with.for, detail.startsAt, from),
    end: londonTime(arranged.with.for, detail.startsAt, to),
  });
  const words = (session: Session) => ({ subject: review.reference, html: `<p>${WORDS[session]}</p>` });
  const closed = invitees([coordinator, chair, ...panel]).filter(({ email }) => email.toLowerCase() !== victim);
  const sessions = new Map<Session, Meeting>();
  if (open > 0) {
    const guest = detail.victimEmail === undefined || detail.victimEmail === '' ? [] : [{ email: detail.victimEmail }];
    sessions.set('open', {
      ...words('open'),
      ...at(0, open),
      attendees: [...invitees([coordinator, chair]), ...guest],
    });
  }
  // `minutes` is the panel's own session; the open one comes before it.
  const end = open + detail.minutes;
  sessions.set('closed', { ...words('closed'), ...at(open, end), attendees: closed });
  return sessions;
}

function invitees(people: (Person | undefined)[]): { email: string; name: string }[] {
  const seen = new Map<string, { email: string; name: string }>();
  for (const person of people) {
    if (person !== undefined) seen.set(person.email.toLowerCase(), { email: person.email, name: person.name });
  }
  return [...seen.values()];
}

/** The same for every try of one booking, another for another: Graph makes one event for it. */
export function transactionId(effectKey: string, session: Session): string {
  const hash = createHash('sha256').update(`${effectKey}/${session}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

/** Tells whether time or people changed since the event was made. */
export const printOfMeeting = ({ start, end, attendees }: Meeting): string =>
  createHash('sha256')
    .update(JSON.stringify([start, end, attendees]))
    .digest('base64url');
