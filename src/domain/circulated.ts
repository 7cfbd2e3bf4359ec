import type { Day } from '../calendar/isoDate.ts';
import type { Person } from './directory.ts';
import { lanes, type Effect } from './effects.ts';
import type { Recorded } from './effectsOf.ts';
import { personOf } from './whoIsWho.ts';

/** Minutes and plan, or the draft of the decision letter, to every member of the panel. */
export function circulated(nudge: 'circulated' | 'draft_shared', day: Day, recorded: Recorded): Effect[] {
  const { after, version } = recorded;
  const key = `${after.reference}/meeting/${nudge}/v${version}`;
  return panelOf(recorded).map((person): Effect => ({
    kind: 'mail',
    key: `mail/${key}/${person.id}`,
    lane: lanes.mail(person.id),
    caseId: after.reference,
    to: person.id,
    matter: { is: 'meeting' },
    nudge,
    day,
  }));
}

/** Everybody who was invited to the panel or sat in it. */
export function panelOf({ after, partnership }: Recorded): Person[] {
  const ids = new Set([
    ...(after.panelHeld?.detail?.attendedPersons ?? []),
    ...(after.panelArranged?.detail?.panel ?? []),
  ]);
  return [...ids].flatMap((id) => personOf(partnership, id) ?? []);
}
