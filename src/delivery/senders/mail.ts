import { sendByDraft } from '../draft.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { personOf } from '../people.ts';
import type { Sender } from '../sender.ts';
import { together, WENT_TOGETHER } from '../together.ts';

/** An e-mail from the partnership's mailbox about all that waits for one person, each with its personal link. */
export function mail(parts: SenderParts): Sender<'mail'> {
  return {
    async send(effect, attempt) {
      const { partnership } = await caseOf(parts, effect.caseId);
      const all = await together(parts, effect);
      if (all === null) return WENT_TOGETHER;
      const { mailbox } = partnership.authority;
      return sendByDraft(parts, { key: effect.key, caseId: effect.caseId, mailbox, attempt }, async () => {
        const person = personOf(partnership, effect.to);
        const items = await Promise.all(all.map(async (one) => ({ effect: one, link: await parts.personalLink(one) })));
        const written = await parts.writeMail(items);
        return written && { to: { email: person.email, name: person.name }, ...written };
      });
    },
  };
}
