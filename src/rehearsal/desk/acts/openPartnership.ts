import type { World } from '../../world.ts';
import { DeskRefusal } from './access.ts';

/** The desk of another procedure's partnership; it is started where it does not run yet. */
export async function openPartnership(world: World, procedure: string): Promise<{ url: string }> {
  const { partnerships } = world.options;
  if (partnerships === undefined)
    throw new DeskRefusal(404, 'This rehearsal stands alone: it offers no other procedure.');
  const url = await partnerships.open(procedure).catch(() => {
    throw new DeskRefusal(503, 'That rehearsal could not be started. It may be running already in another window.');
  });
  if (url === null) throw new DeskRefusal(404, 'There is no partnership for that procedure.');
  return { url };
}
