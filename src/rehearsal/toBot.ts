import { noteWire, type World } from './world.ts';

export type BotAnswer = { ok: true; status: number; body: unknown } | { ok: false; status: number };

/** How long Teams is taken to wait for an invoke. No page of the platform states it; folklore says ten to fifteen seconds. */
const PATIENCE_MS = 15_000;

/**
 * Brings an activity to the bot, signed as the Bot Connector signs. With clicks repeated, the same activity goes twice at once, and the
 * first answer counts. Never throws: a bot that is away or fails is something the person sees.
 */
export async function toBot(world: World, activity: Record<string, unknown>): Promise<BotAnswer> {
  const repeat = world.faults.trouble().repeatClicks && (activity.type === 'invoke' || activity.value !== undefined);
  const [first] = await Promise.all(repeat ? [once(world, activity), once(world, activity)] : [once(world, activity)]);
  return first ?? { ok: false, status: 0 };
}

async function once(world: World, activity: Record<string, unknown>): Promise<BotAnswer> {
  const started = performance.now();
  const token = await world.tokens.sign({ audience: world.options.botAppId, serviceUrl: String(activity.serviceUrl) });
  const response = await fetch(world.options.botUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
    signal: AbortSignal.timeout(world.options.patienceMs ?? PATIENCE_MS),
  })
    .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
    .catch(() => ({ status: 0, text: '' }));
  const name = typeof activity.name === 'string' ? ` ${activity.name}` : '';
  noteWire(world, {
    at: world.now().toISOString(),
    side: 'bot',
    method: 'POST',
    path: `${String(activity.type)}${name}`,
    status: response.status,
    ms: Math.round(performance.now() - started),
  });
  world.changed({ changed: 'backstage' });
  if (response.status === 0) return { ok: false, status: 0 };
  const body = parsed(response.text);
  return response.status < 300
    ? { ok: true, status: response.status, body }
    : { ok: isInvokeBody(body), status: response.status, body };
}

/** botbuilder copies the inner status of an invoke answer to the outside; the answer is then still one to show. */
const isInvokeBody = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'type' in body && 'statusCode' in body;

function parsed(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
