import { z } from 'zod/v4';

const Data = z.record(z.string(), z.unknown());
const Short = z.string().min(1).max(300);

/** What the page may send, by route. */
export const SendMessageBody = z.strictObject({
  as: Short,
  conversation: Short,
  replyTo: Short.optional(),
  text: z.string().max(20_000),
  mentionBot: z.boolean().optional(),
});
export const PressActionBody = z.strictObject({
  as: Short,
  conversation: Short,
  activityId: Short,
  action: z.strictObject({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    verb: z.string().optional(),
    data: Data,
    id: z.string().optional(),
    title: z.string().optional(),
  }),
});
export const DialogActionBody = z.strictObject({
  as: Short,
  conversation: Short,
  activityId: Short.optional(),
  step: z.enum(['fetch', 'submit']),
  data: Data,
});
export const ExtensionActionBody = z.strictObject({
  as: Short,
  conversation: Short,
  step: z.enum(['fetch', 'submit']),
  command: Short,
  data: Data,
});
export const AnswerEventBody = z.strictObject({
  as: Short,
  eventId: Short,
  answer: z.enum(['accepted', 'declined', 'tentative']),
});
export const MoveClockBody = z.strictObject({ as: Short.optional(), to: Short });
export const PartnershipBody = z.strictObject({ procedure: Short });
export const TroubleBody = z.strictObject({
  throttle: z.boolean(),
  fail: z.boolean(),
  slow: z.boolean(),
  lostAnswers: z.boolean(),
  repeatClicks: z.boolean(),
});
