import { panelGaps, ruleOfGap } from '../panel.ts';
import { refusal } from '../refusals.ts';
import { decisionOf, isMet } from '../threshold.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** The panel met. Before the victim was asked how to be heard (STAT-12), and below the procedure's minimum only with a reason, which is recorded (WAR-8.1, HER-8.1 to 8.3, SHR-8.1, SHR-8.4). */
export const holdPanel: Check<'holdPanel'> = ({ review, command, policy }) => {
  const { attended, chair, regardless } = command.with;
  if (!review) return notYet(familyRule(policy, 8), 'The panel meets once the threshold is found met.');
  if (review.voice === undefined && regardless === undefined) {
    return refusal(
      'voice_missing',
      'STAT-12',
      'How the victim wants to be heard is not on record. Ask them and record it, or go on with a recorded reason.',
      'regardless',
    );
  }
  if (!isMet(decisionOf(review))) {
    return notYet(familyRule(policy, 8), 'The panel meets once the threshold is found met.');
  }
  const gaps = panelGaps(attended, chair, review, policy);
  if (gaps.quorate || regardless !== undefined) return null;
  return refusal(
    'below_minimum',
    ruleOfGap(gaps.missing, policy),
    'The panel is below its minimum. It can go on only with a recorded reason.',
    'attended',
  );
};
