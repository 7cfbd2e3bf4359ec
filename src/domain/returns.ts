import type { Day } from '../calendar/isoDate.ts';
import type { CaseFile, ReturnRequest } from './caseReview.ts';
import { returnEndsOn } from './clockEnds.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { ReturnStatus, ToldClock, ToldReturn } from './told.ts';

/** Each agency asked, by kind: what it sent, or that it owes. A nil return is an answer; no return is not. */
export function tellReturns(file: CaseFile, clocks: ToldClock[], policy: ResolvedPolicy, asOf: Day): ToldReturn[] {
  return file.requests.map((request) => {
    const dueOn = clockOf(request, clocks, policy)?.dueOn;
    const status = statusOf(request, dueOn, file, asOf);
    const late = request.answer !== undefined && dueOn !== undefined && request.answer.firstOn > dueOn;
    return { agency: request.agency, kind: request.kind, ...(dueOn === undefined ? {} : { dueOn }), status, late };
  });
}

/** The clock of one request, where its kind has one in this procedure. */
export function clockOf(
  request: Pick<ReturnRequest, 'kind' | 'agency'>,
  clocks: ToldClock[],
  policy: ResolvedPolicy,
): ToldClock | undefined {
  const ids = policy.clocks.filter((it) => it.per === `${request.kind}_request`).map((it) => it.id);
  return clocks.find((it) => ids.includes(it.id) && it.of === request.agency);
}

function statusOf(request: ReturnRequest, dueOn: Day | undefined, file: CaseFile, asOf: Day): ReturnStatus {
  const { answer } = request;
  if (answer) return answer.result === 'held' ? 'returned' : answer.result;
  if (returnEndsOn(request.kind, request.sentOn, file) !== null) return 'no_return';
  return dueOn !== undefined && dueOn < asOf ? 'overdue' : 'open';
}

/** Was the victim asked, by this day, how they want to be heard? */
const heardBy = (day: Day, { voice }: CaseFile): boolean => voice !== undefined && (voice.firstOn ?? voice.on) <= day;

/** What the meeting lacked and what an appeal's file lacked, for the report (WAR-5.2, AMB-C4, STF-5.1; STAT-12 for the victim). */
export function tellFindings(file: CaseFile, policy: ResolvedPolicy): string[] {
  const { panelHeld } = file;
  const missing =
    panelHeld && policy.settings['agency.missing'] === 'finding'
      ? file.requests
          .filter((it) => it.kind === 'review' && it.sentOn <= panelHeld.on)
          .filter((it) => it.answer === undefined || it.answer.firstOn > panelHeld.on)
          .map((it) => `missing_return:${it.agency}`)
      : [];
  const unheard = panelHeld !== undefined && !heardBy(panelHeld.on, file) ? ['victim_not_heard'] : [];
  const documents = file.appeals.flatMap((appeal) => appeal.handedOver?.with.documents ?? []);
  const unavailable = documents
    .filter((it) => !it.available)
    .map((it) => `${it.reason === undefined ? 'document_unexplained' : 'document_unavailable'}:${it.item}`);
  return [...unheard, ...missing, ...unavailable];
}
