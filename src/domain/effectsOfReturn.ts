import type { CaseEvent } from './caseReview.ts';
import { matterKey, type Effect, type Matter } from './effects.ts';
import type { Recorded } from './effectsOf.ts';
import { sayTo } from './sayTo.ts';
import { agencyIdOf, coordinatorsOf, personOf } from './whoIsWho.ts';

/** An agency's answer sent anew by somebody else: who sent it before hears of it, and the coordinator. */
export function changedByAnother(event: CaseEvent & { type: 'returnRecorded' }, recorded: Recorded): Effect[] {
  const { before, after, partnership, version } = recorded;
  const { agency, kind } = event.with;
  const answer = before?.requests.find((it) => it.agency === agency && it.kind === kind)?.answer;
  const changedBy = event.by?.person;
  if (answer === undefined || answer.by?.person === changedBy) return [];
  const matter: Matter = { is: 'request', returnKind: kind, agency: agencyIdOf(partnership, agency) };
  const caseId = after.reference;
  const key = `${caseId}/${matterKey(matter)}/changed/v${version}`;
  const hearers = new Set([personOf(partnership, answer.by?.person) ?? [], coordinatorsOf(partnership)].flat());
  return [...hearers]
    .filter((person) => person.id !== changedBy)
    .flatMap((person) =>
      sayTo(person, { caseId, key, matter, nudge: 'return_changed', day: event.on, mention: false }),
    );
}
