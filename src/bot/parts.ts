import type { Log } from '../log.ts';
import type { Deps } from '../operations/deps.ts';

/** What the bot is made of beside the SDK; joined in compose. */
export interface BotParts {
  deps: Deps;
  appId: string;
  botName: string;
  /** Keeps where a person or team is reached. `new` when it was met for the first time. */
  remember: (met: Met) => Promise<'new' | 'known'>;
  /** Told the regional address of Teams with each turn of somebody known, so that a move of it is never missed. Cheap when it stands. */
  reachedFrom: (serviceUrl: string) => Promise<void>;
  /** The case whose channel this is; null for any other conversation. */
  caseOfChannel: (channelId: string) => Promise<string | null>;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/** A conversation the bot was spoken to in, as later messages need it. */
export interface Met {
  /** `chat/<object id>`, `team/<group id>` or `channel/<channel id>`: the same place has the same key. */
  key: string;
  serviceUrl: string;
  tenantId: string;
  botId: string;
  conversation: { id: string; type: string };
  person?: { objectId: string; tenantId: string };
  teamId?: string;
}
