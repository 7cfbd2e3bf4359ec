import { formatDay } from '../../calendar/isoDate.ts';
import type { Policy, ResolvedPolicy, Rule } from '../../domain/policy.ts';
import { STATUTE } from '../../domain/statute.ts';
import { ambiguitiesOf } from '../ambiguities.ts';
import type { Block, Sheet } from './block.ts';
import { CLOCK_HEAD, clockRow } from './clockWords.ts';
import { partsOf } from './parts.ts';
import { settingRows, SETTING_HEAD } from './settingRows.ts';
import { TIMELINE_START, workedTimeline } from './timeline.ts';

/** Rule families: the first number of every rule's id. */
export const FAMILIES: Record<number, string> = {
  1: 'Who may apply, refusals',
  2: 'Threshold',
  3: 'Receipt and threshold decision',
  4: 'Review and outcome',
  5: 'Information from agencies',
  6: 'The victim’s voice',
  7: 'Risk and support',
  8: 'Panel and chair',
  9: 'Interim action, letters, minutes, plan',
  10: 'Follow-up of actions',
  11: 'Further applications, withdrawal, no contact',
  12: 'Appeals',
  13: 'Figures and revision of the procedure',
  14: 'Sharing, consent and records',
};
const FORCES: Record<Rule['force'], string> = { M: 'must', S: 'should', D: 'choice', I: 'information' };
const RULE_HEAD = ['Rule', 'In our words', 'Section', 'Force'];

/**
 * What an officer compares with the printed procedure and signs: every rule, every setting in force beside what was shipped, every
 * clock, seats and letters, a timeline by the engine, and how each doubt is read.
 */
export function checkSheet(policy: ResolvedPolicy, shipped: Policy): Sheet {
  const { document } = policy;
  return {
    title: `Check sheet: ${document.title}`,
    reference: `${policy.procedure}/${policy.version}`,
    blocks: [
      text(`The printed document: ${document.title}, ${document.dated}. ${document.note}`),
      text(
        'Lay the printed procedure beside this sheet. Tick what agrees, write down what does not, and sign at the end.',
      ),
      ...familyBlocks(policy),
      { heading: 'The Act, which stands over all of it' },
      table(RULE_HEAD, STATUTE.map(ruleRow)),
      { heading: 'Settings in force' },
      table(SETTING_HEAD, settingRows(policy, shipped)),
      { heading: 'Every date' },
      table(
        CLOCK_HEAD,
        policy.clocks.map((clock) => clockRow(clock, policy)),
      ),
      ...partsOf(policy),
      { heading: 'A worked timeline' },
      ...timelineBlocks(policy),
      { heading: 'Doubts in the printed text, and how they are read' },
      table(
        ['Doubt', 'Where', 'What is not clear', 'How it is read', 'Settings'],
        ambiguitiesOf(policy.prefix).map((it) => [
          it.id,
          it.where,
          it.doubt,
          it.reading,
          it.settings.join(', ') || 'none',
        ]),
      ),
      { heading: 'Signed' },
      text('I have compared this sheet with the printed procedure. It agrees, but for what is listed here.'),
      table(
        ['', ''],
        ['Differences', 'Name', 'Role', 'Date'].map((what) => [what, '']),
      ),
    ],
  };
}

function familyBlocks(policy: ResolvedPolicy): Block[] {
  return Object.entries(FAMILIES).flatMap(([family, title]) => {
    const rules = policy.rules.filter((it) => it.id.startsWith(`${policy.prefix}-${family}.`));
    return rules.length === 0 ? [] : [{ heading: `${family}. ${title}` }, table(RULE_HEAD, rules.map(ruleRow))];
  });
}

const ruleRow = (rule: Rule): string[] => [rule.id, rule.words, rule.section, FORCES[rule.force]];

function timelineBlocks(policy: ResolvedPolicy): Block[] {
  const rows = workedTimeline(policy).map((it) => [formatDay(it.on), it.what, it.why, it.rule]);
  const alone = policy.compulsory.some((name) => policy.settings[name] === null);
  return [
    text(
      alone
        ? `The lead body’s own times are not set, so this is an appeal alone; the applicant was told on ${formatDay(TIMELINE_START)}.`
        : `The application was received on ${formatDay(TIMELINE_START)}. Everything is done on its last day.`,
    ),
    table(['Date', 'What', 'Why this date', 'Rule'], rows),
  ];
}

const text = (words: string): Block => ({ text: words });
const table = (head: string[], rows: string[][]): Block => ({ table: { head, rows } });
