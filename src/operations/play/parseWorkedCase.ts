import type { z } from 'zod/v4';
import type { With } from '../../domain/acts.ts';
import { ACTS } from '../../domain/acts.ts';
import type { Expectation } from './expectation.ts';
import { faultWords, placeOf } from './faultWords.ts';
import { repetitions } from './repetitions.ts';
import type { Step, WorkedCase } from './workedCase.ts';
import { Frame } from './workedCase.ts';

/** `faults` name the place inside the file and what was expected there, first things first. */
export type Parsed = { ok: true; worked: WorkedCase } | { ok: false; faults: string[] };

const FIRST = ['receiveApplication', 'openSafeguardingReview', 'receiveAppeal'];

/** Reads the text of a worked case, strictly: nothing unknown, every day exists, days in order, every ref known. */
export function parseWorkedCase(text: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, faults: ['the file: expected JSON'] };
  }
  const frame = Frame.safeParse(json);
  if (!frame.success)
    return { ok: false, faults: [...frame.error.issues.flatMap((it) => faultWords(it)), ...carriedFaults(json)] };
  const { data } = frame;
  const faults: string[] = [];
  const steps = data.steps.map((step, index): Step => {
    const carried = ACTS[step.act].safeParse(step.with);
    if (!carried.success) faults.push(...faultsAt(carried.error, index));
    return { ...step, with: carried.data };
  });
  faults.push(...steps.flatMap((step, index) => repetitions(step, `steps[${index}].with`)));
  const last = steps.at(-1)?.on ?? '';
  const asOf = data.asOf ?? last;
  faults.push(...orderFaults(steps, asOf), ...refFaults(steps));
  faults.push(...steps.flatMap((step, index) => refusalFaults(step.expect, index + 1, `steps[${index}].expect`)));
  faults.push(...refusalFaults(data.expect, steps.length, 'expect'));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, worked: { ...data, settings: data.settings ?? {}, steps, asOf } };
}

/** Where the frame itself is at fault, the steps whose act can be read are looked into all the same. */
function carriedFaults(json: unknown): string[] {
  const steps = (json as { steps?: unknown } | null)?.steps;
  if (!Array.isArray(steps)) return [];
  return steps.flatMap((step: { act?: unknown; with?: unknown } | null, index) => {
    const schema =
      typeof step?.act === 'string' && Object.hasOwn(ACTS, step.act) ? ACTS[step.act as keyof typeof ACTS] : null;
    const carried = schema?.safeParse(step?.with);
    return carried === undefined || carried.success ? [] : faultsAt(carried.error, index);
  });
}

const faultsAt = (error: z.ZodError, index: number): string[] =>
  error.issues.flatMap((issue) => faultWords(issue, ['steps', index, 'with']));

function orderFaults(steps: readonly Step[], asOf: string): string[] {
  const faults: string[] = [];
  const first = steps[0];
  if (first && !FIRST.includes(first.act))
    faults.push(`steps[0].act: expected one of ${FIRST.join(', ')}, which begin a run`);
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before && step.on < before.on)
      faults.push(`${placeOf(['steps', index, 'on'])}: expected ${before.on} or later`);
  });
  const last = steps.at(-1);
  if (last && asOf < last.on) faults.push(`asOf: expected ${last.on}, the last step's day, or later`);
  return faults;
}

/** A complaint may only be the same incident as one that the file knows by then. */
function refFaults(steps: readonly Step[]): string[] {
  const known = new Set<string>();
  return steps.flatMap((step, index) => {
    if (step.with === undefined || (step.act !== 'receiveApplication' && step.act !== 'amendComplaints')) return [];
    const { complaints } = step.with as With<'amendComplaints'>;
    complaints.forEach((complaint) => known.add(complaint.ref));
    return complaints.flatMap((complaint, at) =>
      complaint.sameIncidentAs === undefined ||
      (known.has(complaint.sameIncidentAs) && complaint.sameIncidentAs !== complaint.ref)
        ? []
        : [`steps[${index}].with.complaints[${at}].sameIncidentAs: expected the ref of another complaint`],
    );
  });
}

const refusalFaults = (expect: Expectation | undefined, steps: number, at: string): string[] =>
  (expect?.refusals ?? []).flatMap((it, index) =>
    it.step > steps ? [`${at}.refusals[${index}].step: expected a step from 1 to ${steps}`] : [],
  );
