import type { Person } from '../domain/directory.ts';
import { opens, type Button } from './buttons.ts';
import { say, type Markup } from './escape.ts';
import { noticeCard } from './noticeCard.ts';
import type { Card } from './render.ts';

/** What the bot does and what to write to it, for this person; `said` is a text it did not understand. */
export function helpCard(person: Person | null, said?: string): Card {
  return noticeCard({
    head: say`${said === undefined ? 'How I can help' : 'I did not understand that'}`,
    lines: [
      ...(said === undefined ? [] : [say`You wrote: ${said}`]),
      say`I run ASB Case Reviews: I keep the dates, ask the agencies, prepare the panel, and follow the actions up. People decide; I never do.`,
    ],
    topics: [
      topic('my actions', 'what you have to do from the action plans'),
      topic('due', 'everything that waits for you, the most urgent first'),
      topic('case NBC-2026-0001', 'one case, by its reference'),
      ...(person?.roles.includes('coordinator')
        ? [topic('undelivered', 'what did not go out, and what to do about it')]
        : []),
      topic('help', 'this card'),
    ],
    buttons: openers(person),
    foot: say`In a channel, write @Convene first. Never put names or addresses into a message: the reference is enough.`,
  });
}

const topic = (write: string, means: string): { title: Markup; words: Markup } => ({
  title: say`${write}`,
  words: say`${means}`,
});

/** A coordinator may start a case from here. */
export const openers = (person: Person | null): Button[] =>
  person?.roles.includes('coordinator') ? [opens('Open a case review', 'application', {}, { style: 'positive' })] : [];
