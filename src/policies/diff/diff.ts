import type { ResolvedPolicy } from '../../domain/policy.ts';
import { RECOMMENDED, type Settings } from '../../domain/settings.ts';
import { CLOCK_HEAD, clockRow } from '../sheet/clockWords.ts';
import { valueWords } from '../sheet/valueWords.ts';

/** What differs between two policies, a sentence a difference, by subject; a subject without differences is left out. */
export interface PolicyDiff {
  subject: 'Settings' | 'Clocks' | 'Rules' | 'Letters' | 'Seats and ladder';
  differences: string[];
}

/** A and B may be two versions, two councils' settings, or two procedures; ids are then matched without their prefix. */
export function diffPolicies(a: ResolvedPolicy, b: ResolvedPolicy): PolicyDiff[] {
  const all: PolicyDiff[] = [
    { subject: 'Settings', differences: diffMaps(settingsOf(a), settingsOf(b)) },
    { subject: 'Clocks', differences: diffClocks(a, b) },
    { subject: 'Rules', differences: diffMaps(rulesOf(a), rulesOf(b)) },
    {
      subject: 'Letters',
      differences: diffMaps(new Map(Object.entries(a.letters)), new Map(Object.entries(b.letters))),
    },
    { subject: 'Seats and ladder', differences: diffMaps(partsOf(a), partsOf(b)) },
  ];
  return all.filter((it) => it.differences.length > 0);
}

/** An id without the prefix of its procedure: `HER.ack` and `WAR.ack` stand for the same thing. */
export const bare = (id: string): string => id.replace(/^(LLR|WAR|HER|STF|SHR)[.-]/, '');

type Words = Map<string, string>;

function diffMaps(a: Words, b: Words): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [one, other] = [a.get(name), b.get(name)];
    if (one === other) return [];
    if (one === undefined) return [`${name}: only in B: ${other ?? ''}`];
    return [other === undefined ? `${name}: only in A: ${one}` : `${name}: ${one} → ${other}`];
  });
}

/** All settings by name, the free names of an authority too. */
function settingsOf(policy: ResolvedPolicy): Words {
  const names = new Set([...Object.keys(RECOMMENDED), ...Object.keys(policy.own)]);
  return new Map(
    [...names].map((name) => [name, valueWords(policy.settings[name as keyof Settings] ?? policy.own[name])]),
  );
}

function diffClocks(a: ResolvedPolicy, b: ResolvedPolicy): string[] {
  const rows = (policy: ResolvedPolicy): Map<string, string[]> =>
    new Map(policy.clocks.map((clock) => [bare(clock.id), clockRow(clock, policy)]));
  const [ofA, ofB] = [rows(a), rows(b)];
  return [...new Set([...ofA.keys(), ...ofB.keys()])].flatMap((id) => {
    const [one, other] = [ofA.get(id), ofB.get(id)];
    if (!one || !other) {
      const [label, period, from] = (one ?? other ?? []).slice(1);
      return [`${id}: only in ${one ? 'A' : 'B'}: ${label ?? ''}, ${period ?? ''} from ${from ?? ''}`];
    }
    return CLOCK_HEAD.flatMap((column, at) =>
      at === 0 || one[at] === other[at]
        ? []
        : [`${id}, ${column.toLowerCase()}: ${one[at] ?? ''} → ${other[at] ?? ''}`],
    );
  });
}

const rulesOf = ({ rules }: ResolvedPolicy): Words =>
  new Map(rules.map((it) => [bare(it.id), `(${it.force}, section ${it.section}) ${it.words}`]));

function partsOf({ seats, ladder, decline, consent, appeal }: ResolvedPolicy): Words {
  return new Map([
    ['bodies that must be represented', valueWords(seats.bodies)],
    ['Youth Justice', valueWords(seats.youth)],
    ['health', valueWords(seats.health)],
    ...ladder.map((it): [string, string] => [
      `ladder step ${it.step}`,
      `${valueWords(it.after)} after, to ${valueWords(it.to)}`,
    ]),
    ['reasons to decline', valueWords(Object.keys(decline.reasons))],
    ['forms of consent', valueWords(consent.forms)],
    ['an appeal on the threshold that succeeds opens the review', valueWords(appeal.upheldMakesMet)],
  ]);
}
