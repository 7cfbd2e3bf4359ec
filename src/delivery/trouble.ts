import type { Partnership } from '../domain/directory.ts';
import { lanes, type Effect } from '../domain/effects.ts';
import { coordinatorOf } from './people.ts';

/** The card that tells the coordinator, in their own chat, that something of the case will not go out. Once for each thing. */
export function troubleEffect(about: Effect, partnership: Partnership): Effect {
  const { key, caseId } = about;
  const lane = lanes.chat(coordinatorOf(partnership).id);
  return { kind: 'card', key: `trouble/${key}`, lane, caseId, matter: { is: 'trouble', of: key } };
}
