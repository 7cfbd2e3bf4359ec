import { z } from 'zod/v4';

const id = z.string().min(1).max(2000);

/** What we read of an activity, parsed at the door. Everything else it carries is ignored. */
export const IncomingSchema = z.object({
  type: z.string().min(1).max(100),
  id: z.string().max(2000).optional(),
  name: z.string().max(200).optional(),
  channelId: id,
  serviceUrl: id,
  from: z.object({ id, aadObjectId: z.string().max(200).optional(), tenantId: z.string().max(200).optional() }),
  recipient: z.object({ id }).optional(),
  conversation: z.object({ id, conversationType: z.string().optional(), tenantId: z.string().optional() }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).optional(),
      team: z.object({ id: z.string().optional(), aadGroupId: z.string().optional() }).optional(),
      channel: z.object({ id: z.string() }).optional(),
    })
    .optional(),
  action: z.string().optional(),
  membersAdded: z.array(z.object({ id })).optional(),
  text: z.string().max(30_000).optional(),
  value: z.unknown(),
});
export type Incoming = z.infer<typeof IncomingSchema>;

/** The actor's tenant and object id. The conversation's tenant is the host's and stands in only where the account names none. */
export function identityOf(it: Incoming): { tenantId: string; objectId: string } | null {
  const tenantId = it.from.tenantId ?? it.channelData?.tenant?.id ?? it.conversation.tenantId;
  const objectId = it.from.aadObjectId;
  return tenantId && objectId ? { tenantId, objectId } : null;
}

/** The tenant in which the conversation stands; the bot answers in one tenant alone. */
export const hostTenantOf = (it: Incoming): string | undefined =>
  it.channelData?.tenant?.id ?? it.conversation.tenantId;

const Naming = z.looseObject({ caseId: z.string().max(100) });
const Named = z.union([
  z.looseObject({ action: z.looseObject({ data: Naming }) }).transform((it) => it.action.data.caseId),
  z.looseObject({ data: Naming }).transform((it) => it.data.caseId),
  Naming.transform((it) => it.caseId),
]);

/** The case that a press or a dialog names, as it was sent; null where it names none. */
export function caseNamed(it: Incoming): string | null {
  const named = Named.safeParse(it.value);
  return named.success ? named.data : null;
}

export const isPersonal = (it: Incoming): boolean => it.conversation.conversationType === 'personal';
