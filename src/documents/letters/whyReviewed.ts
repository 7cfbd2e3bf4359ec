import { kindsOf } from '../../domain/bodies.ts';
import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { upheldOn } from '../../domain/threshold.ts';
import { BODY_WORDS, capital, listed } from '../plainWords.ts';
import { appealBody } from '../procedureWords.ts';
import { sentence } from './parts.ts';

/** Who decided that there is a review, when and why: the bodies, a senior manager, or whoever upheld an appeal. */
export function whyReviewed(view: CaseView): string[] {
  const { safeguarding, decisions, application } = view.review;
  const decision = decisions.at(-1);
  if (safeguarding && !application)
    return [
      `On ${formatDay(safeguarding.on)} a senior manager decided that there should be an ASB Case Review, to keep you safe. You did not have to apply.`,
    ];
  const upheld = upheldOn(view.review);
  if (upheld !== null && (decision === undefined || (decision.with.result === 'not_met' && decision.on <= upheld)))
    return [upheldWords(view, upheld)];
  if (!decision) return ['There will be an ASB Case Review.'];
  const bodies = capital(listed(kindsOf(decision.with.bodies).map((body) => BODY_WORDS[body])));
  const found =
    decision.with.result === 'met_discretion'
      ? `There will be an ASB Case Review, though the number of complaints that the threshold asks for is not reached. ${bodies} decided this together`
      : `Your application meets the threshold for an ASB Case Review. ${bodies} decided this together`;
  return [`${found} on ${formatDay(decision.on)}.`, `Their reasons: ${sentence(decision.with.reasons)}`];
}

/** LLR-12.10: the bodies had said no; it is the appeal that opens the review. */
function upheldWords(view: CaseView, on: string): string {
  const appeal = view.review.appeals.findLast((it) => it.about === 'threshold' && it.decided?.on === on);
  const by = appeal?.assigned?.with.authority ?? appealBody(view);
  return `Your appeal succeeded: on ${formatDay(on)} ${by} decided that your application is to be reviewed. ${appeal?.decided ? `The reasons: ${sentence(appeal.decided.with.reasons)}` : ''}`.trim();
}
