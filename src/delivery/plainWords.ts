const KNOWN: Record<string, string> = {
  BotNotInConversationRoster:
    'The app is not switched on in the channel. A channel owner must add it there; it then goes out by itself.',
  ForbiddenOperationException: 'This person does not have the app in Teams, so no chat with them can be opened.',
  MessageWritesBlocked: 'This person has blocked or removed the app in Teams.',
  ConversationBlockedByUser: 'This person has blocked the app in Teams.',
  BotDisabledByAdmin: 'The Teams administrator has switched the app off.',
  MessageSizeTooBig: 'The message is larger than Teams takes.',
  BadArgument: 'Teams cannot open a chat with this person.',
  Authorization_RequestDenied: 'The app lacks a permission that an administrator must grant.',
  Forbidden: 'The app lacks a permission that an administrator must grant, or the channel is closed.',
  ErrorAccessDenied: 'The app may not use this mailbox. An administrator must grant it.',
  MailboxNotEnabledForRESTAPI: 'The shared mailbox is not in the cloud, so it cannot be used.',
  NameAlreadyExists:
    'A channel with this case’s name exists already, or was deleted in the last 30 days. An owner of the team can restore it in Teams, or rename the other one.',
  ChannelArchived: 'The channel is archived, so nobody can write there. A channel owner can open it again.',
  noToken:
    'Convene cannot sign in. Either the sign-in service is away, or the app’s secret has run out or was changed.',
  noServiceUrl: 'The app has not been spoken to in Teams yet, so it does not know where to send. Add it to the team.',
};

/** What concerns one recipient or one message alone: it will not go out, whatever else is mended. */
const OF_ONE = new Set(['ForbiddenOperationException', 'MessageWritesBlocked', 'ConversationBlockedByUser']);
export const ofOneMessage = (code: string): boolean => OF_ONE.has(code);

/** Why something did not go out, for a person who runs cases and not computers. */
export function plainWords(side: 'Teams' | 'Microsoft 365', status: number, code: string): string {
  const known = KNOWN[code];
  if (known !== undefined) return known;
  if (status === 0) return `${side} could not be reached, or did not answer in time.`;
  if (status === 403) return `${side} does not allow the app to do this (403 ${code}).`;
  if (status === 404) return `${side} does not know the place this should go to (404).`;
  if (status === 413) return `The message is larger than ${side} takes.`;
  if (status === 429) return `${side} asked us to slow down.`;
  if (status >= 500) return `${side} has trouble of its own (${String(status)}).`;
  return `${side} did not accept this (${String(status)} ${code}).`;
}
