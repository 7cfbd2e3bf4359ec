import { formatDay, later, type Day } from '../../calendar/isoDate.ts';
import type { WorkingCalendar } from '../../calendar/workingDays.ts';
import type { CaseReview, Command } from '../../domain/caseReview.ts';
import { tellClocks } from '../../domain/clocks.ts';
import { decide } from '../../domain/decide/index.ts';
import { evolve } from '../../domain/evolve.ts';
import { explain } from '../../domain/explain.ts';
import { tellLadder } from '../../domain/ladder.ts';
import { calendarFor, type ResolvedPolicy } from '../../domain/policy.ts';
import { REVIEW, appealSteps, type TimelineStep } from './timelineSteps.ts';

/** A Friday: Good Friday comes a week later, then two bank holidays in May. */
export const TIMELINE_START: Day = '2026-03-27';

/** A date that the engine gives, and why. */
export interface TimelineRow {
  on: Day;
  what: string;
  why: string;
  rule: string;
}

/**
 * A case by the real engine in which everything is done on its last day, and every date it has, in order. Where the lead body's times
 * are not set (STF-3.1) no review can be opened: then the appeal alone.
 */
export function workedTimeline(policy: ResolvedPolicy, start: Day = TIMELINE_START): TimelineRow[] {
  const calendar = calendarFor(policy);
  const withReview = policy.compulsory.every((name) => policy.settings[name] !== null);
  const steps = withReview ? [...REVIEW, ...appealSteps()] : appealSteps(start);
  let review: CaseReview | null = null;
  let day = start;
  for (const step of steps) {
    day = later(day, dayOf(step, review, policy, calendar, day) ?? day);
    review = done(step, review, day, policy, calendar);
  }
  return review === null ? [] : rowsOf(review, policy, calendar, day);
}

/** The last day of the clock that the step meets; null where it meets none that runs. */
function dayOf(
  step: TimelineStep,
  review: CaseReview | null,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
  today: Day,
): Day | null {
  const { meets } = step;
  if (review === null || meets === undefined) return null;
  const name = 'role' in meets ? policy.letters[meets.role] : undefined;
  const ids = policy.clocks
    .filter(({ metBy }) =>
      'letter' in metBy ? name !== undefined && metBy.letter.includes(name) : 'act' in meets && meets.act === metBy.act,
    )
    .map((it) => it.id);
  const open = tellClocks(review, policy, calendar, today).filter((it) => ids.includes(it.id) && it.status === 'open');
  return open.flatMap((it) => it.dueOn ?? []).sort()[0] ?? null;
}

/** The case after the step; as it was where the procedure has no such step. */
function done(
  step: TimelineStep,
  review: CaseReview | null,
  day: Day,
  policy: ResolvedPolicy,
  calendar: WorkingCalendar,
): CaseReview | null {
  const command = { act: step.act, on: day, with: step.with(day, policy) } as Command;
  const decision = decide(review, command, policy, calendar);
  if (decision.kind === 'refused') return review;
  const meta = { reference: 'worked-timeline', procedure: policy.procedure, authority: 'Example Council' };
  return decision.events.reduce<CaseReview | null>((before, event) => evolve(before, event, meta), review);
}

function rowsOf(review: CaseReview, policy: ResolvedPolicy, calendar: WorkingCalendar, day: Day): TimelineRow[] {
  const clocks = tellClocks(review, policy, calendar, day).flatMap((clock): TimelineRow[] => {
    if (clock.dueOn === undefined || clock.anchor === undefined) return [];
    const words = explain(review, policy, calendar, day, clock.id, clock.of)?.words ?? clock.id;
    const governs = clock.governing === false ? '; another date for the same act comes first' : '';
    const [what, why] = split(words);
    return [{ on: clock.dueOn, what, why: `${why} on ${formatDay(clock.anchor)}${governs}`, rule: clock.rule }];
  });
  const rungs = tellLadder(review, policy, calendar, day).flatMap((rung): TimelineRow[] => {
    const rule = policy.ladder.find((it) => it.step === rung.step)?.rule ?? '';
    const action = review.actions.find((it) => it.id === rung.action);
    if (rung.firesOn === undefined || action === undefined) return [];
    const what = `Ladder, step ${rung.step}: an action that is not done goes to ${rung.to.replaceAll('_', ' ')}`;
    return [{ on: rung.firesOn, what, why: `the action was due on ${formatDay(action.originalDueOn)}`, rule }];
  });
  return [...clocks, ...rungs].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** "Acknowledge the application: 5 working days after …": what stands before the last colon, and the reason after it. */
function split(words: string): [string, string] {
  const at = words.lastIndexOf(': ');
  return at < 0 ? [words, ''] : [words.slice(0, at), words.slice(at + 2)];
}
