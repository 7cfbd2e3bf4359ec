import { setTimeout as pause } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Side } from '../faults.ts';
import { noteWire, type World } from '../world.ts';
import { Refused, reply, type Call, type Reply, type Route } from './call.ts';
import { errorBody } from './errorBodies.ts';
import { headersForLog } from './trafficLog.ts';

const SLOW_MS = 4000;

/** Puts one route of the Connector or of Graph on the wire: bearer, trouble, limits, the work, the log, the answer. */
export function serve(world: World, side: Side, route: Route): RequestHandler {
  return async (request, response) => {
    const started = performance.now();
    const call = callOf(request);
    if (world.faults.strikes(side, 'slow')) await pause(world.options.slowMs ?? SLOW_MS);
    const answer = await answerTo(world, side, route, call);
    const lost = answer.status < 400 && route.method !== 'get' && world.faults.strikes(side, 'lostAnswers');
    log(world, side, request, call, answer, performance.now() - started);
    if (lost) request.socket.destroy();
    else send(response, answer);
  };
}

async function answerTo(world: World, side: Side, route: Route, call: Call): Promise<Reply> {
  try {
    demandBearer(side, call);
    if (world.faults.strikes(side, 'throttle')) throw tooMany(1);
    if (world.faults.strikes(side, 'fail'))
      throw new Refused(503, 'ServiceUnavailable', 'The service is unavailable for a moment.');
    for (const [key, rates] of route.budget?.(call) ?? []) {
      const wait = world.limits.hit(`${side} ${key}`, rates);
      if (wait > 0) throw tooMany(Math.ceil(wait));
    }
    return await route.handle(world, call);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return reply(error.status, errorBody(side, error.code, error.message, world.now()), error.headers);
  }
}

function demandBearer(side: Side, call: Call): void {
  const bearer = /^Bearer (\S+)$/.exec(call.headers.authorization ?? '')?.[1];
  if (bearer !== undefined && bearer !== 'undefined' && bearer !== 'null') return;
  if (side === 'graph') throw new Refused(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  throw new Refused(401, 'Unauthorized', 'Authorization has been denied for this request.');
}

function tooMany(seconds: number): Refused {
  return new Refused(429, 'TooManyRequests', 'Too many requests. Wait before you try again.', {
    'Retry-After': String(seconds),
  });
}

function callOf(request: Request): Call {
  const query: Record<string, string> = {};
  for (const [name, value] of new URL(request.originalUrl, 'http://tenant').searchParams) query[name] = value;
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.params)) params[name] = String(value);
  const given: unknown = request.body;
  const body = Buffer.isBuffer(given) && given.length === 0 ? undefined : given;
  return { params, query, headers: request.headers, body };
}

function send(response: Response, answer: Reply): void {
  response.status(answer.status).set(answer.headers ?? {});
  if (answer.body === undefined) response.end();
  else response.json(answer.body);
}

function log(world: World, side: Side, request: Request, call: Call, answer: Reply, ms: number): void {
  const path = new URL(request.originalUrl, 'http://tenant').pathname.replace(/^\/(graph|connector)(?=\/)/, '');
  const at = world.now().toISOString();
  world.traffic.write(side, {
    method: request.method,
    path,
    query: call.query,
    headers: headersForLog(call.headers),
    ...(Buffer.isBuffer(call.body)
      ? { requestBody: `${call.body.length} bytes` }
      : call.body === undefined
        ? {}
        : { requestBody: call.body }),
    status: answer.status,
    ...(answer.body === undefined ? {} : { responseBody: answer.body }),
    responseHeaders: answer.headers ?? {},
    time: at,
  });
  noteWire(world, { at, side, method: request.method, path, status: answer.status, ms: Math.round(ms) });
}
