import type { Policy } from '../domain/policy.ts';
import type { Ambiguity } from './ambiguities/ambiguity.ts';
import { countingTime } from './ambiguities/countingTime.ts';
import { formsRolesData } from './ambiguities/formsRolesData.ts';
import { looseClocks } from './ambiguities/looseClocks.ts';
import { outcomeAndAppeal } from './ambiguities/outcomeAndAppeal.ts';
import { threshold } from './ambiguities/threshold.ts';

export type { Ambiguity } from './ambiguities/ambiguity.ts';

/** Every doubt, in order of id. One principle for all: the earlier day for the council’s own duties, the later for the victim’s rights. */
export const AMBIGUITIES: readonly Ambiguity[] = [
  ...countingTime,
  ...threshold,
  ...looseClocks,
  ...outcomeAndAppeal,
  ...formsRolesData,
];

/** The doubts that a procedure’s own text leaves. */
export const ambiguitiesOf = (prefix: Policy['prefix']): Ambiguity[] =>
  AMBIGUITIES.filter((it) => it.of.includes(prefix));
