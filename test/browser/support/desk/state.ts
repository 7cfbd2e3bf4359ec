import type { Shown, TickReport } from '../../../../src/rehearsal/desk/protocol.ts';
import { backstage } from './backstage.ts';
import { formCard } from './cards.ts';
import { channel, chat, message } from './conversations.ts';
import { calendar, mail } from './letters.ts';
import { today } from './people.ts';
import { trouble, viewOf } from './view.ts';

const move: TickReport = {
  from: today,
  to: '2026-09-08',
  came: [
    {
      on: '2026-09-08',
      words: 'Casimir Thripp was reminded of the response form',
      place: { person: 'p-landlord', where: 'channel', id: '19:case7@thread.tacv2', activityId: 'm2' },
    },
    { on: '2026-09-08', words: 'The coordinator was told that the decision is due today' },
    {
      on: '2026-09-08',
      words: 'A letter went to the applicant',
      place: { person: 'p-victim', where: 'mail', id: 'mail-2' },
    },
  ],
};

/** What the stand-in knows, and how posts change it. */
export function deskState() {
  const channelNow = channel();
  const chatNow = chat();
  const calendarNow = calendar();
  let moved = false;
  let troubleNow = trouble;
  let next: Shown | null = null;

  const shown = (usual: Shown): Shown => {
    const answer = next ?? usual;
    next = null;
    return answer;
  };
  const formOf = (title: string): Shown => ({ kind: 'dialog', dialog: { title, width: 'medium', card: formCard } });

  return {
    answerNext: (answer: Shown): void => {
      next = answer;
    },
    botSays: (words: string): void => {
      channelNow.threads.push({
        root: message(`said-${channelNow.threads.length}`, { html: `<p>${words}</p>` }),
        replies: [],
      });
    },
    get(path: string, query: URLSearchParams): unknown {
      if (path === 'view') {
        const [on, words] = moved ? ['2026-09-08', 'Tue 8 September 2026'] : [today, 'Mon 7 September 2026'];
        return { ...viewOf(query.get('as') ?? 'p-coordinator', on, words, moved ? move : null), trouble: troubleNow };
      }
      if (path.startsWith('conversation/')) {
        const id = decodeURIComponent(path.slice('conversation/'.length));
        if (id === chatNow.id) return chatNow;
        if (id === channelNow.id) return channelNow;
        return { ...channelNow, id, name: 'NBC-2026-0003', archived: true, threads: channelNow.threads.slice(0, 1) };
      }
      if (path === 'mail') return mail();
      if (path === 'calendar') return calendarNow;
      if (path === 'backstage') return backstage();
      if (path === 'files') {
        return {
          files: [
            {
              name: 'NBC-2026-0007 letter 1.docx',
              size: 18_432,
              at: '2026-08-26T10:00:00.000Z',
              url: '/files/letter-1',
            },
            {
              name: 'NBC-2026-0007 minutes.docx',
              size: 1_480_000,
              at: '2026-09-01T10:00:00.000Z',
              url: '/files/minutes',
            },
          ],
        };
      }
      return undefined;
    },
    post(path: string, body: Record<string, unknown>): unknown {
      if (path === 'clock') {
        moved = true;
        return move;
      }
      if (path === 'trouble') {
        troubleNow = body as unknown as typeof trouble;
        return troubleNow;
      }
      if (path === 'calendar/answer') {
        const event = calendarNow.events.find(({ id }) => id === body['eventId']);
        if (event !== undefined) event.mine = body['answer'] as typeof event.mine;
        return {};
      }
      if (path === 'message') {
        const said = message(`mine-${chatNow.threads.length}`, {
          from: { id: String(body['as']), name: 'Imogen Vantongeren', bot: false },
          html: `<p>${String(body['text'])}</p>`,
        });
        if (body['conversation'] === chatNow.id) chatNow.threads.push({ root: said, replies: [] });
        return shown({ kind: 'nothing' });
      }
      if (path === 'dialog' || path === 'extension') {
        return shown(
          body['step'] === 'fetch'
            ? formOf(path === 'dialog' ? 'Response form' : 'Open a case review')
            : { kind: 'closed' },
        );
      }
      const { verb, type } = body['action'] as { verb?: string; type: string };
      if (verb === 'break') return shown({ kind: 'error' });
      return shown(type === 'Action.Submit' ? formOf('Response form') : { kind: 'message', text: 'Recorded.' });
    },
  };
}
