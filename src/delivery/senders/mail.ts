import { sendByDraft } from '../draft.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { personOf } from '../people.ts';
import type { Sender } from '../sender.ts';

/** An e-mail with a personal link, from the partnership's mailbox. */
export function mail(parts: SenderParts): Sender<'mail'> {
  return {
    async send(effect, attempt) {
      const { partnership } = await caseOf(parts, effect.caseId);
      const { mailbox } = partnership.authority;
      return sendByDraft(parts, { key: effect.key, caseId: effect.caseId, mailbox, attempt }, async () => {
        const person = personOf(partnership, effect.to);
        const written = await parts.writeMail(effect, await parts.personalLink(effect));
        return written && { to: { email: person.email, name: person.name }, ...written };
      });
    },
  };
}
