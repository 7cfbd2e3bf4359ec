import type {
  BackstageView,
  CalendarView,
  Card,
  ConversationView,
  DeskPerson,
  DeskView,
  MailView,
  Message,
} from '../../../src/rehearsal/desk/protocol.ts';

/** An invented partnership and one case, enough to show every part of the desk page. */
export const today = '2026-09-07';
const person = (
  id: string,
  name: string,
  title: string,
  organisation: string,
  reach: DeskPerson['reach'],
  waiting = 0,
  unread = 0,
): DeskPerson => ({ id, name, title, organisation, reach, waiting, unread });

export const people: DeskPerson[] = [
  person(
    'p-coordinator',
    'Imogen Vantongeren',
    'Community Safety Intelligence Officer',
    'Nonesuch Borough Council',
    'host',
    2,
    1,
  ),
  person('p-manager', 'Rafe Okonedo-Blythe', 'Community Safety Manager', 'Nonesuch Borough Council', 'host'),
  person('p-police', 'Sunniva Adeyemi', 'Neighbourhood Inspector', 'Wenderby Police', 'partner', 1),
  person('p-landlord', 'Casimir Thripp', 'Housing Manager', 'Larkfold Homes', 'partner', 0, 3),
  person('p-victim', 'Odalys Fenn', 'Applicant', 'Resident', 'mailbox'),
];

export const requestCard: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'TextBlock',
      text: '**NBC-2026-0007** · Your response form',
      wrap: true,
      size: 'Medium',
      weight: 'Bolder',
      style: 'heading',
    },
    {
      type: 'TextBlock',
      text: 'By Wed 9 September 2026 (2 working days left)',
      wrap: true,
      color: 'Attention',
      spacing: 'Small',
    },
    {
      type: 'TextBlock',
      text: 'Send what you hold on the complaints below, or say that you hold nothing.\n\n- What was reported\n- What you did\n- [The legal basis](/legal/section-115)',
      wrap: true,
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Asked of', value: 'Larkfold Homes' },
        { title: 'Asked on', value: 'Wed 26 August 2026' },
        { title: 'Complaints', value: '3, from 2 May to 19 July 2026' },
      ],
    },
  ],
  actions: [
    {
      type: 'Action.Submit',
      title: 'Fill in the form',
      style: 'positive',
      data: { msteams: { type: 'task/fetch' }, verb: 'openReturn' },
    },
    { type: 'Action.Execute', title: 'We hold nothing', verb: 'nilReturn', data: { caseRef: 'NBC-2026-0007' } },
    {
      type: 'Action.ShowCard',
      title: 'More',
      card: {
        type: 'AdaptiveCard',
        body: [
          {
            type: 'Input.Text',
            id: 'question',
            label: 'Ask the coordinator',
            isMultiline: true,
            isRequired: true,
            errorMessage: 'Write your question',
          },
        ],
        actions: [{ type: 'Action.Execute', title: 'Ask', verb: 'ask', data: {} }],
      },
    },
  ],
};

export const formCard: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'What does Larkfold Homes hold?', wrap: true, weight: 'Bolder', size: 'Medium' },
    {
      type: 'Input.ChoiceSet',
      id: 'risk',
      label: 'Risk to the victim',
      style: 'compact',
      isRequired: true,
      errorMessage: 'Choose one',
      placeholder: 'Choose',
      choices: [
        { title: 'High', value: 'high' },
        { title: 'Standard', value: 'standard' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'held',
      label: 'What you hold',
      style: 'expanded',
      isMultiSelect: true,
      value: '',
      choices: [
        { title: 'Reports', value: 'reports' },
        { title: 'Visits', value: 'visits' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'open',
      label: 'Is your own case open?',
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Say yes or no',
      choices: [
        { title: 'Yes', value: 'yes' },
        { title: 'No', value: 'no' },
      ],
    },
    { type: 'Input.Date', id: 'from', label: 'First report', isRequired: true, errorMessage: 'Give the day' },
    {
      type: 'Input.Number',
      id: 'count',
      label: 'How many reports',
      min: 0,
      max: 99,
      errorMessage: 'Give a number from 0 to 99',
    },
    {
      type: 'Input.Text',
      id: 'done',
      label: 'What you have done',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Say what was done, even if it was nothing',
      placeholder: 'Warnings, visits, letters',
    },
    {
      type: 'TextBlock',
      text: 'Only the panel will read this.',
      isSubtle: true,
      size: 'Small',
      wrap: true,
      spacing: 'Small',
    },
    { type: 'Input.Toggle', id: 'checked', title: 'A manager has checked this return', valueOn: 'yes', valueOff: 'no' },
  ],
  actions: [{ type: 'Action.Submit', title: 'Send the return', style: 'positive', data: { verb: 'sendReturn' } }],
};

export const decisionCard: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'TextBlock',
      text: 'NBC-2026-0007 · Decide on the threshold',
      weight: 'Bolder',
      size: 'Medium',
      wrap: true,
    },
    {
      type: 'Container',
      style: 'warning',
      items: [
        {
          type: 'TextBlock',
          text: 'Due Tue 8 September 2026 (1 working day left)',
          wrap: true,
          color: 'Warning',
          weight: 'Bolder',
        },
      ],
    },
    {
      type: 'ColumnSet',
      columns: [
        {
          type: 'Column',
          width: 'stretch',
          items: [
            { type: 'TextBlock', text: 'Counted', isSubtle: true },
            { type: 'TextBlock', text: '3 complaints', weight: 'Bolder', color: 'Good' },
          ],
        },
        {
          type: 'Column',
          width: 'stretch',
          items: [
            { type: 'TextBlock', text: 'Not counted', isSubtle: true },
            { type: 'TextBlock', text: '1 complaint', weight: 'Bolder' },
          ],
        },
      ],
    },
    {
      type: 'TextBlock',
      id: 'why',
      isVisible: false,
      text: 'The fourth was made 47 days after the behaviour; the limit is one month.',
      wrap: true,
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Met', style: 'positive', verb: 'decideThreshold', data: { met: true } },
    { type: 'Action.Execute', title: 'Break something', style: 'destructive', verb: 'break', data: {} },
    { type: 'Action.ToggleVisibility', title: 'Why one did not count', targetElements: ['why'] },
    { type: 'Action.OpenUrl', title: 'Open the web form', url: 'http://127.0.0.1/return/abc' },
  ],
};

const bot = { id: 'bot', name: 'Convene', bot: true };
export const message = (id: string, fields: Partial<Message>): Message => ({
  id,
  from: bot,
  at: '2026-09-07T08:05:00.000Z',
  day: today,
  edited: false,
  html: '',
  mentionsMe: false,
  cards: [],
  ...fields,
});

export const channel = (): ConversationView => ({
  id: '19:case7@thread.tacv2',
  kind: 'channel',
  name: 'NBC-2026-0007',
  archived: false,
  members: people.slice(0, 4).map(({ id, name, organisation }) => ({ id, name, organisation })),
  threads: [
    {
      root: message('m1', {
        at: '2026-08-26T09:12:00.000Z',
        day: '2026-08-26',
        html: '<p>Case review <strong>NBC-2026-0007</strong> is open. Everyone who was asked is in this channel.</p>',
      }),
      replies: [],
    },
    {
      root: message('m2', {
        edited: true,
        mentionsMe: true,
        html: '<p><at>Casimir Thripp</at>, your response form is due.</p>',
        cards: [requestCard],
      }),
      replies: ['We will send it on Monday.', 'Thank you.', 'Is the count for July right?', 'It is.', 'Good.'].map(
        (html, n) =>
          message(`m2r${n}`, {
            from: {
              id: n % 2 === 0 ? 'p-landlord' : 'p-coordinator',
              name: n % 2 === 0 ? 'Casimir Thripp' : 'Imogen Vantongeren',
              bot: false,
            },
            html: `<p>${html}</p>`,
          }),
      ),
    },
  ],
});

export const chat = (): ConversationView => ({
  id: 'a:chat-coordinator',
  kind: 'chat',
  name: 'Convene',
  archived: false,
  members: [],
  threads: [
    {
      root: message('c1', { html: '<p>Good morning. One decision waits for you today.</p>', cards: [decisionCard] }),
      replies: [],
    },
    {
      root: message('c2', {
        from: { id: 'p-coordinator', name: 'Imogen Vantongeren', bot: false },
        html: '<p>help</p>',
      }),
      replies: [],
    },
    {
      root: message('c3', {
        html: '<p>Type a case reference, or press <em>+</em> to open a case review.</p><script>window.harm = 1</script><img src=x onerror="window.harm = 1">',
      }),
      replies: [],
    },
  ],
});

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

export const backstage = (): BackstageView => ({
  cases: [{ reference: 'NBC-2026-0007', stage: 'gathering', openedOn: '2026-08-24' }],
  record: {
    reference: 'NBC-2026-0007',
    chainOk: true,
    events: [
      {
        version: 1,
        on: '2026-08-24',
        at: '2026-08-24T09:00:00.000Z',
        act: 'receiveApplication',
        by: 'Imogen Vantongeren',
        words: 'The application arrived by web form.',
        rules: ['HER-2.1', 'STAT-1'],
        json: { type: 'applicationReceived', channel: 'web' },
      },
      {
        version: 2,
        on: '2026-08-26',
        at: '2026-08-26T09:00:00.000Z',
        act: 'requestReturns',
        by: 'Imogen Vantongeren',
        words: 'Three agencies were asked for what they hold.',
        rules: ['HER-4.3'],
        json: { type: 'returnsRequested' },
      },
    ],
  },
  clocks: [
    {
      id: 'agencyReturn',
      of: 'Larkfold Homes',
      rule: 'HER-4.3',
      kind: 'agency',
      words: 'Send the response form',
      status: 'running',
      anchor: '2026-08-26',
      dueOn: '2026-09-09',
      why: [
        { on: '2026-08-26', note: 'asked' },
        { on: '2026-08-31', note: 'bank holiday, not counted' },
        { on: '2026-09-09', note: 'working day 9' },
      ],
    },
  ],
  outbox: [
    {
      key: 'nudge/NBC-2026-0007/HER-4.3/2026-09-09/1',
      lane: '19:case7',
      kind: 'card',
      state: 'waiting',
      attempts: 2,
      nextAt: '2026-09-07T08:10:00.000Z',
      error: 'Turned away: too busy. Tried again in 30 seconds.',
    },
    {
      key: 'letter/NBC-2026-0007/ack',
      lane: 'mail',
      kind: 'mail',
      state: 'dead',
      attempts: 8,
      nextAt: null,
      error: 'The mailbox does not exist.',
    },
  ],
  wire: [
    {
      at: '2026-09-07T08:05:00.000Z',
      side: 'connector',
      method: 'POST',
      path: '/v3/conversations/19:case7/activities',
      status: 201,
      ms: 6,
    },
    {
      at: '2026-09-07T08:05:01.000Z',
      side: 'graph',
      method: 'GET',
      path: '/v1.0/teams/t1/channels',
      status: 429,
      ms: 3,
    },
  ],
});

export const trouble = { throttle: false, fail: false, slow: false, lostAnswers: false, repeatClicks: false };

/** The view of one person: the server's side of what each may see. */
export function viewOf(id: string, on: string, words: string, lastMove: DeskView['lastMove']): DeskView {
  const me = people.find((one) => one.id === id) ?? people[0]!;
  const inTeams = me.reach !== 'mailbox';
  return {
    authority: 'Nonesuch Borough Council',
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
