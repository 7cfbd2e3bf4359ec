import type { MiddlewareOptions } from '@microsoft/microsoft-graph-client';

/** Travels with one call through the chain and brings back why nothing came: the SDK's own error keeps only a name. */
export class CallNotes implements MiddlewareOptions {
  cause: unknown;
  /** The token was there: from now on something may have left the machine. */
  signedIn = false;
}
