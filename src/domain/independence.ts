import type { With } from './acts.ts';
import { decidersIn, kindOf } from './bodies.ts';
import type { CaseFile } from './caseReview.ts';

/** AMB-D6: does the decider, or the authority they decide for, bear the name of somebody who decided on the threshold? */
export function decidedBefore({ authority, decider }: With<'assignAppeal'>, file: CaseFile | null): boolean {
  const named = new Set((file?.decisions ?? []).flatMap((it) => decidersIn(it.with.bodies)).map(plain));
  return named.has(plain(decider.name)) || named.has(plain(authority));
}

/**
 * WAR-12.1, STF-12.1: the commissioner's office decides the appeal, unless it was asked in this case or decided with the
 * others. Offices are told apart by their names, so that a neighbouring one may decide.
 */
export function officeTookPart(authority: string, file: CaseFile | null): boolean {
  const asked = (file?.requests ?? []).filter((it) => it.kind !== 'appeal' && it.body === 'commissioner');
  const decided = (file?.decisions ?? []).flatMap((it) => it.with.bodies).filter((it) => kindOf(it) === 'commissioner');
  const names = [
    ...asked.map((it) => it.agency),
    ...decided.map((it) => (typeof it === 'string' ? '' : (it.agency ?? ''))),
  ];
  return names.some((name) => sameOffice(name, authority));
}

/** Words that any commissioner's office may bear. */
const OFFICE_WORDS =
  /\b(the|office|of|for|and|s|police|fire|rescue|crime|commissioner|commissioners|opcc|opfcc|pcc|pfcc)\b/g;
const isOffice = (name: string): boolean => /\b(commissioner|commissioners|opcc|opfcc|pcc|pfcc)\b/.test(plain(name));

/** An office without a name of its own is the area's. */
function sameOffice(took: string, decides: string): boolean {
  if (!isOffice(decides)) return plain(took) === plain(decides);
  const [one, other] = [own(took), own(decides)];
  return one.length === 0 || other.length === 0 || one.some((word) => other.includes(word));
}

const own = (name: string): string[] =>
  plain(name)
    .replace(OFFICE_WORDS, ' ')
    .split(' ')
    .filter((word) => word !== '');
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
