import type { With } from './acts.ts';
import { RELEVANT_BODIES, type Body } from './words.ts';

export type DecidingBody = With<'decideThreshold'>['bodies'][number];

/** The kind of a body that decided, however it was written down. */
export const kindOf = (entry: DecidingBody): Body => (typeof entry === 'string' ? entry : entry.body);

/** The kinds of the bodies that decided, each once, in the order named. */
export const kindsOf = (bodies: readonly DecidingBody[]): Body[] => [...new Set(bodies.map(kindOf))];

/** How many different relevant bodies decided (AMB-B11): two providers of one kind count once, others stand beside them. */
export const relevantCount = (bodies: readonly DecidingBody[]): number =>
  kindsOf(bodies).filter((kind) => RELEVANT_BODIES.some((it) => it === kind)).length;

/** The people who decided, by name. */
export const decidersIn = (bodies: readonly DecidingBody[]): string[] =>
  bodies.flatMap((entry) => (typeof entry === 'string' ? [] : entry.name));
