import { placeOfCard } from './composePlaces.ts';
import type { Joined } from './compose.ts';
import type { CaseView } from './domain/caseView.ts';
import { coordinatorsOf } from './domain/whoIsWho.ts';
import { viewCase } from './operations/view.ts';
import type { TickReport } from './rehearsal/desk/protocol.ts';
import { listCases } from './store/cases.ts';

/** What a day brings of which nobody was sent a message: the panel's day, and dates that have run out. */
export async function newsOf(
  joined: Joined,
  report: TickReport,
  chatIdOf: (person: string) => string | null,
): Promise<TickReport['came']> {
  const { deps } = joined;
  const open = await listCases(deps.db, { open: true });
  const found = await Promise.all(
    open.map(async ({ reference }) => {
      const seen = await viewCase(deps, reference, null);
      if (seen.kind === 'refused') return [];
      const [coordinator] = coordinatorsOf(seen.value.partnership);
      const placeOf = async (matter: string) =>
        coordinator === undefined ? null : placeOfCard(joined, reference, matter, coordinator.id, chatIdOf);
      const panel = meetsOn(seen.value, report.to) ? ['the panel meets today'] : [];
      return [
        ...(await entries(report, reference, panel, placeOf('panel'))),
        ...(await entries(report, reference, ranOut(seen.value, report), placeOf('case'))),
      ];
    }),
  );
  return found.flat();
}

async function entries(
  { to }: TickReport,
  reference: string,
  words: string[],
  asked: ReturnType<typeof placeOfCard>,
): Promise<TickReport['came']> {
  const place = await asked;
  return words.map((it) => ({ on: to, words: `${reference}: ${it}`, ...(place ? { place } : {}) }));
}

const meetsOn = ({ review }: CaseView, day: string): boolean =>
  !review.panelHeld && review.panelArranged?.with.for === day;

/** Dates that passed on the way to this day, by the names the procedure gives them; what somebody was told of is told already. */
function ranOut({ told, policy, reference }: CaseView, { from, to, came }: TickReport): string[] {
  return told.clocks
    .filter((it) => it.status === 'missed' && it.kind !== 'right' && it.dueOn && it.dueOn >= from && it.dueOn < to)
    .map((it) => ({ ...it, label: policy.clocks.find((rule) => rule.id === it.id)?.label ?? it.id }))
    .filter(({ label }) => !came.some(({ words }) => words.startsWith(reference) && words.includes(label)))
    .map(
      ({ kind, label, of }) =>
        `“${label}”${of ? `, ${of}` : ''}: ${kind === 'target' ? 'the local target has passed' : 'overdue'}`,
    );
}
