import { z } from 'zod/v4';
import { newId } from '../identifiers.ts';
import { escapeHtml } from '../teamwork/html.ts';
import { post, tellMail } from '../teamwork/mailroom.ts';
import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { MailRecord } from '../state/records.ts';
import type { World } from '../world.ts';
import { bodyOf } from './bodies.ts';
import { entity } from './odata.ts';
import { demandMailbox } from './users.ts';

const Recipient = z.looseObject({
  emailAddress: z.looseObject({ address: z.string().min(3), name: z.string().nullish() }),
});
const Attachment = z.looseObject({
  '@odata.type': z.string(),
  name: z.string(),
  contentType: z.string().nullish(),
  contentBytes: z.string().optional(),
});
const Message = z.strictObject({
  '@odata.type': z.string().optional(),
  subject: z.string().nullish(),
  body: z.looseObject({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  toRecipients: z.array(Recipient).optional(),
  ccRecipients: z.array(Recipient).optional(),
  bccRecipients: z.array(Recipient).optional(),
  replyTo: z.array(Recipient).optional(),
  from: Recipient.nullish(),
  sender: Recipient.nullish(),
  importance: z.string().nullish(),
  categories: z.array(z.string()).optional(),
  attachments: z.array(Attachment).optional(),
  internetMessageHeaders: z
    .array(z.looseObject({ name: z.string().regex(/^x-/i, 'must begin with x-'), value: z.string() }))
    .optional(),
  singleValueExtendedProperties: z.array(z.looseObject({})).optional(),
});
type Message = z.infer<typeof Message>;
const SendMailBody = z.strictObject({ message: Message, saveToSentItems: z.boolean().nullish() });
/** Attachments inside a body stay under 3 MB. */
const LARGEST_ATTACHMENT = 3 * 1024 * 1024;

/** Taken for delivery: 202 and no id. */
export function sendMail(world: World, call: Call): Reply {
  const mailbox = demandMailbox(world, call);
  const { message } = bodyOf(call, SendMailBody);
  if ((message.toRecipients ?? []).length === 0)
    throw new Refused(400, 'ErrorInvalidRecipients', 'At least one recipient is needed.');
  post(world, letterOf(world, mailbox, message));
  return reply(202);
}

export function createDraft(world: World, call: Call): Reply {
  const mailbox = demandMailbox(world, call);
  const message = bodyOf(call, Message);
  const letter = letterOf(world, mailbox, message);
  const id = `AAMkMail${newId()}`;
  world.state.mail.put(id, { ...letter, id, at: world.now().toISOString(), draft: true, readBy: [] });
  const row = {
    id,
    isDraft: true,
    subject: letter.subject,
    createdDateTime: world.now().toISOString(),
    body: { contentType: 'html', content: letter.html },
    toRecipients: letter.to.map((one) => ({ emailAddress: one })),
  };
  return reply(201, entity('users/messages/$entity', row));
}

/** A draft can be sent once; then it is no draft any more and its id is gone. */
export function sendDraft(world: World, call: Call): Reply {
  const mailbox = demandMailbox(world, call);
  const draft = world.state.mail.get(param(call, 'message'));
  if (draft === undefined || !draft.draft || draft.from.address !== mailbox) {
    throw new Refused(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  }
  if (draft.to.length === 0) throw new Refused(400, 'ErrorInvalidRecipients', 'At least one recipient is needed.');
  world.state.mail.put(draft.id, { ...draft, draft: false, at: world.now().toISOString() });
  tellMail(world);
  return reply(202);
}

function letterOf(world: World, mailbox: string, message: Message): Omit<MailRecord, 'id' | 'at' | 'draft' | 'readBy'> {
  const people = (list: z.infer<typeof Recipient>[] | undefined) =>
    (list ?? []).map(({ emailAddress }) => ({
      address: emailAddress.address,
      name: emailAddress.name ?? world.people.byEmail(emailAddress.address)?.name ?? emailAddress.address,
    }));
  const sender = world.people.byEmail(mailbox)?.name ?? world.people.mailbox.name;
  const content = message.body?.content ?? '';
  const isText = (message.body?.contentType ?? 'text').toLowerCase() === 'text';
  return {
    from: { name: sender, address: mailbox },
    to: people(message.toRecipients),
    cc: people(message.ccRecipients),
    bcc: people(message.bccRecipients),
    subject: message.subject ?? '',
    html: isText ? `<p>${escapeHtml(content).replaceAll('\n', '<br>')}</p>` : content,
    attachments: (message.attachments ?? []).map((one) => attach(world, one)),
    headers: (message.internetMessageHeaders ?? []).map(({ name, value }) => ({ name, value })),
  };
}

function attach(world: World, attachment: z.infer<typeof Attachment>): MailRecord['attachments'][number] {
  const bytes = Buffer.from(attachment.contentBytes ?? '', 'base64');
  if (bytes.length >= LARGEST_ATTACHMENT)
    throw new Refused(413, 'ErrorMessageSizeExceeded', 'The attachment is too large for one request.');
  const id = newId();
  world.contents.write(id, bytes);
  return {
    id,
    name: attachment.name,
    contentType: attachment.contentType ?? 'application/octet-stream',
    size: bytes.length,
  };
}
