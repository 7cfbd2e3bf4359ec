import type { Act } from './acts.ts';
import type { Appeal, CaseFile } from './caseReview.ts';
import { officeReceivedOn } from './anchors.ts';
import { appealLetter } from './letters.ts';
import type { MetBy, ResolvedPolicy } from './policy.ts';
import type { LetterName } from './words.ts';

/** The appeal that acts belong to: the one received last. */
export const lastAppeal = (file: CaseFile): Appeal | undefined => file.appeals.at(-1);

/** An appeal received and not yet decided. */
export function openAppeal(file: CaseFile): Appeal | undefined {
  const appeal = lastAppeal(file);
  return appeal?.decided === undefined ? appeal : undefined;
}

/** The letter that tells this result: where the criteria are not met some procedures have one of its own. */
export function resultLetter(appeal: Appeal, { letters }: ResolvedPolicy): LetterName | undefined {
  const own = appeal.decided?.with.result === 'criteria_not_met' ? letters.appeal_criteria_not_met : undefined;
  return own ?? letters.appeal_result;
}

/** Has the appellant been told? True where the procedure has no letter for it. */
export function resultTold(appeal: Appeal, file: CaseFile, policy: ResolvedPolicy): boolean {
  const letter = resultLetter(appeal, policy);
  return letter === undefined || appealLetter(file, appeal, [letter]) !== null;
}

/** An appeal that sent the threshold decision back to the bodies (STF-12.11), while they have not decided again. */
export function sentBack(file: CaseFile, policy: ResolvedPolicy): Appeal | undefined {
  return file.appeals.findLast(({ about, decided }) => {
    if (about !== 'threshold' || decided === undefined || file.decisions.length === 0) return false;
    const again = decided.with.result === 'upheld' && !policy.appeal.upheldMakesMet;
    if (decided.with.result !== 'referred_back' && !again) return false;
    return !file.decisions.some((it) => it.on >= decided.on);
  });
}

/** Does this procedure have the step, and does it hold its own clock for it? */
export const hasStep = (act: Act, { actsLacking }: ResolvedPolicy): boolean => actsLacking[act] === undefined;
export const hasClockFor = (act: Extract<MetBy, { act: string }>['act'], { clocks }: ResolvedPolicy): boolean =>
  clocks.some(({ metBy }) => 'act' in metBy && metBy.act === act);

/** STF-12.2: made to the lead body, and not yet with the office that decides. */
export const waitsToBePassedOn = (appeal: Appeal, policy: ResolvedPolicy): boolean =>
  hasStep('passOnAppeal', policy) && officeReceivedOn(appeal) === null;
