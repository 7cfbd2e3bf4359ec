import type { ResolvedPolicy } from '../domain/policy.ts';
import { STATUTE } from '../domain/statute.ts';

/**
 * Where a rule is printed, as a council officer can look it up: "section 13 of the procedure", "section 104(4) of the 2014 Act".
 * Null where it is printed nowhere they could: a reading of what the text leaves open, or a rule of the product's own.
 */
export function citation(rule: string, policy: Pick<ResolvedPolicy, 'rules'> | null): string | null {
  const act = STATUTE.find((it) => it.id === rule)?.section;
  if (act !== undefined) return ofTheAct(act);
  const section = policy?.rules.find((it) => it.id === rule)?.section ?? '';
  if (section === '' || section === '–') return null;
  return /^[\d.]/.test(section)
    ? `${section.includes(',') ? 'sections' : 'section'} ${section} of the procedure`
    : `“${section}” in the procedure`;
}

function ofTheAct(section: string): string | null {
  const [first = ''] = section.split(';');
  const numbered = /^s(104(?:\(\d+\))*)/.exec(first)?.[1];
  if (numbered !== undefined) return `section ${numbered} of the 2014 Act`;
  const paragraph = /^Sch 4 paras? (\d+)/.exec(first)?.[1];
  return paragraph === undefined ? null : `paragraph ${paragraph} of Schedule 4 to the 2014 Act`;
}

/** What was said, with where it is printed before its last full stop: "… must approve (section 13 of the procedure)." */
export function cited(text: string, rule: string, policy: Pick<ResolvedPolicy, 'rules'> | null): string {
  const where = citation(rule, policy);
  if (where === null) return text;
  return text.endsWith('.') ? `${text.slice(0, -1)} (${where}).` : `${text} (${where})`;
}
