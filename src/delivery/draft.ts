import { GraphFault } from '../graph/fault.ts';
import { createDraft, sendDraft, type Mail } from '../graph/mail.ts';
import { deleteRemote, getRemote, putRemote } from '../store/remote.ts';
import type { SenderParts } from './parts.ts';
import { remoteKeys } from './remotes.ts';
import type { Attempt, Sent } from './sender.ts';

/**
 * Sends one e-mail from the mailbox. The draft is remembered before it is sent, so that a lost answer is settled by trying the
 * same draft again: once sent, it is gone from the drafts. `write` is asked only where no draft stands; null: nothing to say.
 */
export async function sendByDraft(
  parts: SenderParts,
  { key, caseId, mailbox, attempt }: { key: string; caseId: string | null; mailbox: string; attempt: Attempt },
  write: () => Promise<Mail | null>,
): Promise<Sent> {
  const remote = remoteKeys.draft(key);
  let draft = (await getRemote<{ id: string }>(parts.db, remote))?.id;
  if (draft === undefined) {
    const written = await write();
    if (written === null) return { kind: 'sent', note: 'There was nothing to say.' };
    draft = await createDraft(parts.graph, mailbox, written);
    await putRemote(parts.db, remote, 'draft', caseId, { id: draft });
  }
  try {
    await sendDraft(parts.graph, mailbox, draft);
  } catch (fault) {
    if (!(fault instanceof GraphFault) || fault.status !== 404) throw fault;
    if (attempt.unsure) return { kind: 'sent', note: 'It had gone out although the answer was lost.' };
    // Somebody deleted it in the mailbox: the next try writes it anew.
    await deleteRemote(parts.db, remote);
    throw fault;
  }
  return { kind: 'sent' };
}
