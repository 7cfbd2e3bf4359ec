import type { TurnContext } from 'botbuilder';

type Selector = (context: TurnContext) => Promise<boolean>;

export const any =
  (type: string): Selector =>
  async (context) =>
    context.activity.type === type;

export const invoke =
  (name: string): Selector =>
  async (context) =>
    context.activity.type === 'invoke' && context.activity.name === name;

/** A message that carries data: a card's button pressed on a client that knows no Action.Execute. */
export const brought =
  (_what: 'value'): Selector =>
  async (context) =>
    context.activity.type === 'message' &&
    typeof context.activity.value === 'object' &&
    context.activity.value !== null;

/** A message whose whole text fits, whatever mention, space or full stop surrounds it. Anchored by the pattern itself. */
export const says =
  (pattern: RegExp): Selector =>
  async (context) =>
    context.activity.type === 'message' && pattern.test(saidIn(context.activity.text));

/** What was written, without mentions, markup of the client and outer white space. */
export function saidIn(text: string | undefined): string {
  return (text ?? '')
    .slice(0, 30_000)
    .replace(/<at\b[^>]*>[^<]*<\/at>/gi, ' ')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]+$/, '');
}
