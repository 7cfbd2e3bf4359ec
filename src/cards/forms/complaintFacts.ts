import { complaintName } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ToldComplaint, WhyComplaint } from '../../domain/told.ts';
import { formatDay } from '../../calendar/isoDate.ts';

const WHY: Record<WhyComplaint, string> = {
  counted: 'counts',
  not_by_victim: 'does not count: it was made by someone else',
  relied_on_before: 'does not count: an earlier review relied on it',
  same_incident: 'does not count again: the same event as another complaint',
  reported_late: 'does not count: reported too late',
  outside_window: 'does not count: too long before the application',
  not_hate: 'does not count as a hate incident',
};

/** Each complaint with what was decided about it by the rule and why, a line each. */
export const complaintFacts = (view: CaseView): { label: string; value: string }[] =>
  view.told.complaints.map((told) => ({ label: complaintName(told.ref), value: complaintWords(view, told) }));

function complaintWords(view: CaseView, told: ToldComplaint): string {
  const complaint = view.review.complaints.find((one) => one.ref === told.ref);
  const happened = complaint ? `Happened ${formatDay(complaint.occurredOn)}; ` : '';
  const limit = told.why === 'reported_late' && told.reportBy ? ` (last day ${formatDay(told.reportBy)})` : '';
  const window =
    told.why === 'outside_window' && told.countsUntil ? ` (counted until ${formatDay(told.countsUntil)})` : '';
  const hate = told.hate?.counted ? ' It counts as a hate incident.' : '';
  return `${happened}${WHY[told.why]}${limit}${window}.${hate}`;
}
