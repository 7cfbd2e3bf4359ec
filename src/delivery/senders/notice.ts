import { textActivity } from '../activities.ts';
import { postToChat } from '../chat.ts';
import { sendByDraft } from '../draft.ts';
import type { SenderParts } from '../parts.ts';
import { personOf } from '../people.ts';
import type { Sender } from '../sender.ts';

/** A word that no card of a case can tell: by chat or by mail, as its lane says. */
export function notice(parts: SenderParts): Sender<'notice'> {
  return {
    async send(effect, attempt) {
      const directory = await parts.directory();
      const person = personOf(directory, effect.to);
      const { text, mail } = parts.writeNotice(effect, person, directory);
      if (effect.lane.startsWith('chat/')) {
        await postToChat(parts, person, { effect, attempt }, textActivity(text, []));
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
