import type { Content } from '../../state/records.ts';
import type { Card } from '../protocol.ts';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** The adaptive cards of a message. */
export function cardsOf(content: Content): Card[] {
  return content.attachments.flatMap((one) =>
    one.contentType === ADAPTIVE_CARD && typeof one.content === 'object' && one.content !== null
      ? [one.content as Card]
      : [],
  );
}
