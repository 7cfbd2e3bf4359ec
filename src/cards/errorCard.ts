import { say } from './escape.ts';
import { noticeCard } from './noticeCard.ts';
import type { Card } from './render.ts';

/** Something went wrong on our side. The number lets an engineer find it; nothing else is told. */
export const errorCard = (correlationId: string): Card =>
  noticeCard({
    head: say`Something went wrong`,
    colour: 'Attention',
    lines: [
      say`This is our fault, not yours. What you pressed or wrote may not have been recorded.`,
      say`Look at the card again in a minute. If it has not changed, try once more.`,
    ],
    foot: say`If it stays like this, give your IT colleagues this number: ${correlationId}`,
  });
