import { z } from 'zod/v4';
import type { BotAnswer } from '../../toBot.ts';
import type { Card, Shown } from '../protocol.ts';

export const SOMETHING_WRONG: Shown = { kind: 'error', text: 'Something went wrong. Please try again.' };
export const UNABLE_TO_REACH: Shown = { kind: 'error', text: 'Unable to reach app. Please try again.' };

const CARD = 'application/vnd.microsoft.card.adaptive';
const CardBody = z.record(z.string(), z.unknown());
const InvokeBody = z.looseObject({ statusCode: z.number().optional(), type: z.string(), value: z.unknown() });
const ErrorValue = z.looseObject({ message: z.string() });
const Size = z.union([z.string(), z.number()]).nullish();
const Task = z.looseObject({ type: z.string(), value: z.unknown() });
const TaskBody = z.looseObject({ task: Task });
const DialogValue = z.looseObject({
  title: z.string().nullish(),
  width: Size,
  height: Size,
  card: z.looseObject({ contentType: z.string(), content: CardBody }),
});

/** What Teams shows after an Execute button: a card in place, a message, an error, or nothing at all. */
export function shownAfterExecute(answer: BotAnswer): Shown {
  if (!answer.ok) return SOMETHING_WRONG;
  if (answer.body === null) return { kind: 'nothing' };
  const body = InvokeBody.safeParse(answer.body);
  if (!body.success) return SOMETHING_WRONG;
  const { type, value } = body.data;
  if (type === CARD) return cardShown(value);
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string')
    return { kind: 'message', text: value };
  const error = ErrorValue.safeParse(value);
  return type === 'application/vnd.microsoft.error' && error.success
    ? { kind: 'error', text: error.data.message }
    : SOMETHING_WRONG;
}

function cardShown(value: unknown): Shown {
  const card = CardBody.safeParse(value);
  return card.success ? { kind: 'card', card: card.data } : SOMETHING_WRONG;
}

/** What Teams shows after a dialog step. `whenEmpty` is what an empty answer means at this step. */
export function shownAfterTask(answer: BotAnswer, whenEmpty: Shown): Shown {
  if (!answer.ok) return UNABLE_TO_REACH;
  if (isEmpty(answer.body)) return whenEmpty;
  const body = TaskBody.safeParse(answer.body);
  if (!body.success) return UNABLE_TO_REACH;
  const { type, value } = body.data.task;
  if (type === 'message' && typeof value === 'string') return { kind: 'message', text: value };
  const dialog = DialogValue.safeParse(value);
  if (type !== 'continue' || !dialog.success) return UNABLE_TO_REACH;
  return { kind: 'dialog', dialog: dialogOf(dialog.data) };
}

const isEmpty = (body: unknown): boolean =>
  body === null || (typeof body === 'object' && Object.keys(body).length === 0);

function dialogOf(value: z.infer<typeof DialogValue>): NonNullable<Shown['dialog']> {
  const card: Card = value.card.content;
  return {
    title: value.title ?? '',
    card,
    ...(value.width == null ? {} : { width: value.width }),
    ...(value.height == null ? {} : { height: value.height }),
  };
}
