import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { agencyNameOf, coordinatorsOf, personOf, runsCases } from '../../domain/whoIsWho.ts';
import type { ReturnKind } from '../../domain/words.ts';
import type { Nudge, Saying } from './nudgeWords.ts';

/** An agency's form says that somebody is at risk now: whoever runs the case reads it and acts, senior managers see that they do. */
export function dangerNudge(saying: Saying, view: CaseView, kind: ReturnKind, agencyId: string): Nudge {
  const agency = agencyNameOf(view.partnership, agencyId);
  const asked = view.review.requests.findLast(
    (one) => one.kind === kind && agencyNameOf(view.partnership, one.agency) === agency,
  );
  const on = formatDay(asked?.answer?.on ?? saying.day);
  const said = `${agency} says so in the form it sent on ${on}.`;
  const opening = 'An agency says that somebody is at risk of harm now.';
  const to = personOf(view.partnership, saying.to);
  if (to !== undefined && runsCases(to, view.partnership))
    return {
      opening,
      details: [
        said,
        'Read it now (More, “Answer of …”) and act at once: do not wait for the decision or the panel. Record each step as an urgent action, or assess the risk; until then this stands first among what is due.',
      ],
    };
  const names = coordinatorsOf(view.partnership).map((one) => one.name);
  return {
    opening,
    details: [
      said,
      `${names.join(' or ')} can open it, and is told as well. Please see that it is acted on today: do not wait for the decision or the panel.`,
    ],
  };
}
