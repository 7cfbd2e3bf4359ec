import type { SenderParts } from '../parts.ts';
import type { Senders } from '../sender.ts';
import { archiveSpace } from './archiveSpace.ts';
import { card } from './card.ts';
import { fileDocument } from './fileDocument.ts';
import { mail } from './mail.ts';
import { message } from './message.ts';
import { notice } from './notice.ts';
import { openSpace } from './openSpace.ts';
import { bookPanel, cancelPanel, movePanel } from './panel.ts';
import { syncMembers } from './syncMembers.ts';

/** One sender for each kind of effect. */
export const makeSenders = (parts: SenderParts): Senders => ({
  openSpace: openSpace(parts),
  syncMembers: syncMembers(parts),
  card: card(parts),
  message: message(parts),
  mail: mail(parts),
  bookPanel: bookPanel(parts),
  movePanel: movePanel(parts),
  cancelPanel: cancelPanel(parts),
  fileDocument: fileDocument(parts),
  archiveSpace: archiveSpace(parts),
  notice: notice(parts),
});
