import type { Person } from '../domain/directory.ts';
import { say } from './escape.ts';
import { openers } from './helpCard.ts';
import { noticeCard } from './noticeCard.ts';
import type { Card } from './render.ts';

/** Said once, when somebody first has a chat with the bot. */
export function welcomeCard(person: Person | null, authority: string): Card {
  const first = person ? `Hello ${person.name}. ` : 'Hello. ';
  return noticeCard({
    head: say`Convene`,
    lines: [
      say`${first}I help ${authority} and its partners to run ASB Case Reviews.`,
      say`${ROLE_WORDS.find(([role]) => person?.roles.includes(role))?.[1] ?? 'When a case needs you, I write to you here.'}`,
      say`Write **help** at any time. Write **due** to see what waits for you.`,
    ],
    buttons: openers(person),
  });
}

const ROLE_WORDS: [Person['roles'][number], string][] = [
  ['coordinator', 'You run the cases. Start with an application; I tell you what comes next and by when.'],
  ['senior_manager', 'I ask you where the law or the procedure wants a senior decision.'],
  ['chair', 'When you chair a panel, your card in the case’s channel leads you through the meeting.'],
  ['action_owner', 'When a panel gives you an action, its card comes here. Press Done when it is done.'],
  ['panel_member', 'When you sit on a panel, you find its case in a channel of its own.'],
];
