import { CLOSED_WORDS } from '../documents/plainWords.ts';
import type { CaseView } from '../domain/caseView.ts';

/** How a closed case ended. A case that an earlier release closed as not met, though nobody had decided so, does not say that it was. */
export function closedWords({ review, told }: CaseView): string {
  const { closed } = review;
  if (!closed) return '';
  if (closed.as === 'not_met' && told.threshold.decided !== 'not_met') return 'without a decision on the threshold';
  return closed.as === 'duplicate' && closed.of !== undefined
    ? `${CLOSED_WORDS.duplicate}, ${closed.of}`
    : CLOSED_WORDS[closed.as];
}
