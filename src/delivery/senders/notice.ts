import { textActivity } from '../activities.ts';
import { chatOf } from '../chat.ts';
import { sendByDraft } from '../draft.ts';
import { onceMore } from '../onceMore.ts';
import type { SenderParts } from '../parts.ts';
import { personOf } from '../people.ts';
import type { Sender } from '../sender.ts';

/** A word that no card of a case can tell: by chat to somebody who has the app, by mail to others. */
export function notice(parts: SenderParts): Sender<'notice'> {
  return {
    async send(effect, attempt) {
      const directory = await parts.directory();
      const person = personOf(directory, effect.to);
      const { text, mail } = parts.writeNotice(effect, person, directory.authority.name);
      if (person.host) {
        const chat = await chatOf(parts, person);
        await onceMore(parts, effect, attempt, () => parts.teams.post(chat, textActivity(text, [])));
        return { kind: 'sent' };
      }
      const { mailbox } = directory.authority;
      const caseId = effect.caseId === '' ? null : effect.caseId;
      return sendByDraft(parts, { key: effect.key, caseId, mailbox, attempt }, async () => ({
        to: { email: person.email, name: person.name },
        ...mail,
      }));
    },
  };
}
