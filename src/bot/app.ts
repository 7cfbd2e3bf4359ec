import { Application as TeamsApp } from '@microsoft/teams-ai';
import type { ConveneAdapter } from './adapter.ts';
import { handle } from './handle.ts';
import { cardAction } from './handlers/cardAction.ts';
import { caseByReference } from './handlers/caseByReference.ts';
import { conversationChanged } from './handlers/conversationChanged.ts';
import { dialogOpened } from './handlers/dialogOpened.ts';
import { dialogSubmitted } from './handlers/dialogSubmitted.ts';
import { due } from './handlers/due.ts';
import { extensionOpened } from './handlers/extensionOpened.ts';
import { help } from './handlers/help.ts';
import { myActions } from './handlers/myActions.ts';
import { openCase } from './handlers/openCase.ts';
import { safeguarding } from './handlers/safeguarding.ts';
import { submittedAsMessage } from './handlers/submittedAsMessage.ts';
import { undelivered } from './handlers/undelivered.ts';
import { unknownInvoke } from './handlers/unknownInvoke.ts';
import { unknownText } from './handlers/unknownText.ts';
import type { BotParts } from './parts.ts';
import { any, brought, invoke, says } from './selectors.ts';

/** What the web server needs of the bot: one door for authenticated activities. */
export interface Bot {
  receive: (authorization: string, activity: object) => Promise<{ status: number; body?: unknown }>;
}

/** Every route of the bot, in the order in which they are tried. */
export function makeBot({ adapter, ...parts }: BotParts & { adapter: Pick<ConveneAdapter, 'receive'> }): Bot {
  const app = new TeamsApp({ startTypingTimer: false, removeRecipientMention: false });
  app.addRoute(invoke('adaptiveCard/action'), handle(parts, cardAction), true);
  app.addRoute(invoke('task/fetch'), handle(parts, dialogOpened), true);
  app.addRoute(invoke('task/submit'), handle(parts, dialogSubmitted), true);
  app.addRoute(invoke('composeExtension/fetchTask'), handle(parts, extensionOpened), true);
  app.addRoute(invoke('composeExtension/submitAction'), handle(parts, dialogSubmitted), true);
  app.addRoute(any('invoke'), handle(parts, unknownInvoke), true);
  app.addRoute(any('installationUpdate'), conversationChanged(parts));
  app.addRoute(any('conversationUpdate'), conversationChanged(parts));
  app.addRoute(brought('value'), handle(parts, submittedAsMessage));
  app.addRoute(says(/^(help|hi|hello|hey)\b[\s!.?]*$/i), handle(parts, help));
  app.addRoute(says(/^(my\s+)?actions$/i), handle(parts, myActions));
  app.addRoute(says(/^due$/i), handle(parts, due));
  app.addRoute(says(/^undelivered$/i), handle(parts, undelivered));
  app.addRoute(says(/^open\s+(a\s+)?case(\s+review)?$/i), handle(parts, openCase));
  app.addRoute(says(/^case(\s+\S.*)?$/i), handle(parts, caseByReference));
  app.addRoute(says(/^[a-z]{2,5}[\s-]*20\d{2}[\s-]*\d{1,7}$/i), handle(parts, caseByReference));
  app.addRoute(says(/^safeguarding\b/i), handle(parts, safeguarding));
  app.addRoute(any('message'), handle(parts, unknownText));
  return {
    receive: (authorization, activity) => adapter.receive(authorization, activity, (context) => app.run(context)),
  };
}
