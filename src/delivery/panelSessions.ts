import { createHash } from 'node:crypto';
import type { CaseReview } from '../domain/caseReview.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import { guestOf, openPartOf, reachOf } from '../domain/openPart.ts';
import type { Meeting } from '../graph/calendars.ts';
import { londonTime } from '../graph/londonTime.ts';
import { coordinatorOf, personOf } from './people.ts';
import type { Session } from './remotes.ts';
import { Undeliverable } from './undeliverable.ts';

/**
 * The events of an arranged panel. Two events with two links, the panel on both: the open session first, with the victim
 * or their representative where one of them chose to come; then the closed one. The guest is on the open one alone.
 */
export function panelSessions(review: CaseReview, partnership: Partnership): Map<Session, Meeting> {
  const arranged = review.panelArranged;
  const detail = arranged?.detail;
  if (arranged === undefined || detail === undefined)
    throw new Undeliverable('noPanel', 'No time is fixed for the panel, so nobody can be invited.');
  const openPart = openPartOf(review);
  const open = openPart?.minutes ?? 0;
  const coordinator = coordinatorOf(partnership);
  const chair = partnership.people.find((one) => one.name === arranged.with.chair?.name);
  const panel = invitees([coordinator, chair, ...detail.panel.map((id) => personOf(partnership, id))]);
  const side = addressesOf(review);

  const at = (from: number, to: number) => ({
    start: londonTime(arranged.with.for, detail.startsAt, from),
    end: londonTime(arranged.with.for, detail.startsAt, to),
  });
  const members = panel.filter(({ email }) => !side.has(email.toLowerCase()));
  const sessions = new Map<Session, Meeting>();
  if (openPart !== null) {
    const { email } = openPart.guest;
    sessions.set('open', {
      subject: review.reference,
      html: openWords(coordinator, partnership),
      ...at(0, open),
      attendees: email === null ? members : [...members, { email }],
    });
  }
  // `minutes` is the panel's own session; the open one comes before it.
  sessions.set('closed', {
    subject: review.reference,
    html: '<p>This is the closed part of the case review meeting, for panel members only. Papers are in the channel of the case.</p>',
    ...at(open, open + detail.minutes),
    attendees: members,
  });
  return sessions;
}

/** Whoever belongs to the victim's side sits in no closed session, were they named to the panel. */
function addressesOf(review: CaseReview): Set<string> {
  const all = [reachOf(review).email, guestOf(review)?.email];
  return new Set(all.flatMap((email) => email?.toLowerCase() ?? []));
}

/** Fits whoever reads it, also after another guest took the place: a moved event keeps its first words. */
function openWords(coordinator: Person | undefined, { authority }: Partnership): string {
  const who = coordinator === undefined ? authority.name : `${coordinator.name}, ${coordinator.title}`;
  const lines = [
    'This is the open part of the case review meeting. You can join online with the link in this invitation.',
    'If you would rather join by phone, come in person or bring somebody with you, please say so when you answer.',
    `Your contact is ${who}, at ${authority.name}, ${authority.mailbox}.`,
  ];
  return lines.map((line) => `<p>${escaped(line)}</p>`).join('');
}
const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

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
