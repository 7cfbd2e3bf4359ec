import { citation } from '../../src/cards/citation.ts';
import type { Procedure } from '../../src/domain/words.ts';
import { policyFor } from '../../src/policies/registry.ts';

/** Where a rule is printed, as a refusal cites it. Fails for a rule that is printed nowhere. */
export function printed(procedure: Procedure, rule: string): string {
  const where = citation(rule, policyFor(procedure));
  if (where === null) throw new Error(`${rule} is printed nowhere`);
  return where;
}
