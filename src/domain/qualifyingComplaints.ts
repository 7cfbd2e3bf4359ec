import type { Day } from '../calendar/isoDate.ts';
import type { CaseFile } from './caseReview.ts';
import {
  applicationDay,
  qualifiesByStatute,
  testComplaint,
  testHate,
  type Complaint,
  type TimeTest,
} from './complaintTest.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { ComplaintTest, ToldComplaint, WhyComplaint } from './told.ts';

export interface Count {
  complaints: ToldComplaint[];
  /** Complaints counted for route A. */
  count: number;
  hateCount: number;
  /** What route A would count if complaints by others were added (AMB-B8). */
  pooled: number;
  /** Incidents of the same victim that qualify under STAT-5. */
  floor: number;
}

/** Each complaint counted or not and why, and the counts of each route; all zero where no application was made. */
export function countComplaints(file: CaseFile, policy: ResolvedPolicy): Count {
  const appliedOn = applicationDay(file, policy);
  if (appliedOn === null) return { complaints: [], count: 0, hateCount: 0, pooled: 0, floor: 0 };
  const tested = file.complaints.map((complaint) => ({
    complaint,
    test: testedInTime(complaint, appliedOn, file, policy),
  }));
  const told = tested.map(({ complaint, test }): ToldComplaint => {
    const own = verdict(complaint, test, tested, file, policy);
    const hate = hateVerdict(complaint, appliedOn, file, policy);
    return hate ? { ref: complaint.ref, ...own, hate } : { ref: complaint.ref, ...own };
  });
  const counted = told.filter((it) => it.counted).map((it) => it.ref);
  return {
    complaints: told,
    count:
      policy.settings['threshold.count_unit'] === 'report'
        ? countReports(counted, file, appliedOn, policy)
        : counted.length,
    hateCount: told.filter((it) => it.hate?.counted).length,
    pooled: incidents(
      tested.filter((it) => passes(it.test)).map((it) => it.complaint),
      file,
    ).size,
    floor: incidents(
      file.complaints.filter((it) => isByVictim(it, file) && qualifiesByStatute(it, madeOn(file))),
      file,
    ).size,
  };
}

/** Complained by the victim, or by the applicant on the victim's behalf (AMB-B8). */
export function isByVictim(complaint: Complaint, file: CaseFile): boolean {
  if (complaint.by === undefined) return true;
  const application = file.application?.with;
  return complaint.by === application?.victim.name || complaint.by === application?.applicant.name;
}

interface Tested {
  complaint: Complaint;
  test: TimeTest;
}
const passes = (test: TimeTest): boolean => test.inTime && test.inWindow;

function verdict(
  complaint: Complaint,
  test: TimeTest,
  all: Tested[],
  file: CaseFile,
  policy: ResolvedPolicy,
): ComplaintTest {
  return told(whyNot(complaint, file, policy) ?? sameIncident(complaint, all, file, policy) ?? inTime(test), test);
}

function hateVerdict(
  complaint: Complaint,
  appliedOn: Day,
  file: CaseFile,
  policy: ResolvedPolicy,
): ComplaintTest | null {
  if (complaint.hate === undefined || policy.settings['threshold.hate'] === null) return null;
  const test = testHate(complaint, appliedOn, policy);
  const flagged = file.complaints
    .filter((it) => it.hate !== undefined)
    .map((it) => ({ complaint: it, test: testHate(it, appliedOn, policy) }));
  const late = inTime(test);
  const strand = late === 'counted' && !isStrand(complaint.hate, policy) ? 'not_hate' : late;
  return told(whyNot(complaint, file, policy) ?? sameIncident(complaint, flagged, file, policy) ?? strand, test);
}

function whyNot(complaint: Complaint, file: CaseFile, policy: ResolvedPolicy): WhyComplaint | null {
  if (policy.settings['threshold.pool'] === 'victim' && !isByVictim(complaint, file)) return 'not_by_victim';
  return isReliedOnBefore(complaint, file, policy) ? 'relied_on_before' : null;
}

/** WAR-11.1: a second application needs a new set of incidents. */
function isReliedOnBefore(complaint: Complaint, file: CaseFile, policy: ResolvedPolicy): boolean {
  return policy.newSetRule !== null && (file.application?.with.earlierComplaints ?? []).includes(complaint.ref);
}

/** One incident counts once (HER-2.5, AMB-B7): by the first of its complaints that would count on its own. */
function sameIncident(
  complaint: Complaint,
  all: Tested[],
  file: CaseFile,
  policy: ResolvedPolicy,
): WhyComplaint | null {
  if (!policy.settings['threshold.dedupe']) return null;
  const root = rootOf(complaint, file);
  const group = all.filter((it) => rootOf(it.complaint, file) === root);
  // The complaint the others point to comes first, whatever its place in the list.
  const ordered = [
    ...group.filter((it) => it.complaint.ref === root),
    ...group.filter((it) => it.complaint.ref !== root),
  ];
  const standing = ordered.find((it) => passes(it.test) && whyNot(it.complaint, file, policy) === null);
  return standing !== undefined && standing.complaint.ref !== complaint.ref ? 'same_incident' : null;
}

function inTime(test: TimeTest): WhyComplaint {
  if (!test.inTime) return 'reported_late';
  return test.inWindow ? 'counted' : 'outside_window';
}

function told(why: WhyComplaint, test: TimeTest): ComplaintTest {
  return {
    counted: why === 'counted',
    why,
    ...(test.reportBy === undefined ? {} : { reportBy: test.reportBy }),
    ...(test.countsUntil === undefined ? {} : { countsUntil: test.countsUntil }),
  };
}

/** The case as it would be without some of its complaints: those left are still of the incidents that they were of. */
export function withoutComplaints<F extends CaseFile>(file: F, refs: ReadonlySet<string>): F {
  const left = file.complaints.filter((it) => !refs.has(it.ref));
  const complaints = left.map(({ sameIncidentAs: _of, ...complaint }, at) => {
    const root = rootOf(left[at] ?? complaint, file);
    const first = left.find((it) => rootOf(it, file) === root);
    return first && first.ref !== complaint.ref ? { ...complaint, sameIncidentAs: first.ref } : complaint;
  });
  return { ...file, complaints };
}

/** The ref that stands for an incident: chains of "same incident as" are followed, rings broken. */
function rootOf(complaint: Complaint, file: CaseFile): string {
  const byRef = new Map(file.complaints.map((it) => [it.ref, it]));
  const seen = new Set<string>();
  let at = complaint;
  while (at.sameIncidentAs !== undefined && !seen.has(at.ref)) {
    seen.add(at.ref);
    const next = byRef.get(at.sameIncidentAs);
    if (!next) break;
    at = next;
  }
  return at.ref;
}

const incidents = (complaints: Complaint[], file: CaseFile): Set<string> =>
  new Set(complaints.map((complaint) => rootOf(complaint, file)));

/** AMB-B1: the literal reading of WAR-2.2 shuts out whoever first complained long ago. */
function testedInTime(complaint: Complaint, appliedOn: Day, file: CaseFile, policy: ResolvedPolicy): TimeTest {
  const test = testComplaint(complaint, appliedOn, policy);
  if (policy.settings['threshold.six_month_anchor'] !== 'first_ever') return test;
  const first = [...file.complaints].sort((a, b) => (firstReport(a) < firstReport(b) ? -1 : 1))[0];
  return first && !testComplaint(first, appliedOn, policy).inWindow ? { ...test, inWindow: false } : test;
}

const firstReport = (complaint: Complaint): Day => complaint.reports.map((report) => report.on).sort()[0] ?? '';

/** AMB-B10, the other reading: each report in time counts. */
function countReports(refs: string[], file: CaseFile, appliedOn: Day, policy: ResolvedPolicy): number {
  return file.complaints
    .filter((complaint) => refs.includes(complaint.ref))
    .flatMap((complaint) => complaint.reports.map((report) => ({ ...complaint, reports: [report] })))
    .filter((single) => passes(testComplaint(single, appliedOn, policy))).length;
}

/** The statute tests the day the application was made, whatever the local setting says. */
const madeOn = (file: CaseFile): Day => file.application?.madeOn ?? '';

/** A strand that is not stated is taken at the victim's word (AMB-B3). */
function isStrand(hate: true | string, policy: ResolvedPolicy): boolean {
  const strands = policy.settings['threshold.hate']?.strands ?? [];
  return hate === true || strands.length === 0 || strands.some((strand) => plain(strand) === plain(hate));
}

const plain = (strand: string): string =>
  strand
    .toLowerCase()
    .replace(/[_-]/g, ' ')
    .replace(/\b(identity|hate|incident)\b/g, '')
    .replace(/gender identity/, 'transgender')
    .trim();
