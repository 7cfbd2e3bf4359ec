import type { DeskView } from '../../../../src/rehearsal/desk/protocol.ts';
import { people } from './people.ts';

export const trouble = { throttle: false, fail: false, slow: false, lostAnswers: false, repeatClicks: false };

/** The view of one person: the server's side of what each may see. */
export function viewOf(id: string, on: string, words: string, lastMove: DeskView['lastMove']): DeskView {
  const me = people.find((one) => one.id === id) ?? people[0]!;
  const inTeams = me.reach !== 'mailbox';
  return {
    authority: 'Nonesuch Borough Council',
    procedureKey: 'hertsmere',
    procedure: 'Hertsmere procedure',
    today: on,
    todayWords: words,
    me,
    people,
    channels: inTeams
      ? [
          {
            id: '19:case7@thread.tacv2',
            name: 'NBC-2026-0007',
            archived: false,
            unread: 2,
            lastAt: '2026-09-07T08:05:00.000Z',
          },
          {
            id: '19:case3@thread.tacv2',
            name: 'NBC-2026-0003',
            archived: true,
            unread: 0,
            lastAt: '2026-06-01T08:05:00.000Z',
          },
        ]
      : [],
    chat: me.reach === 'host' ? { id: 'a:chat-coordinator', unread: 1 } : null,
    mailUnread: 1,
    calendarCount: 2,
    guide: [
      {
        key: 'g1',
        person: 'p-coordinator',
        personName: 'Imogen Vantongeren',
        caseRef: 'NBC-2026-0007',
        words: 'Decide whether the threshold is met',
        rule: 'HER-3.2',
        dueOn: '2026-09-08',
        dueWords: 'by Tue 8 September 2026 (1 working day left)',
        overdue: false,
        open: { person: 'p-coordinator', where: 'chat', activityId: 'c1' },
      },
      {
        key: 'g2',
        person: 'p-landlord',
        personName: 'Casimir Thripp',
        caseRef: 'NBC-2026-0007',
        words: 'Send the response form',
        rule: 'HER-4.3',
        dueOn: '2026-09-04',
        overdue: true,
        open: {
          person: 'p-landlord',
          where: 'channel',
          id: '19:case7@thread.tacv2',
          activityId: 'm2',
          dialog: { verb: 'openReturn' },
        },
      },
      {
        key: 'g3',
        person: 'p-police',
        personName: 'Sunniva Adeyemi',
        caseRef: 'NBC-2026-0007',
        words: 'Answer the invitation to the panel',
        overdue: false,
        open: { person: 'p-police', where: 'calendar', id: 'event-1' },
      },
      {
        key: 'g4',
        person: 'p-coordinator',
        personName: 'Imogen Vantongeren',
        caseRef: null,
        words: 'Open a case review',
        overdue: false,
        open: { person: 'p-coordinator', where: 'chat' },
      },
      {
        key: 'g5',
        person: 'p-victim',
        personName: 'Odalys Fenn',
        caseRef: 'NBC-2026-0007',
        words: 'Read the letter',
        overdue: false,
        open: { person: 'p-victim', where: 'mail', id: 'mail-2' },
      },
    ],
    trouble,
    lastMove,
  };
}
