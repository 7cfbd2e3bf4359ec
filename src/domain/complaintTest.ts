import { addDays, addMonths, beginningWith, type Day } from '../calendar/isoDate.ts';
import type { With } from './acts.ts';
import type { CaseFile } from './caseReview.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { Period } from './settings.ts';

export type Complaint = With<'amendComplaints'>['complaints'][number];

/** What the two time tests of one complaint give, for one route. */
export interface TimeTest {
  inTime: boolean;
  inWindow: boolean;
  reportBy?: Day;
  countsUntil?: Day;
}

/** The day that the application counts as made: form or postmark where known (AMB-A9), else received. */
export function applicationDay(file: CaseFile, policy: ResolvedPolicy): Day | null {
  if (!file.application) return null;
  return policy.settings['threshold.application_date'] === 'made' ? file.application.madeOn : file.application.on;
}

/** Last day on which an incident could be reported for it to count (AMB-A6, AMB-B4). */
export function reportBy(occurredOn: Day, policy: ResolvedPolicy): Day {
  const limit = policy.settings['threshold.report_limit'];
  if (limit.unit === 'day') return addDays(occurredOn, limit.n);
  return limit.style === 'beginning_with' ? beginningWith(occurredOn, limit.n) : addMonths(occurredOn, limit.n);
}

/** Last day on which an application makes a complaint of this day count: forward from it, or backward from the application (AMB-A7). */
export function countsUntil(day: Day, window: Period, test: 'either' | 'forward' | 'backward'): Day {
  // Days and weeks count alike both ways; months part at their ends.
  if (window.unit !== 'mo') return addDays(day, window.unit === 'wk' ? 7 * window.n : window.n);
  const months = window.n;
  const forward = addMonths(day, months);
  if (test === 'forward') return forward;
  let backward = test === 'backward' ? addDays(forward, -3) : forward;
  // The two readings part at month ends alone, by three days at most.
  while (addMonths(addDays(backward, 1), -months) <= day) backward = addDays(backward, 1);
  return backward;
}

/** Route A: a report is in time by the incident's date, and in the window by its own (LLR-2.1, WAR-2.2, HER-2.4, STF-2.2, SHR-2.1). */
export function testComplaint(complaint: Complaint, appliedOn: Day, policy: ResolvedPolicy): TimeTest {
  const window = policy.settings['threshold.window'];
  return testReports(complaint, appliedOn, reportBy(complaint.occurredOn, policy), (report) =>
    countsUntil(report, window, policy.settings['threshold.window_test']),
  );
}

/** Route B: the window of the hate route runs from the incident or from the report (AMB-B2). */
export function testHate(complaint: Complaint, appliedOn: Day, policy: ResolvedPolicy): TimeTest {
  const window: Period = { n: policy.settings['threshold.hate']?.months ?? 0, unit: 'mo' };
  const limited = policy.settings['threshold.hate.report_limit'] === 'same';
  const onIncident = policy.settings['threshold.hate.window_on'] === 'incident';
  return testReports(complaint, appliedOn, limited ? reportBy(complaint.occurredOn, policy) : null, (report) =>
    countsUntil(onIncident ? complaint.occurredOn : report, window, policy.settings['threshold.window_test']),
  );
}

/** STAT-5: each complaint by its own dates, both periods "beginning with". */
export function qualifiesByStatute(complaint: Complaint, appliedOn: Day): boolean {
  return complaint.reports.some(
    (report) => report.on <= beginningWith(complaint.occurredOn, 1) && appliedOn <= beginningWith(report.on, 6),
  );
}

function testReports(complaint: Complaint, appliedOn: Day, by: Day | null, until: (report: Day) => Day): TimeTest {
  const reports = complaint.reports.map((report) => report.on).sort();
  const inTime = by === null ? reports : reports.filter((on) => on <= by);
  // The kindest report decides: the one that keeps the complaint alive longest.
  const last = (inTime.length > 0 ? inTime : reports).map(until).sort().at(-1);
  const test: TimeTest = { inTime: inTime.length > 0, inWindow: inTime.some((on) => appliedOn <= until(on)) };
  if (by !== null) test.reportBy = by;
  if (last !== undefined) test.countsUntil = last;
  return test;
}
