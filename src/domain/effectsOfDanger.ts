import type { Day } from '../calendar/isoDate.ts';
import type { Effect, Matter, MessageWhy } from './effects.ts';
import type { Recorded } from './effectsOf.ts';
import { sayTo } from './sayTo.ts';
import { agencyIdOf, runsCases } from './whoIsWho.ts';
import type { ReturnKind } from './words.ts';

/** HER-9.1: who can order something today hears at once; the panel is not waited for. */
export const highRisk = (day: Day, recorded: Recorded): Effect[] =>
  toWhoCanOrder(recorded, { key: 'highRisk', matter: { is: 'case' }, nudge: 'high_risk', day });

/** Each time a form says so, first sent or changed: nobody is left to find it by reading the answers. */
export function dangerSaid(said: { agency: string; kind: ReturnKind }, day: Day, recorded: Recorded): Effect[] {
  const agency = agencyIdOf(recorded.partnership, said.agency);
  const matter: Matter = { is: 'request', returnKind: said.kind, agency };
  return toWhoCanOrder(recorded, { key: `danger/${said.kind}/${agency}`, matter, nudge: 'danger_now', day });
}

/** Coordinators, their deputies and the senior managers of the lead authority. */
function toWhoCanOrder(
  { after, partnership, version }: Recorded,
  said: { key: string; matter: Matter; nudge: MessageWhy; day: Day },
): Effect[] {
  const home = partnership.authority.tenantId;
  const seniors = partnership.people.filter((it) => it.roles.includes('senior_manager') && it.tenantId === home);
  const runs = partnership.people.filter((it) => runsCases(it, partnership));
  const key = `${after.reference}/${said.key}/v${version}`;
  return [...new Set([...runs, ...seniors])].flatMap((person) =>
    sayTo(person, { ...said, caseId: after.reference, key, mention: false }),
  );
}
