import { panelGaps, ruleOfGap } from '../panel.ts';
import { refusal } from '../refusals.ts';
import { decisionOf, isMet } from '../threshold.ts';
import { familyRule, notYet, type Check } from './given.ts';

/** The panel met. Below the procedure's minimum only with a reason, which is recorded (WAR-8.1, HER-8.1 to 8.3, SHR-8.1, SHR-8.4). */
export const holdPanel: Check<'holdPanel'> = ({ review, command, policy }) => {
  if (!review || !isMet(decisionOf(review))) {
    return notYet(familyRule(policy, 8), 'The panel meets once the threshold is found met.');
  }
  const { attended, chair, regardless } = command.with;
  const gaps = panelGaps(attended, chair, review, policy);
  if (gaps.quorate || regardless !== undefined) return null;
  return refusal(
    'below_minimum',
    ruleOfGap(gaps.missing, policy),
    'The panel is below its minimum. It can go on only with a recorded reason.',
    'attended',
  );
};
