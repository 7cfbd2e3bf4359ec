import { newId } from '../identifiers.ts';
import type { ChannelRecord, OperationRecord } from '../state/records.ts';
import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { World } from '../world.ts';
import { entity } from './odata.ts';
import { demandTeam } from './teams.ts';

/** Looks after which background work is done. The first look finds it still going on. */
const LOOKS_NEEDED = 2;
/** And it is done by itself after this long, for those who do not look. */
const DONE_AFTER_MS = 3000;

export function startOperation(world: World, kind: OperationRecord['kind'], channel: ChannelRecord): OperationRecord {
  const id = newId();
  return world.state.operations.put(id, {
    id,
    kind,
    channelId: channel.id,
    looks: 0,
    done: false,
    startedAt: world.now().toISOString(),
  });
}

/** Finishes what has had its time. Called before every answer about the team. */
export function settleOperations(world: World): void {
  const now = world.now().getTime();
  for (const operation of world.state.operations.all()) {
    if (!operation.done && now - Date.parse(operation.startedAt) >= DONE_AFTER_MS) finish(world, operation);
  }
}

export function getOperation(world: World, call: Call): Reply {
  demandTeam(world, call);
  settleOperations(world);
  const held = world.state.operations.get(param(call, 'operation'));
  if (held === undefined) throw new Refused(404, 'NotFound', 'The operation is not there.');
  const looked = held.done ? held : world.state.operations.put(held.id, { ...held, looks: held.looks + 1 });
  const operation = !looked.done && looked.looks >= LOOKS_NEEDED ? finish(world, looked) : looked;
  return reply(200, entity('teams/operations/$entity', operationRow(world, operation), call.query.$select));
}

function finish(world: World, operation: OperationRecord): OperationRecord {
  const channel = world.state.channels.get(operation.channelId);
  if (channel !== undefined) {
    world.state.channels.put(channel.id, {
      ...channel,
      ready: true,
      archived: operation.kind === 'archiveChannel' || (channel.archived && operation.kind !== 'unarchiveChannel'),
    });
    world.changed({ changed: 'view' });
    world.changed({ changed: 'conversation', id: channel.id });
  }
  return world.state.operations.put(operation.id, { ...operation, done: true });
}

/** The kinds of channel work stand after `unknownFutureValue` in Graph's list; it shows them as they are to clients that prefer so. */
function operationRow(world: World, operation: OperationRecord): Record<string, unknown> {
  return {
    id: operation.id,
    operationType: operation.kind,
    createdDateTime: operation.startedAt,
    status: operation.done ? 'succeeded' : 'inProgress',
    lastActionDateTime: world.now().toISOString(),
    attemptsCount: 1,
    targetResourceId: operation.channelId,
    targetResourceLocation: `/teams('${world.team.groupId}')/channels('${operation.channelId}')`,
    error: null,
  };
}
