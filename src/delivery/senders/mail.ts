import { GraphFault } from '../../graph/fault.ts';
import { createDraft, sendDraft } from '../../graph/mail.ts';
import { getRemote, putRemote } from '../../store/remote.ts';
import { caseOf, type SenderParts } from '../parts.ts';
import { personOf } from '../people.ts';
import { remoteKeys } from '../remotes.ts';
import type { Sender } from '../sender.ts';

/**
 * An e-mail with a personal link, from the partnership's mailbox. The draft is remembered before it is sent, so that a lost
 * answer is settled by trying the same draft again: once sent, it is gone from the drafts.
 */
export function mail(parts: SenderParts): Sender<'mail'> {
  return {
    async send(effect, attempt) {
      const { partnership } = await caseOf(parts, effect.caseId);
      const { mailbox } = partnership.authority;
      const key = remoteKeys.draft(effect.key);
      let draft = (await getRemote<{ id: string }>(parts.db, key))?.id;
      if (draft === undefined) {
        const person = personOf(partnership, effect.to);
        const written = await parts.writeMail(effect, await parts.personalLink(effect));
        if (written === null) return { kind: 'sent', note: 'There was nothing to say.' };
        draft = await createDraft(parts.graph, mailbox, { to: { email: person.email, name: person.name }, ...written });
        await putRemote(parts.db, key, 'draft', effect.caseId, { id: draft });
      }
      try {
        await sendDraft(parts.graph, mailbox, draft);
      } catch (fault) {
        if (!(attempt.unsure && fault instanceof GraphFault && fault.status === 404)) throw fault;
        return { kind: 'sent', note: 'It had gone out although the answer was lost.' };
      }
      return { kind: 'sent' };
    },
  };
}
