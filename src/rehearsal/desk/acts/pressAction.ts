import { activityFrom } from '../../teamsActivity.ts';
import type { TenantPerson } from '../../people.ts';
import type { MessageRecord } from '../../state/records.ts';
import type { Conversation } from '../../teamwork/conversations.ts';
import { postMessage } from '../../teamwork/messages.ts';
import { toBot } from '../../toBot.ts';
import type { World } from '../../world.ts';
import type { PressAction, Shown } from '../protocol.ts';
import { CLOSED, demandMessage, demandPerson, enterRoom, isClosed } from './access.ts';
import { runDialog } from './runDialog.ts';
import { keepPrivateView } from './privateViews.ts';
import { shownAfterExecute, SOMETHING_WRONG } from './shown.ts';

/** A button of a card pressed by a person, brought to the bot as Teams brings it. */
export async function pressAction(world: World, press: PressAction): Promise<Shown> {
  const person = demandPerson(world, press.as);
  const room = await enterRoom(world, person, press.conversation);
  const message = demandMessage(world, room.id, press.activityId);
  if (isClosed(room)) return CLOSED;
  if (press.action.type === 'Action.Execute') return execute(world, person, room, message, press);
  const kind = teamsKind(press.action.data);
  if (kind === 'task/fetch') {
    return runDialog(world, {
      as: press.as,
      conversation: room.id,
      activityId: message.id,
      step: 'fetch',
      data: press.action.data,
    });
  }
  return submit(world, person, room, message, press, kind);
}

const teamsKind = (data: Record<string, unknown>): string | null => {
  const { msteams } = data;
  const type = typeof msteams === 'object' && msteams !== null && 'type' in msteams ? msteams.type : null;
  return typeof type === 'string' ? type : null;
};

async function execute(
  world: World,
  person: TenantPerson,
  room: Conversation,
  message: MessageRecord,
  press: PressAction,
): Promise<Shown> {
  const { verb, data, id, title } = press.action;
  const action = {
    type: 'Action.Execute',
    verb: verb ?? '',
    data,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
  };
  const answer = await toBot(world, {
    ...activityFrom(world, person, room, message.root),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: message.id,
    value: { action, trigger: 'manual' },
  });
  const shown = shownAfterExecute(answer);
  if (shown.kind === 'card' && shown.card !== undefined) keepPrivateView(world, person, message, shown.card);
  return shown;
}

/** A plain Submit comes as a message that has a value and no words; messageBack and imBack also say something in the conversation. */
async function submit(
  world: World,
  person: TenantPerson,
  room: Conversation,
  message: MessageRecord,
  press: PressAction,
  kind: string | null,
): Promise<Shown> {
  const teams = (press.action.data.msteams ?? {}) as Record<string, unknown>;
  const said = kind === 'imBack' ? teams.value : kind === 'messageBack' ? teams.displayText : undefined;
  const text = kind === 'imBack' ? teams.value : kind === 'messageBack' ? teams.text : undefined;
  if (typeof said === 'string' && said !== '') {
    const content = { text: said, textFormat: 'plain', attachments: [], entities: [] };
    postMessage(
      world,
      { conversation: room.id, root: room.kind === 'channel' ? message.root : null },
      person.account?.objectId ?? null,
      content,
    );
  }
  const answer = await toBot(world, {
    ...activityFrom(world, person, room, message.root),
    type: 'message',
    replyToId: message.id,
    ...(typeof text === 'string' ? { text } : {}),
    ...(kind === 'imBack' ? {} : { value: kind === 'messageBack' ? (teams.value ?? {}) : press.action.data }),
  });
  return answer.ok ? { kind: 'nothing' } : SOMETHING_WRONG;
}
