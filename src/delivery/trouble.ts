import type { Partnership } from '../domain/directory.ts';
import { lanes, type Effect } from '../domain/effects.ts';
import { noticesTo } from '../domain/notices.ts';
import type { Held } from './heldUp.ts';
import { coordinatorOf } from './people.ts';

/**
 * How the coordinator is told that something will not go out: by a card in their own chat, once for each thing. Where that word
 * itself does not go out, by mail; where the mail does not either, nobody is left to tell, and the list still shows it.
 */
export function wordOfDead(about: Effect, partnership: Partnership): Effect[] {
  const { key, caseId } = about;
  const coordinator = coordinatorOf(partnership);
  const isWord = about.kind === 'notice' || ('matter' in about && about.matter.is === 'trouble');
  if (!isWord) {
    const lane = lanes.chat(coordinator.id);
    return [{ kind: 'card', key: `trouble/${key}`, lane, caseId, matter: { is: 'trouble', of: key } }];
  }
  if (about.lane.startsWith('mail/')) return [];
  const told = { key: `notTold/${key}`, caseId: caseId === '' ? null : caseId, notice: { is: 'notTold' } } as const;
  return noticesTo([coordinator], told, 'mail');
}

/** How the coordinator is told of a cause that holds messages up: by chat, or by mail where Teams is the trouble. Once for each outage. */
export function wordOfHeld({ cause, since, effect, verdict }: Held, partnership: Partnership): Effect[] {
  const aboutCase = verdict.concerns === 'place' && !cause.endsWith(`/${effect.kind}`) && effect.caseId !== '';
  return noticesTo(
    [coordinatorOf(partnership)],
    {
      key: `held/${cause}/${since.toISOString()}`,
      caseId: aboutCase ? effect.caseId : null,
      notice: { is: 'held', cause, why: verdict.words },
    },
    verdict.service === 'Teams' ? 'mail' : 'chat',
  );
}
