import { kindsOf } from '../../domain/bodies.ts';
import { formatDay } from '../../calendar/isoDate.ts';
import { capital, complaintName, counted, listed, THRESHOLD_WORDS, BODY_WORDS } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ComplaintTest, ToldComplaint } from '../../domain/told.ts';
import { say, type Markup } from '../escape.ts';
import type { Limits } from '../render.ts';
import { row, section, type Row, type Section } from './section.ts';

/** Each complaint counted or not and why, and what that makes of the threshold. */
export function thresholdSection(view: CaseView, limits: Limits, open: boolean): Section | null {
  if (view.review.complaints.length === 0) return null;
  const rows = view.told.complaints.map((complaint) => complaintRow(view, complaint));
  return section('threshold', say`Threshold`, thresholdWords(view), open, rows, limits.rows);
}

/** "3 complaints count. The threshold must be found met." and, once taken, the decision. */
export function thresholdWords(view: CaseView): Markup {
  const { threshold } = view.told;
  const decision = view.review.decisions.at(-1);
  if (threshold.decided) {
    const who = decision ? ` by ${listed(kindsOf(decision.with.bodies).map((body) => BODY_WORDS[body]))}` : '';
    const on = decision ? ` on ${formatDay(decision.on)}` : '';
    return say`Decided${who}${on}: ${THRESHOLD_WORDS[threshold.decided]}.`;
  }
  const { declined } = view.review;
  if (declined)
    return say`Declined on ${formatDay(declined.on)}: ${view.policy.decline.reasons[declined.with.reason] ?? declined.with.reason}. The threshold was not decided.`;
  const count = `${capital(counted(threshold.count, 'complaint'))} ${threshold.count === 1 ? 'counts' : 'count'}.`;
  if (view.review.stage === 'closed') return say`${count} The case ended before the threshold was decided.`;
  const advice = {
    met: 'The threshold must be found met.',
    not_met: 'The number is not reached. The bodies decide.',
    discretion: 'The number is not reached, but the bodies may still accept it.',
    not_considered: 'This application is not considered.',
  }[threshold.advice];
  const warnings = (threshold.warnings ?? []).map((warning) =>
    warning === 'floor_reached'
      ? 'The law’s own test is reached, so it cannot be refused.'
      : 'With complaints by other people the number is reached: refusing needs a second approver.',
  );
  return say`${[count, advice, ...warnings].join(' ')}`;
}

function complaintRow(view: CaseView, told: ToldComplaint): Row {
  const complaint = view.review.complaints.find((one) => one.ref === told.ref);
  const what = complaint
    ? say`**${complaintName(told.ref)}** · ${formatDay(complaint.occurredOn)}`
    : say`**${complaintName(told.ref)}**`;
  const hate = told.hate && told.hate.counted !== told.counted ? ` As a hate incident: ${testWords(told.hate)}` : '';
  return row(what, say`${capital(testWords(told))}${hate && ` ${hate.trim()}`}`, told.counted ? 'Good' : 'Default');
}

function testWords(test: ComplaintTest): string {
  const reportBy = test.reportBy ? formatDay(test.reportBy) : 'the last day';
  const until = test.countsUntil ? formatDay(test.countsUntil) : 'the last day';
  return {
    counted: 'counted.',
    not_by_victim: 'not counted: made by somebody else.',
    relied_on_before: 'not counted: an earlier review relied on it.',
    same_incident: 'not counted: the same incident as another complaint.',
    reported_late: `not counted: reported late. The last day to report it was ${reportBy}.`,
    outside_window: `not counted: too old when the application was made. It counted until ${until}.`,
    not_hate: 'not counted: not marked as a hate incident.',
  }[test.why];
}
