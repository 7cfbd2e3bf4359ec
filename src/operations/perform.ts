import { z } from 'zod/v4';
import { mayAct } from '../domain/authority.ts';
import type { Actor, CaseEvent, Command } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import { withChains } from '../domain/chains.ts';
import { decide } from '../domain/decide/index.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import type { Want } from '../domain/gate.ts';
import { guard } from '../domain/guards.ts';
import { evolve } from '../domain/evolve.ts';
import { agencyNameOf } from '../domain/whoIsWho.ts';
import type { Tx } from '../store/database.ts';
import { changeCase, type Change, type ChangeAsk } from './changeCase.ts';
import type { Deps, Outcome } from './deps.ts';
import { parseDeed, type Deed } from './parseDeed.ts';
import type { Standing } from './standing.ts';

/** An ask of a case by its acts: what they want of it is told by the acts themselves. */
export type ActsAsk = Omit<ChangeAsk, 'wants'>;
export type PerformAsk = ActsAsk & Deed;

/**
 * Does one act of the rule-book on a case, for a person whose right is looked up in the store, or for the bot itself.
 * Refused, nothing at all is written. The same activity again gets the same answer.
 */
export async function performOnCase(deps: Deps, ask: PerformAsk): Promise<Outcome<CaseView>> {
  return performAll(deps, { ...ask, deeds: [ask] });
}

/** Several acts in one transaction: all of them stand, or none (the plan is agreed with the panel that agreed it). */
export async function performAll(
  deps: Deps,
  ask: ActsAsk & { deeds: readonly [Deed, ...Deed[]]; alsoIn?: (tx: Tx) => Promise<void> },
): Promise<Outcome<CaseView>> {
  const [first, ...others] = ask.deeds;
  return changeCase(deps, { ...ask, wants: [wantOf(first), ...others.map(wantOf)] }, (standing) => {
    const deeds: Deed[] = [];
    for (const deed of ask.deeds) {
      const parsed = parseDeed(deed);
      if (!parsed.ok) return { kind: 'refused', refusal: parsed.refusal };
      deeds.push(parsed.deed);
    }
    const change = decideAll(deps, standing, ask.person, deeds);
    return change.kind === 'change' && ask.alsoIn !== undefined ? { ...change, alsoIn: ask.alsoIn } : change;
  });
}

/** Decides the acts one after the other, each on the case the one before it left. */
export function decideAll(deps: Deps, standing: Standing, person: Person | null, deeds: Deed[]): Change {
  const { stored, policy, calendar, partnership } = standing;
  const by = person === null ? undefined : actorOf(person, partnership);
  const events: CaseEvent[] = [];
  let review = standing.review;
  for (const deed of deeds) {
    const notAllowed = person === null ? null : mayAct(person, deed.act, review, partnership, wantOf(deed).about);
    if (notAllowed !== null) return { kind: 'refused', refusal: notAllowed };
    const command = withChains(commandOf(deed, deps.today(), by), partnership);
    const inTheWay = guard(command, review, partnership);
    if (inTheWay !== null) return { kind: 'refused', refusal: inTheWay };
    const decision = decide(review, command, policy, calendar);
    if (decision.kind === 'refused') return decision;
    for (const event of decision.events) review = evolve(review, event, stored);
    events.push(...decision.events);
  }
  return { kind: 'change', events };
}

/** What the right to an act hangs on. Read before the act is parsed: what does not fit names nothing. */
export function wantOf(deed: Deed): Want {
  const about = About.safeParse(deed.with);
  return { doing: deed.act, about: about.success ? about.data : {} };
}
const named = z.string().optional().catch(undefined);
const About = z.object({
  agency: named,
  kind: z.enum(['threshold', 'review', 'appeal']).optional().catch(undefined),
  action: named,
  recommendation: named,
});

export const actorOf = (person: Person, partnership: Partnership): Actor => ({
  person: person.id,
  name: person.name,
  agency: agencyNameOf(partnership, person.agency),
});

export const commandOf = (deed: Deed, on: string, by: Actor | undefined): Command => ({
  ...deed,
  on,
  ...(by === undefined ? {} : { by }),
});
