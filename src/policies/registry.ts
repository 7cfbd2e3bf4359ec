import { resolvePolicy as resolve, type Policy, type ResolvedPolicy } from '../domain/policy.ts';
import type { Day } from '../calendar/isoDate.ts';
import type { Procedure } from '../domain/words.ts';
import hertsmere from './hertsmere/2023-05-01.ts';
import llr from './llr/2026-02-01.ts';
import shropshire from './shropshire/2023-11-21.ts';
import staffordshire from './staffordshire/2023-03-01.ts';
import warwickshire from './warwickshire/2023-03-01.ts';

/** Every version of every procedure, oldest first. A case keeps the version it was opened under. */
const MODULES: Record<Procedure, Policy[]> = {
  hertsmere: [hertsmere],
  llr: [llr],
  shropshire: [shropshire],
  staffordshire: [staffordshire],
  warwickshire: [warwickshire],
};

/**
 * The version in force on a day, or the newest where no day is given. Before the first version the first one is taken: a
 * procedure that cites older guidance was in force before it was printed.
 */
export function policyFor(procedure: Procedure, on?: Day): Policy {
  const versions = MODULES[procedure];
  const inForce = on === undefined ? versions.at(-1) : (versions.findLast((it) => it.version <= on) ?? versions[0]);
  if (!inForce) throw new Error(`no policy module for ${procedure}`);
  return inForce;
}

/** A version by name, as a case keeps it: `hertsmere/2023-05-01`. Throws where it is unknown. */
export function policyByName(name: string): Policy {
  const found = Object.values(MODULES)
    .flat()
    .find((it) => nameOf(it) === name);
  if (!found) throw new Error(`no policy module ${name}`);
  return found;
}

export const nameOf = (policy: Policy): string => `${policy.procedure}/${policy.version}`;

/** All modules, for the sheets and the linter. */
export const allPolicies = (): Policy[] => Object.values(MODULES).flat();

/**
 * The policy under an authority's settings. A council whose procedure has no ladder may switch on that of Hertsmere, the only one
 * there is (HER-10).
 */
export function resolvePolicy(policy: Policy, own: Record<string, unknown>): ResolvedPolicy {
  const resolved = resolve(policy, own);
  return resolved.settings.ladder && resolved.ladder.length === 0
    ? { ...resolved, ladder: hertsmere.ladder }
    : resolved;
}

export type { ResolvedPolicy };
