import type { ConversationView, Message } from '../../../../src/rehearsal/desk/protocol.ts';
import { decisionCard, requestCard } from './cards.ts';
import { people, today } from './people.ts';

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
