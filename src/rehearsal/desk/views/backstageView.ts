import type { World } from '../../world.ts';
import type { BackstageView } from '../protocol.ts';

/** Behind the scenes: the record and clocks of one case, the outbox, and the last exchanges, newest first. */
export async function backstageView(world: World, reference: string | null): Promise<BackstageView> {
  const { backstage } = world.options;
  const wire = [...world.wire].reverse();
  if (backstage === undefined) return { cases: [], record: null, clocks: [], outbox: [], wire };
  const cases = await backstage.cases();
  const chosen = reference ?? cases.at(-1)?.reference ?? null;
  return {
    cases,
    record: chosen === null ? null : await backstage.record(chosen),
    clocks: chosen === null ? [] : await backstage.clocks(chosen),
    outbox: await backstage.outbox(),
    wire,
  };
}
