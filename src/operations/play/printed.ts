import type { CaseReview } from '../../domain/caseReview.ts';
import type { PlayedCase, Told, ToldRefusal } from '../../domain/told.ts';
import type { WorkedCase } from './workedCase.ts';

/** The output of a run: what is told of the case, the refusals, and nothing that has nothing to say. */
export function printed(
  worked: Pick<WorkedCase, 'title' | 'procedure'>,
  told: Told | null,
  review: CaseReview | null,
  refusals: readonly ToldRefusal[],
): PlayedCase {
  const head = { title: worked.title, procedure: worked.procedure };
  const tail = { refusals: [...refusals] };
  if (told === null || review === null) return { ...head, ...(isEnquiry(refusals) ? ENQUIRY : {}), ...tail };
  const { panel, victimCopy, ...rest } = told;
  return {
    ...head,
    ...(withoutNothing(rest) as Partial<Told>),
    ...(panel.required.length > 0 || review.panelHeld !== undefined ? { panel } : {}),
    ...(told.actions.length > 0 ? { victimCopy } : {}),
    ...tail,
  };
}

// WAR-1.3, HER-1.4: an anonymous application is not considered. It is an enquiry, and no case is opened.
const ENQUIRY = {
  case: { stage: 'enquiry', countsAs: 'enquiry' },
  threshold: { advice: 'not_considered' },
} as unknown as Partial<Told>;
const isEnquiry = (refusals: readonly ToldRefusal[]): boolean => refusals.some((it) => it.code === 'anonymous');

/** Leaves out what is null, undefined or an empty list. */
function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, held]) => held !== null && held !== undefined && !(Array.isArray(held) && held.length === 0))
      .map(([name, held]) => [name, withoutNothing(held)]),
  );
}
