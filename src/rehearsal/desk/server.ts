import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod/v4';
import type { World } from '../world.ts';
import { demandPerson, DeskRefusal } from './acts/access.ts';
import { openPartnership } from './acts/openPartnership.ts';
import { answerEvent } from './acts/answerEvent.ts';
import { moveClock } from './acts/moveClock.ts';
import { pressAction } from './acts/pressAction.ts';
import { runDialog } from './acts/runDialog.ts';
import { runExtension } from './acts/runExtension.ts';
import { sendMessage } from './acts/sendMessage.ts';
import {
  AnswerEventBody,
  DialogActionBody,
  ExtensionActionBody,
  MoveClockBody,
  PartnershipBody,
  PressActionBody,
  SendMessageBody,
  TroubleBody,
} from './bodies.ts';
import type { LiveEvents } from './liveEvents.ts';
import { backstageView } from './views/backstageView.ts';
import { calendarView } from './views/calendarView.ts';
import { conversationView } from './views/conversationView.ts';
import { deskView } from './views/deskView.ts';
import { attachmentBytes, fileBytes, filesView } from './views/filesView.ts';
import { mailView } from './views/mailView.ts';
import { mailOf } from './views/unread.ts';

/** The desk's API under /desk/api: what desk/protocol.ts says, one route a line. */
export function deskRouter(world: World, live: LiveEvents): Router {
  const router = Router();
  router.use(express.json({ limit: '1mb' }));
  router.get('/events', (_request, response) => live.join(response));
  router.get(
    '/view',
    answers((request) => deskView(world, asWhom(world, request))),
  );
  router.get(
    '/conversation/:id',
    answers((request) => conversationView(world, asWhom(world, request), String(request.params.id))),
  );
  router.get(
    '/mail',
    answers((request) => mailView(world, asWhom(world, request))),
  );
  router.get(
    '/calendar',
    answers((request) => calendarView(world, asWhom(world, request))),
  );
  router.get(
    '/files',
    answers((request) => filesView(world, asWhom(world, request), text(request, 'channel'))),
  );
  router.get(
    '/backstage',
    answers((request) => backstageView(world, text(request, 'case') || null)),
  );
  router.get(
    '/file/:id',
    downloads((request) => fileBytes(world, text(request, 'as'), text(request, 'channel'), String(request.params.id))),
  );
  router.get(
    '/attachment/:mail/:id',
    downloads((request) => attachment(world, request)),
  );
  router.post(
    '/message',
    takes(SendMessageBody, (body) => sendMessage(world, present(body))),
  );
  router.post(
    '/action',
    takes(PressActionBody, (body) => pressAction(world, present(body))),
  );
  router.post(
    '/dialog',
    takes(DialogActionBody, (body) => runDialog(world, present(body))),
  );
  router.post(
    '/extension',
    takes(ExtensionActionBody, (body) => runExtension(world, body)),
  );
  router.post(
    '/calendar/answer',
    takes(AnswerEventBody, (body) => (answerEvent(world, body), calendarView(world, body.as))),
  );
  router.post(
    '/clock',
    takes(MoveClockBody, (body) => moveClock(world, body.to)),
  );
  router.get(
    '/partnerships',
    answers(() => world.options.partnerships?.list() ?? []),
  );
  router.post(
    '/partnerships',
    takes(PartnershipBody, (body) => openPartnership(world, body.procedure)),
  );
  router.post(
    '/trouble',
    takes(TroubleBody, (body) => setTrouble(world, body)),
  );
  return router;
}

const text = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
};

/** Without a name the first coordinator is meant: where a newcomer lands. */
function asWhom(world: World, request: Request): string {
  const named = text(request, 'as');
  return named === '' ? (world.people.all.find((one) => one.coordinator)?.id ?? '') : named;
}

function attachment(world: World, request: Request) {
  const person = demandPerson(world, text(request, 'as'));
  const mail = mailOf(world, person).find((one) => one.id === request.params.mail);
  return attachmentBytes(world, mail, String(request.params.id));
}

function setTrouble(world: World, trouble: z.infer<typeof TroubleBody>): z.infer<typeof TroubleBody> {
  world.faults.setTrouble(trouble);
  world.state.setFact('trouble', trouble);
  world.changed({ changed: 'view' });
  return world.faults.trouble();
}

/** Optional members of a parsed body are either there or left out, never undefined. */
const present = <T extends object>(body: T): Present<T> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Present<T>;
type Present<T> = { [K in keyof T]: T[K] extends object ? Present<T[K]> : Exclude<T[K], undefined> };

function answers(view: (request: Request) => unknown): RequestHandler {
  return async (request, response) => {
    await refusing(response, async () => {
      response.set('cache-control', 'no-store').json(await view(request));
    });
  };
}

function takes<T>(schema: z.ZodType<T>, act: (body: T) => unknown): RequestHandler {
  return async (request, response) => {
    await refusing(response, async () => {
      const parsed = schema.safeParse(request.body);
      if (!parsed.success)
        throw new DeskRefusal(
          400,
          `The page sent something unreadable: ${parsed.error.issues[0]?.path.join('.') ?? 'body'}.`,
        );
      response.json(await act(parsed.data));
    });
  };
}

/** Always handed over as a download, so that nothing in a file runs on this page. */
function downloads(found: (request: Request) => { name: string; contentType: string; bytes: Buffer }): RequestHandler {
  return async (request, response) => {
    await refusing(response, async () => {
      const file = found(request);
      response.set({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
      response.attachment(file.name).send(file.bytes);
    });
  };
}

async function refusing(response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DeskRefusal)) throw error;
    response.status(error.status).json({ error: error.message });
  }
}
