import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import type { Answer } from './answer.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';
const ELSEWHERE = 'This opens as a form. Press the button in Teams on a computer or phone that shows forms.';

/**
 * Sends an answer the way the incoming activity asks for. The invoke response is our own: the library's helper for cards
 * publishes one person's view to everybody.
 */
export async function reply(context: TurnContext, answer: Answer): Promise<void> {
  const { type, name } = context.activity;
  if (type !== 'invoke') return send(context, answer);
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: bodyOf(name ?? '', answer) } });
}

function bodyOf(name: string, answer: Answer): object {
  if (name === 'adaptiveCard/action') return onCard(answer);
  if (name.startsWith('task/') || name.startsWith('composeExtension/')) return onDialog(answer);
  return {};
}

function onCard(answer: Answer): object {
  if (answer.kind === 'card') return { statusCode: 200, type: CARD, value: answer.card };
  const text = answer.kind === 'message' ? answer.text : answer.kind === 'dialog' ? ELSEWHERE : 'Done.';
  return { statusCode: 200, type: MESSAGE, value: text };
}

function onDialog(answer: Answer): object {
  switch (answer.kind) {
    case 'dialog': {
      const { title, width, height, card } = answer.dialog;
      return { task: { type: 'continue', value: { title, width, height, card: CardFactory.adaptiveCard(card) } } };
    }
    case 'card': {
      const value = {
        title: 'Convene',
        width: 'medium',
        height: 'medium',
        card: CardFactory.adaptiveCard(answer.card),
      };
      return { task: { type: 'continue', value } };
    }
    case 'message':
      return { task: { type: 'message', value: answer.text } };
    default:
      return {};
  }
}

async function send(context: TurnContext, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'card':
      await context.sendActivity({
        ...MessageFactory.attachment(CardFactory.adaptiveCard(answer.card)),
        summary: answer.text,
      });
      return;
    case 'message':
      await context.sendActivity(answer.text);
      return;
    case 'dialog':
      await context.sendActivity(ELSEWHERE);
      return;
    default:
      return;
  }
}
