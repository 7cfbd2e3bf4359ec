import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { makeBot } from '../../../src/bot/app.ts';
import type { Deps } from '../../../src/operations/deps.ts';

/** The bot with all its routes, spoken to without a door in between: what it answers to an activity, as it was sent. */
export function directBot(deps: Deps): (activity: object) => Promise<unknown[]> {
  let answers: unknown[] = [];
  class Listening extends BotAdapter {
    override async sendActivities(_context: TurnContext, sent: Partial<Activity>[]): Promise<ResourceResponse[]> {
      answers.push(...sent.map((it) => (it.type === 'invokeResponse' ? (it.value as { body: unknown }).body : it)));
      return sent.map(() => ({ id: 'sent' }));
    }
    override async updateActivity(): Promise<void> {
      throw new Error('the bot changes nothing that it sent from a turn');
    }
    override async deleteActivity(): Promise<void> {
      throw new Error('the bot takes nothing back from a turn');
    }
    override async continueConversation(): Promise<void> {
      throw new Error('the bot begins nothing from a turn');
    }
  }
  const listening = new Listening();
  const bot = makeBot({
    adapter: {
      receive: async (_authorization, activity, logic) => {
        await logic(new TurnContext(listening, activity));
        return { status: 200 };
      },
    },
    deps,
    appId: 'app',
    botName: 'Convene',
    remember: async () => 'known',
    reachedFrom: async () => undefined,
    caseOfChannel: async () => null,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return async (activity) => {
    answers = [];
    await bot.receive('', activity);
    return answers;
  };
}
