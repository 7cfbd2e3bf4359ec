import { placeOfCard } from './composePlaces.ts';
import { coordinatorsOf } from './domain/whoIsWho.ts';
import type { Joined } from './compose.ts';
import { viewCase } from './operations/view.ts';
import type { TickReport } from './rehearsal/desk/protocol.ts';
import { listCases } from './store/cases.ts';

/** Dates that ran out on the way to this day and of which nobody was told: what has become overdue is news too. */
export async function ranOut(
  joined: Joined,
  { from, to, came }: TickReport,
  chatIdOf: (person: string) => string | null,
): Promise<TickReport['came']> {
  const { deps } = joined;
  const open = await listCases(deps.db, { open: true });
  const found = await Promise.all(
    open.map(async ({ reference }) => {
      const seen = await viewCase(deps, reference, null);
      if (seen.kind === 'refused') return [];
      const { told, policy, partnership } = seen.value;
      const [coordinator] = coordinatorsOf(partnership);
      const place =
        coordinator === undefined ? null : await placeOfCard(joined, reference, 'case', coordinator.id, chatIdOf);
      return told.clocks
        .filter((it) => it.status === 'missed' && it.kind !== 'right' && it.dueOn && it.dueOn >= from && it.dueOn < to)
        .map((it) => ({ ...it, label: policy.clocks.find((rule) => rule.id === it.id)?.label ?? it.id }))
        .filter(({ label }) => !came.some(({ words }) => words.startsWith(reference) && words.includes(label)))
        .map(({ kind, label, of }) => {
          const what = `“${label}”${of ? `, ${of}` : ''}`;
          const words = `${reference}: ${what}: ${kind === 'target' ? 'the local target has passed' : 'overdue'}`;
          return { on: to, words, ...(place ? { place } : {}) };
        });
    }),
  );
  return found.flat();
}
