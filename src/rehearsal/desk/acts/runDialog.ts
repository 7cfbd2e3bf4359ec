import { activityFrom } from '../../teamsActivity.ts';
import { findMessage } from '../../teamwork/messages.ts';
import { toBot } from '../../toBot.ts';
import type { World } from '../../world.ts';
import type { DialogAction, Shown } from '../protocol.ts';
import { CLOSED, demandPerson, enterRoom, isClosed } from './access.ts';
import { shownAfterTask, UNABLE_TO_REACH } from './shown.ts';

/** Opens a dialog (`task/fetch`) or sends what was entered in it (`task/submit`). */
export async function runDialog(world: World, step: DialogAction): Promise<Shown> {
  const person = demandPerson(world, step.as);
  const room = await enterRoom(world, person, step.conversation);
  if (isClosed(room)) return CLOSED;
  const message = step.activityId === undefined ? undefined : findMessage(world, room.id, step.activityId);
  const answer = await toBot(world, {
    ...activityFrom(world, person, room, message?.root ?? null),
    type: 'invoke',
    name: step.step === 'fetch' ? 'task/fetch' : 'task/submit',
    ...(message === undefined ? {} : { replyToId: message.id }),
    value: { data: step.data, context: { theme: 'default' } },
  });
  return shownAfterTask(answer, step.step === 'submit' ? { kind: 'closed' } : UNABLE_TO_REACH);
}
