import type { Partnership } from '../domain/directory.ts';
import type { Backstage } from './backstage.ts';
import type { MovableClock } from './clock.ts';
import type { Partnerships } from './partnerships.ts';

/** Somebody with a mailbox alone: no work account, no Teams. */
export interface ExtraPerson {
  id: string;
  name: string;
  title: string;
  organisation: string;
  email: string;
}

export interface TenantOptions {
  /** Where the tenant keeps its memory; null keeps it in memory alone. */
  folder: string | null;
  /** 0 or absent: any free port. The tenant listens on 127.0.0.1 only. */
  port?: number;
  /** The bot's messaging endpoint, `http://127.0.0.1:…/api/messages`. */
  botUrl: string;
  /** Where the bot takes change notifications. When given, Graph calls back nobody else. */
  notificationsUrl?: string;
  botAppId: string;
  botName?: string;
  hostTenantId: string;
  partnership: Partnership;
  extraPeople: ExtraPerson[];
  /** Ids of agencies outside the host tenant whose free/busy times can be seen. Default: the landlords. */
  sharesAvailability?: string[];
  backstage?: Backstage;
  /** Folder for `graph.jsonl` and `connector.jsonl`. */
  trafficLog?: string;
  now: () => Date;
  /** Lets the desk move the day. Without it the day stands as `now` says. */
  clock?: MovableClock;
  /** The built desk page, or the build under way. Without it only the desk's API is served. */
  pageFolder?: string | Promise<string>;
  /** The partnerships of other procedures that the desk offers. */
  partnerships?: Partnerships;
  /** Multiplies the published rate limits. 1 is what Teams and Graph do. */
  limitsFactor?: number;
  /** How long "slow" is. */
  slowMs?: number;
  /** How long the desk waits for the bot before it says that something went wrong. */
  patienceMs?: number;
}
