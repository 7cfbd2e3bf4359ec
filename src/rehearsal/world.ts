import type { DeskEvent, WireView } from './desk/protocol.ts';
import type { Faults } from './faults.ts';
import type { People } from './people.ts';
import type { Contents } from './state/contents.ts';
import type { TenantState } from './state/tenantState.ts';
import type { TenantOptions } from './tenantOptions.ts';
import type { Notifier } from './graph/notify.ts';
import type { Tokens } from './tokens.ts';
import type { RateLimits } from './wire/rateLimits.ts';
import type { TrafficLog } from './wire/trafficLog.ts';

/** What every part of the tenant works with. Made once, in tenant.ts. */
export interface World {
  options: TenantOptions;
  state: TenantState;
  contents: Contents;
  people: People;
  faults: Faults;
  limits: RateLimits;
  traffic: TrafficLog;
  tokens: Tokens;
  notifier: Notifier;
  urls: Urls;
  team: { groupId: string; internalId: string; name: string };
  /** The last exchanges, for the desk's drawer. */
  wire: WireView[];
  now(): Date;
  /** Tells the open desk pages what to fetch again. */
  changed(event: DeskEvent): void;
}

export interface Urls {
  origin: string;
  connector: string;
  graph: string;
  openId: string;
  desk: string;
}

const WIRE_KEPT = 300;

export function noteWire(world: World, view: WireView): void {
  world.wire.push(view);
  if (world.wire.length > WIRE_KEPT) world.wire.splice(0, world.wire.length - WIRE_KEPT);
}
