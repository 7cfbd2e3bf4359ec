import type { CalendarView } from '../../protocol.ts';

type Mine = CalendarView['events'][number]['mine'];

export const answerWords: Record<Mine, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Tentative',
  none: 'Not answered',
  organiser: 'You called this meeting',
};

const attendeeWords: Record<string, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  tentative: 'Tentative',
  tentativelyAccepted: 'Tentative',
  organizer: 'Organiser',
  organiser: 'Organiser',
  none: 'No answer yet',
  notResponded: 'No answer yet',
};

/** An attendee's answer in plain words. */
export const answerOf = (answer: string): string => attendeeWords[answer] ?? answer;
