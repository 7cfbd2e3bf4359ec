import { maySee } from '../domain/authority.ts';
import type { PlannedAction } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import { channelRests } from '../domain/closing.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import { answerableFor } from '../domain/whoIsWho.ts';
import { rankOf, type NextStep } from '../domain/nextSteps.ts';
import { byReference, referenceOf, wholeReferenceIn } from '../domain/reference.ts';
import { listCases, type StoredCase } from '../store/cases.ts';
import { recordViews } from '../store/views.ts';
import type { Deps, Outcome } from './deps.ts';
import { partnershipIn, standingOf } from './standing.ts';
import { viewCase, viewOf } from './view.ts';

export type StepOfCase = NextStep & { reference: string };
export interface ActionOfCase {
  reference: string;
  action: PlannedAction;
}

/**
 * What this person owes or may do next, over all cases that they may see or in `only` one, most urgent first. What was shown is
 * recorded by case.
 */
export async function dueFor(deps: Deps, person: Person, only?: string): Promise<StepOfCase[]> {
  const mine = (await stepsOfAll(deps, person, only)).filter((step) => step.who.includes(person.id));
  await keepListed(deps, person, 'due', mine);
  return mine;
}

/** The person's actions, as owner or deputy, in open cases or in `only` one: open ones first, by due day. */
export async function actionsOf(deps: Deps, person: Person, only?: string): Promise<ActionOfCase[]> {
  const partnership = await partnershipIn(deps.db);
  const open = await listCases(deps.db, { open: true });
  const mine = open
    .filter(({ reference, review }) => (only ?? reference) === reference && maySee(person, review, partnership))
    .flatMap(({ reference, review }) =>
      review.actions
        .filter((action) => answerableFor(action, partnership).some((it) => it.id === person.id))
        .map((action) => ({ reference, action })),
    )
    .sort((a, b) => ended(a.action) - ended(b.action) || (a.action.dueOn < b.action.dueOn ? -1 : 1));
  await keepListed(deps, person, 'my actions', mine);
  return mine;
}

/** One look a case listed; a list that was empty was looked at all the same. */
async function keepListed(deps: Deps, { id }: Person, what: string, shown: { reference: string }[]): Promise<void> {
  const cases = [...new Set(shown.map(({ reference }) => reference))];
  const at = deps.now();
  const rows = (cases.length === 0 ? [null] : cases).map((caseId) => ({ person: id, caseId, what, at }));
  await recordViews(
    deps.db,
    rows.map((row) => ({ ...row, outcome: 'shown' as const })),
  );
}
const ended = (action: PlannedAction): number => (action.status === 'open' ? 0 : 1);

/** A case by the reference that somebody typed; null: what they typed is none. */
export async function findCase(deps: Deps, person: Person, reference: string | null): Promise<Outcome<CaseView>> {
  return viewCase(deps, reference ?? '', { person, doing: 'seeCase', what: 'case' });
}

/** The reference meant by what was typed: `HBC-2026-0007`, `hbc 2026 7`, or its number alone in the year of today. */
export async function referenceIn(deps: Deps, text: string): Promise<string | null> {
  const typed = text.trim().slice(0, 60);
  const whole = wholeReferenceIn(typed);
  if (whole !== null) return whole;
  if (!/^\d{1,7}$/.test(typed)) return null;
  const { authority } = await partnershipIn(deps.db);
  return referenceOf(authority.referencePrefix, deps.today().slice(0, 4), Number(typed));
}

/**
 * Next steps of every case that is open or still owes something after closing, most urgent first. `person`: of the cases alone
 * that they may see; null: the bot itself.
 */
export async function stepsOfAll(deps: Deps, person: Person | null, only?: string): Promise<StepOfCase[]> {
  const partnership = await partnershipIn(deps.db);
  const steps: { step: StepOfCase; at: string }[] = [];
  for (const stored of await listCases(deps.db)) {
    if ((only ?? stored.reference) !== stored.reference) continue;
    if (person !== null && !maySee(person, stored.review, partnership)) continue;
    if (!mayOwe(deps, stored, partnership)) continue;
    const view = await viewOf(deps, deps.db, stored, partnership);
    steps.push(...placed(view.steps.map((step) => ({ ...step, reference: stored.reference }))));
  }
  return steps
    .sort(
      (a, b) =>
        rankOf(a.step) - rankOf(b.step) || a.at.localeCompare(b.at) || byReference(a.step.reference, b.step.reference),
    )
    .map(({ step }) => step);
}

/** A closed case at rest is not worked out: it has no date to come, no appeal, and no call back that is still awaited. */
function mayOwe(deps: Deps, stored: StoredCase, partnership: Partnership): boolean {
  const { review, wakeOn } = stored;
  if (!channelRests(review) || wakeOn !== null || review.appeals.length > 0) return true;
  const called = review.followUps.some((it) => it.with.result !== 'not_reached');
  return (
    review.planAgreedOn !== undefined && !called && standingOf(deps, stored, partnership).policy.followUpRule !== null
  );
}

/** A step without a day of its own keeps its place in its case: before the next one that has a day. */
function placed(steps: StepOfCase[]): { step: StepOfCase; at: string }[] {
  let next = '9999';
  return steps
    .toReversed()
    .map((step) => ({ step, at: (next = step.dueOn ?? next) }))
    .toReversed();
}
