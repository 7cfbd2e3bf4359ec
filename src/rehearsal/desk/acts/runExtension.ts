import { z } from 'zod/v4';
import { activityFrom } from '../../teamsActivity.ts';
import { postMessage } from '../../teamwork/messages.ts';
import { toBot, type BotAnswer } from '../../toBot.ts';
import type { World } from '../../world.ts';
import type { ExtensionAction, Shown } from '../protocol.ts';
import { CLOSED, demandPerson, enterRoom, isClosed } from './access.ts';
import { shownAfterTask, UNABLE_TO_REACH } from './shown.ts';

const Result = z.looseObject({
  composeExtension: z.looseObject({
    type: z.string(),
    text: z.string().nullish(),
    attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).nullish(),
  }),
});

/** The messaging extension's action command: opens its dialog, or sends what was entered. It works where the bot is no member, too. */
export async function runExtension(world: World, step: ExtensionAction): Promise<Shown> {
  const person = demandPerson(world, step.as);
  const room = await enterRoom(world, person, step.conversation);
  if (isClosed(room)) return CLOSED;
  const common = { commandId: step.command, commandContext: 'compose', context: { theme: 'default' } };
  const answer = await toBot(world, {
    ...activityFrom(world, person, room, null),
    type: 'invoke',
    name: step.step === 'fetch' ? 'composeExtension/fetchTask' : 'composeExtension/submitAction',
    value:
      step.step === 'fetch'
        ? { ...common, data: step.data }
        : { ...common, data: step.data, botMessagePreviewAction: null },
  });
  return (
    resultShown(world, step, answer) ??
    shownAfterTask(answer, step.step === 'submit' ? { kind: 'closed' } : UNABLE_TO_REACH)
  );
}

/** Cards that an extension gives back go into the person's own message, which the desk sends at once. */
function resultShown(world: World, step: ExtensionAction, answer: BotAnswer): Shown | null {
  const result = answer.ok ? Result.safeParse(answer.body) : null;
  if (result === null || !result.success) return null;
  const { type, text, attachments } = result.data.composeExtension;
  if (type === 'message') return { kind: 'message', text: text ?? '' };
  const person = demandPerson(world, step.as);
  const cards = (attachments ?? []).map(({ contentType, content }) => ({ contentType, content }));
  postMessage(world, { conversation: step.conversation, root: null }, person.account?.objectId ?? null, {
    text: '',
    textFormat: 'plain',
    attachments: cards,
    entities: [],
  });
  return { kind: 'closed' };
}
