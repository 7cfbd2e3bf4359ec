import type { TurnContext } from 'botbuilder';
import type { Partnership, Person } from '../domain/directory.ts';
import { keepLook } from '../operations/gate.ts';
import { whoIsIn } from '../operations/identity.ts';
import { partnershipIn } from '../operations/standing.ts';
import { message, type Answer } from './answer.ts';
import { caseNamed, hostTenantOf, identityOf, IncomingSchema, type Incoming } from './incoming.ts';
import type { BotParts } from './parts.ts';
import { reply } from './reply.ts';

/** One turn as the handlers see it: who is there by the directory, what they sent, nothing of the SDK. */
export interface Turn {
  activity: Incoming;
  person: Person;
  partnership: Partnership;
}
export type Handler = (parts: BotParts, turn: Turn) => Promise<Answer>;

export const STRANGER =
  'I do not know you: you are not in the directory of this partnership. Ask the council’s coordinator to have you added. Nothing was recorded.';
const NOBODY = { kind: 'refused' } as const;
const UNREADABLE = 'I could not read what was sent, so nothing was recorded. Please try again from the card.';

/** A route's work: parse, find out who it is from (tenant id, object id), ask the handler, answer. */
export const handle =
  (parts: BotParts, handler: Handler) =>
  async (context: TurnContext): Promise<void> => {
    await reply(context, await answerTo(parts, handler, context.activity));
  };

/** What this activity is answered, whoever sent it. Somebody the directory does not know is told so, and that they asked is kept. */
export async function answerTo(parts: BotParts, handler: Handler, raw: unknown): Promise<Answer> {
  const parsed = IncomingSchema.safeParse(raw);
  if (!parsed.success) return message(UNREADABLE);
  const activity = parsed.data;
  const partnership = await partnershipIn(parts.deps.db);
  const identity = identityOf(activity);
  const ours = hostTenantOf(activity) === partnership.authority.tenantId;
  const person = identity === null || !ours ? null : whoIsIn(partnership, identity);
  if (person === null) {
    const who = identity === null ? 'unknown' : `${identity.tenantId}/${identity.objectId}`;
    await keepLook(parts.deps, parts.deps.db, { person: who, caseId: caseNamed(activity), what: 'stranger' }, NOBODY);
    return message(STRANGER);
  }
  await parts.reachedFrom(activity.serviceUrl);
  return handler(parts, { activity, person, partnership });
}
