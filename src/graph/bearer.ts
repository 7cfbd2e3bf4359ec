import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { CallNotes } from './callNotes.ts';
import type { GraphOptions } from './client.ts';
import { GraphFault } from './fault.ts';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Adds the token, to the hosts we were configured with and no other. The SDK's own handler adds it to https only and drops it in
 * silence elsewhere; here plain http is refused at start unless it was asked for and stays on this machine.
 */
export function bearer(options: GraphOptions): Middleware & { setNext(next: Middleware): void } {
  const base = new URL(options.baseUrl);
  const plain = base.protocol === 'http:' && options.insecureLoopback === true && LOOPBACK.has(base.hostname);
  if (base.protocol !== 'https:' && !plain) throw new Error('The address of Graph must be https.');

  let next: Middleware | undefined;
  return {
    setNext(following: Middleware) {
      next = following;
    },
    async execute(context: Context) {
      const notes = context.middlewareControl?.getMiddlewareOptions(CallNotes);
      try {
        await sendWithToken(context, notes instanceof CallNotes ? notes : undefined);
      } catch (cause) {
        if (notes instanceof CallNotes) notes.cause = cause;
        throw cause;
      }
    },
  };

  async function sendWithToken(context: Context, notes: CallNotes | undefined): Promise<void> {
    const request = context.request as string | Request;
    const url = new URL(typeof request === 'string' ? request : request.url);
    const known = url.origin === base.origin || (url.protocol === 'https:' && options.customHosts?.has(url.hostname));
    if (known !== true) throw new GraphFault({ status: 0, code: 'foreignHost', kind: 'refused' });
    const headers = new Headers(context.options?.headers ?? {});
    headers.set('Authorization', `Bearer ${await tokenOf(options)}`);
    if (notes !== undefined) notes.signedIn = true;
    context.options = { ...context.options, headers: Object.fromEntries(headers) };
    await next?.execute(context);
  }
}

async function tokenOf(options: GraphOptions): Promise<string> {
  const token = await options.token().catch(() => '');
  if (token === '') throw new GraphFault({ status: 0, code: 'noToken', kind: 'retry' });
  return token;
}
