import { earlier, later, type Day } from '../calendar/isoDate.ts';
import { restingOn } from '../calendar/restingOn.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { anchorDay, type Subject } from './anchors.ts';
import { nameOfAppeal } from './appealNames.ts';
import type { Appeal, CaseFile } from './caseReview.ts';
import { endedDay, isOwed } from './clockEnds.ts';
import { extensionOf } from './extensions.ts';
import { metDay } from './metBy.ts';
import { dueDay, periodOf } from './periods.ts';
import type { ClockRule, ResolvedPolicy } from './policy.ts';
import { runningRisk } from './riskReview.ts';
import type { ToldClock } from './told.ts';

/** Every clock of a case as it stands on a day. No date is worked out anywhere else. */
export function tellClocks(file: CaseFile, policy: ResolvedPolicy, calendar: WorkingCalendar, asOf: Day): ToldClock[] {
  const clocks = policy.clocks.flatMap((rule) =>
    subjectsOf(rule, file, policy)
      .filter(() => isListed(rule, file, policy))
      .map((subject) => tellClock(rule, subject, file, policy, calendar, asOf)),
  );
  return policy.bindTogether.reduce((list, pair) => withGoverning(list, pair.clocks, policy), clocks);
}

/** Last day of a clock, before any cap: null while the anchor has not come or where no period is set. */
export function plainDueDay(
  rule: ClockRule,
  subject: Subject,
  file: CaseFile,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Day | null {
  const anchor = anchorDay(rule.from, file, subject, policy, calendar);
  const period = periodOf(rule.period, policy, subject.running?.risk.level);
  return anchor === null || period === null ? null : dueDay(anchor, period, rule.kind === 'right', policy, calendar);
}

/** A local target or a window without a period is not a clock of this case; a step the procedure leaves open says so. */
function isListed(rule: ClockRule, file: CaseFile, policy: ResolvedPolicy): boolean {
  if (rule.period !== 'none_set' && periodOf(rule.period, policy) === null) return false;
  const chosen = policy.settings['outcome.clocks'];
  const bound = policy.bindTogether.some(
    ({ clocks }) => clocks.includes(rule.id) && clocks.some((id) => chosen.includes(id)),
  );
  return (!bound || chosen.includes(rule.id)) && isOwed(rule, file);
}

/** What the clocks of one id are about: each agency asked, each appeal, each decision told. */
export function subjectsOf(rule: ClockRule, file: CaseFile, policy: ResolvedPolicy): Subject[] {
  switch (rule.per) {
    case 'threshold_request':
    case 'review_request':
    case 'appeal_request':
      return file.requests
        .filter((it) => `${it.kind}_request` === rule.per)
        .map((request) => withAppeal({ of: request.agency, request }, file));
    case 'appeal':
    case 'threshold_appeal':
      return file.appeals
        .filter((it) => rule.per === 'appeal' || it.about === 'threshold')
        .map((appeal) => ofAppeal(appeal, file));
    case 'appeal_to_lead':
      return file.appeals.filter((it) => it.with.to !== 'office').map((appeal) => ofAppeal(appeal, file));
    case 'recommendation':
      return file.recommendations.map((recommendation) => ({ of: recommendation.id, recommendation }));
    case 'risk': {
      // It runs anew with each assessment, and is listed as it last ran.
      const running = runningRisk(file, policy);
      return running === null ? [] : [{ running }];
    }
    case 'decision_told':
      return (['threshold', 'review'] as const).map((about) => ({ of: about, about }));
    default:
      return [{}];
  }
}

const ofAppeal = (appeal: Appeal, file: CaseFile): Subject => ({
  of: nameOfAppeal(appeal, file),
  appeal,
  about: appeal.about,
});

function withAppeal(subject: Subject, file: CaseFile): Subject {
  const appeal = file.appeals.at(-1);
  return subject.request?.kind === 'appeal' && appeal ? { ...subject, appeal } : subject;
}

function tellClock(
  rule: ClockRule,
  subject: Subject,
  file: CaseFile,
  policy: ResolvedPolicy,
  wholeCalendar: WorkingCalendar,
  asOf: Day,
): ToldClock {
  const { calendar, rested } = restingOn(wholeCalendar);
  const base = {
    id: rule.id,
    ...(subject.of === undefined ? {} : { of: subject.of }),
    rule: rule.rule,
    kind: rule.kind,
  };
  const anchor = anchorDay(rule.from, file, subject, policy, calendar);
  const ended = endedDay(rule, file, subject);
  if (rule.period === 'none_set') return { ...base, ...(anchor === null ? {} : { anchor }), status: 'none_set' };
  if (anchor === null) return { ...base, status: ended === null ? 'waiting' : 'superseded' };
  const plain = plainDueDay(rule, subject, file, policy, calendar);
  if (plain === null) return { ...base, anchor, status: 'none_set' };
  const dueOn = capped(rule, anchor, plain, file, policy, calendar);
  const extension = extensionOf(rule, { anchor, dueOn }, file, policy, calendar);
  const provisional = rested() ? { provisional: true } : {};
  const clock = { ...base, anchor, dueOn, remindOn: wholeCalendar.previous(dueOn), ...provisional };
  const metOn = metDay(rule, anchor, file, subject);
  const last = extension && extension.lapsedOn === null ? extension.nextDueOn : dueOn;
  const extended = extension ? { extended: true } : {};
  if (metOn !== null) return { ...clock, ...extended, status: metOn <= later(last, dueOn) ? 'met' : 'met_late', metOn };
  if (ended !== null && ended <= last) return { ...clock, ...extended, status: 'superseded' };
  return { ...clock, ...extended, status: asOf <= last ? 'open' : 'missed' };
}

/** AMB-C3: an agency's return is wanted no later than this many working days before the decision or meeting, but never before it was asked. */
function capped(
  rule: ClockRule,
  anchor: Day,
  dueOn: Day,
  file: CaseFile,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): Day {
  if (rule.capBefore === undefined) return dueOn;
  const before = rule.per === 'threshold_request' ? decisionDue(file, policy, calendar) : panelDay(file);
  if (before === null || before === undefined) return dueOn;
  return later(anchor, earlier(dueOn, calendar.subtract(before, rule.capBefore)));
}

/** The day of the panel that returns are wanted for; where a further review has no day yet, the day its predecessor met stays. */
const panelDay = (file: CaseFile): Day | undefined =>
  file.panelArranged?.with.for ??
  (file.reviewOpened.some((it) => it.why === 'follow_up') ? file.panelHeld?.on : undefined);

/** The day by which the threshold is to be decided or told: the duty, else the target. */
function decisionDue(file: CaseFile, policy: ResolvedPolicy, calendar: WorkingCalendar): Day | null {
  const rule = policy.clocks.find(
    (it) => it.id === `${policy.prefix}.threshold` || it.id === `${policy.prefix}.threshold.target`,
  );
  return rule ? plainDueDay(rule, {}, file, policy, calendar) : null;
}

/** AMB-D3, AMB-D9: of two clocks that bind the same act the earlier governs, or the later where the council says so. */
function withGoverning(clocks: ToldClock[], [one, other]: [string, string], policy: ResolvedPolicy): ToldClock[] {
  const latest = policy.settings['outcome.combine'] === 'latest';
  return clocks.map((clock) => {
    if (clock.id !== one && clock.id !== other) return clock;
    const twin = clocks.find((it) => it.id === (clock.id === one ? other : one) && it.of === clock.of);
    if (!twin || (clock.dueOn === undefined && twin.dueOn === undefined)) return clock;
    return { ...clock, governing: governs(clock, twin, latest, clock.id === one) };
  });
}

function governs(clock: ToldClock, twin: ToldClock, latest: boolean, isFirst: boolean): boolean {
  if (clock.dueOn === undefined || twin.dueOn === undefined) return clock.dueOn !== undefined;
  if (clock.dueOn === twin.dueOn) return isFirst;
  return latest ? clock.dueOn > twin.dueOn : clock.dueOn < twin.dueOn;
}
