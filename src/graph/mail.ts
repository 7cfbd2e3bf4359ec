import { z } from 'zod/v4';
import { at, type Graph } from './client.ts';

export interface Mail {
  to: { email: string; name: string };
  subject: string;
  html: string;
}
const Draft = z.looseObject({ id: z.string() });

/** Writes a draft in the mailbox and gives its id: sendMail has none to ask by, so nothing could be traced or found again. */
export async function createDraft(graph: Graph, mailbox: string, mail: Mail): Promise<string> {
  const { body } = await graph.post(at`/users/${mailbox}/messages`, {
    subject: mail.subject,
    body: { contentType: 'html', content: mail.html },
    toRecipients: [{ emailAddress: { address: mail.to.email, name: mail.to.name } }],
  });
  return Draft.parse(body).id;
}

/** Sends a draft. Once sent it leaves the drafts and its id with it: a second try answers 404. */
export async function sendDraft(graph: Graph, mailbox: string, draftId: string): Promise<void> {
  await graph.post(at`/users/${mailbox}/messages/${draftId}/send`);
}
