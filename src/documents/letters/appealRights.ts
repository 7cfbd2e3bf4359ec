import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { periodOf } from '../../domain/periods.ts';
import type { AppealAbout } from '../../domain/words.ts';
import { afterSending } from '../afterSending.ts';
import { groundsFor, GROUND_LETTER } from '../appealWords.ts';
import { APPEAL_ABOUT_WORDS } from '../plainWords.ts';
import { periodWords } from '../procedureWords.ts';
import { appealTo } from './appealPlaces.ts';
import type { Writing } from './parts.ts';

/**
 * How to appeal against what this letter says: where, by when, on which grounds, and what must go with it. `what` somebody
 * may disagree with, where it is not the decision itself.
 */
export function appealRights(writing: Writing, about: AppealAbout, what = APPEAL_ABOUT_WORDS[about]): string[] {
  const { view } = writing;
  return [
    `If you disagree with ${what}, you can appeal. ${appealTo(view)} ${lastDay(writing, about)}${hearing(view)}`,
    ...conditions(view, about),
    `${spokenFor(view)} An appeal does not cost anything.`,
  ];
}

/** The last day as it will stand when the letter has gone today by this means; a late appeal goes to the decider (AMB-D8). */
function lastDay({ view, letter, by }: Writing, about: AppealAbout): string {
  const right = afterSending(view, letter, by).clocks.find(
    (clock) => clock.kind === 'right' && clock.dueOn !== undefined && (clock.of === undefined || clock.of === about),
  );
  if (!right?.dueOn) return 'There is no last day for an appeal. It helps to write soon, while everything is fresh.';
  const late =
    view.policy.settings['appeal.late'] === 'refer'
      ? ' If you are late, write all the same and say why: whoever decides looks at whether it can still be taken.'
      : '';
  return `The last day for it is ${formatDay(right.dueOn)}.${late}`;
}

/** HER-12.3, HER-12.4: by when it is heard and answered, where the procedure holds a hearing. */
function hearing({ policy }: CaseView): string {
  if (!policy.appeal.hearing) return '';
  const heard = policy.clocks.find(({ metBy }) => 'act' in metBy && metBy.act === 'heard');
  const told = policy.clocks.find((it) => it.from === 'appeal_heard');
  const [first, then] = [heard, told].map((it) => (it ? periodOf(it.period, policy) : null));
  return first && then
    ? ` It is heard within ${periodWords(first)} of the day it reaches us, and you are told the result within ${periodWords(then)} after that.`
    : '';
}

/** LLR-12.3, STF-12.3: without a ground and how it is met an appeal fails, so the letter says it before. */
export function conditions({ policy }: CaseView, about: AppealAbout): string[] {
  const grounds = groundsFor(policy, about);
  if (grounds.length === 0)
    return ['Say which decision you disagree with and why, and name anything that you think was left out.'];
  const missed =
    about === 'threshold' && !grounds.includes('threshold') && grounds.includes('facts')
      ? ' If you think that the threshold was met, say what was missed: an incident that was left out, or was wrongly not counted, is information that was not considered.'
      : '';
  return [
    [
      `An appeal goes forward only on ${grounds.length === 1 ? 'this ground' : 'at least one of these grounds'}:`,
      ...grounds.map((ground, at) => `${at + 1}. ${GROUND_LETTER[ground]}`),
      `Say which, and how it applies to your case. An appeal that does not say this does not meet the conditions and is not looked at further.${missed}`,
    ].join('\n'),
  ];
}

/** LLR-12.4, STF-1.3: what somebody who writes for the applicant must enclose, where it is printed. */
const spokenFor = ({ policy: { appeal } }: CaseView): string =>
  appeal.enclose === null
    ? 'Somebody may write for you, if you agree to it.'
    : `Somebody may write for you: then they must enclose ${appeal.enclose}.`;

/** The form that goes with the letter, as lines to be filled in; a box for each ground, with room to say how. */
export function appealForm(title: string, view: CaseView, about: AppealAbout): string[] {
  const grounds = groundsFor(view.policy, about);
  const { enclose } = view.policy.appeal;
  return [
    title,
    `Case reference: ${view.reference}\nYour name:\nHow you would like us to reach you:`,
    `I appeal against ${APPEAL_ABOUT_WORDS[about]}.`,
    ...(grounds.length === 0
      ? ['I disagree with the decision because:\n\n\n', 'What was not looked at, or not looked at enough:\n\n\n']
      : grounds.map((ground, at) => `[  ] ${at + 1}. ${GROUND_LETTER[ground]}\nHow this applies to my case:\n\n\n`)),
    'What I would like to happen:\n\n\n',
    `If somebody writes for you: their name:${enclose === null ? '' : `\n[  ] Enclosed: ${enclose}`}`,
    'Signed:                                        Date:',
  ];
}
