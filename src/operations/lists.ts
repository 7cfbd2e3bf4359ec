import { maySee } from '../domain/authority.ts';
import type { PlannedAction } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import { answerableFor } from '../domain/whoIsWho.ts';
import { rankOf, type NextStep } from '../domain/nextSteps.ts';
import { listCases, type StoredCase } from '../store/cases.ts';
import { refused, type Deps, type Outcome } from './deps.ts';
import { partnershipIn } from './standing.ts';
import { unknownCase, viewCase, viewOf } from './view.ts';

export type StepOfCase = NextStep & { reference: string };
export interface CaseLine {
  reference: string;
  stage: StoredCase['stage'];
  openedOn: string;
}
export interface ActionOfCase {
  reference: string;
  action: PlannedAction;
}

/** Open cases of which the person is a member, by reference. */
export async function casesOf(deps: Deps, person: Person): Promise<CaseLine[]> {
  const partnership = await partnershipIn(deps.db);
  const open = await listCases(deps.db, { open: true });
  return open
    .filter((stored) => maySee(person, stored.review, partnership))
    .map(({ reference, stage, openedOn }) => ({ reference, stage, openedOn }));
}

/** What this person owes or may do next, over all cases, most urgent first. */
export async function dueFor(deps: Deps, person: Person): Promise<StepOfCase[]> {
  return (await stepsOfAll(deps)).filter((step) => step.who.includes(person.id));
}

/** The person's actions, as owner or deputy, in open cases: open ones first, by due day. */
export async function actionsOf(deps: Deps, person: Person): Promise<ActionOfCase[]> {
  const partnership = await partnershipIn(deps.db);
  const open = await listCases(deps.db, { open: true });
  return open
    .flatMap(({ reference, review }) =>
      review.actions
        .filter((action) => answerableFor(action, partnership).some((it) => it.id === person.id))
        .map((action) => ({ reference, action })),
    )
    .sort((a, b) => ended(a.action) - ended(b.action) || (a.action.dueOn < b.action.dueOn ? -1 : 1));
}
const ended = (action: PlannedAction): number => (action.status === 'open' ? 0 : 1);

/** A case by what somebody typed: `HBC-2026-0007`, `hbc 2026 7`, or its number alone in the year of today. */
export async function findCase(deps: Deps, person: Person, text: string): Promise<Outcome<CaseView>> {
  const typed = text.trim().slice(0, 60);
  const whole = /^([A-Za-z]{2,5})[\s-]*(20\d{2})[\s-]*(\d{1,4})$/.exec(typed);
  const number = /^(\d{1,4})$/.exec(typed);
  if (whole !== null) return viewCase(deps, reference(whole[1] ?? '', whole[2] ?? '', whole[3] ?? ''), person);
  if (number === null) return refused(unknownCase());
  const { authority } = await partnershipIn(deps.db);
  return viewCase(deps, reference(authority.referencePrefix, deps.today().slice(0, 4), number[1] ?? ''), person);
}
const reference = (prefix: string, year: string, number: string): string =>
  `${prefix.toUpperCase()}-${year}-${number.padStart(4, '0')}`;

/** Next steps of every case that is open or still owes something after closing, most urgent first. */
export async function stepsOfAll(deps: Deps): Promise<StepOfCase[]> {
  const partnership = await partnershipIn(deps.db);
  const steps: { step: StepOfCase; at: string }[] = [];
  for (const stored of await listCases(deps.db)) {
    if (stored.stage === 'closed' && stored.wakeOn === null && stored.review.appeals.length === 0) continue;
    const view = await viewOf(deps, deps.db, stored, partnership);
    steps.push(...placed(view.steps.map((step) => ({ ...step, reference: stored.reference }))));
  }
  return steps
    .sort((a, b) => rankOf(a.step) - rankOf(b.step) || a.at.localeCompare(b.at) || byReference(a.step, b.step))
    .map(({ step }) => step);
}

/** A step without a day of its own keeps its place in its case: before the next one that has a day. */
function placed(steps: StepOfCase[]): { step: StepOfCase; at: string }[] {
  let next = '9999';
  return steps
    .toReversed()
    .map((step) => ({ step, at: (next = step.dueOn ?? next) }))
    .toReversed();
}
const byReference = (a: StepOfCase, b: StepOfCase): number => a.reference.localeCompare(b.reference);
