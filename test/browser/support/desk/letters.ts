import type { CalendarView, MailView } from '../../../../src/rehearsal/desk/protocol.ts';
import { today } from './people.ts';

export const mail = (): MailView => ({
  messages: [
    {
      id: 'mail-2',
      at: '2026-09-07T08:06:00.000Z',
      day: today,
      from: 'Convene',
      to: ['Casimir Thripp'],
      subject: 'NBC-2026-0007: your response form is due Wed 9 September',
      html: '<h1>Your response form</h1><p>Please <a href="http://127.0.0.1/return/abc">open the form</a> by Wed 9 September 2026.</p><table><tr><th>Case</th><td>NBC-2026-0007</td></tr></table>',
      read: false,
    },
    {
      id: 'mail-1',
      at: '2026-09-01T13:00:00.000Z',
      day: '2026-09-01',
      from: 'Imogen Vantongeren',
      to: ['Casimir Thripp', 'Sunniva Adeyemi'],
      subject: 'Invitation: case review panel NBC-2026-0007',
      html: '<p>The panel meets on Mon 21 September 2026.</p>',
      read: true,
      calendar: 'event-1',
    },
  ],
});

export const calendar = (): CalendarView => ({
  events: [
    {
      id: 'event-1',
      subject: 'Case review panel NBC-2026-0007',
      startsAt: '2026-09-21T09:00:00.000Z',
      endsAt: '2026-09-21T10:30:00.000Z',
      day: '2026-09-21',
      timeWords: '10:00 to 11:30',
      organiser: 'Imogen Vantongeren',
      joinUrl: 'https://meet.example/abc',
      html: '<p>Papers come two working days before.</p>',
      cancelled: false,
      mine: 'none',
      attendees: [
        { name: 'Casimir Thripp', answer: 'none' },
        { name: 'Sunniva Adeyemi', answer: 'accepted' },
      ],
    },
    {
      id: 'event-2',
      subject: 'Panel NBC-2026-0003',
      startsAt: '2026-09-07T13:00:00.000Z',
      endsAt: '2026-09-07T14:00:00.000Z',
      day: today,
      timeWords: '14:00 to 15:00',
      organiser: 'Imogen Vantongeren',
      html: '',
      cancelled: true,
      mine: 'accepted',
      attendees: [],
    },
  ],
  busy: [{ day: today, timeWords: '09:30 to 11:00' }],
});
