import { formatDay } from '../../calendar/isoDate.ts';
import type { AppealAbout } from '../../domain/words.ts';
import { afterSending } from '../afterSending.ts';
import { APPEAL_ABOUT_WORDS } from '../plainWords.ts';
import { appealTo } from '../procedureWords.ts';
import type { Writing } from './parts.ts';

/**
 * How to appeal against what this letter says, with the last day in words, as it will stand when the letter goes today. `what`
 * somebody may disagree with, where it is not the decision itself.
 */
export function appealRights(writing: Writing, about: AppealAbout, what = APPEAL_ABOUT_WORDS[about]): string[] {
  const { view, letter, by } = writing;
  const right = afterSending(view, letter, by).clocks.find(
    (clock) => clock.kind === 'right' && clock.dueOn !== undefined && (clock.of === undefined || clock.of === about),
  );
  const last = right?.dueOn
    ? `The last day for it is ${formatDay(right.dueOn)}. If you are late, write all the same and say why: it will be passed on, not thrown away.`
    : 'The procedure sets no last day. It helps to write soon, while everything is fresh.';
  return [
    `If you disagree with ${what}, you can appeal. ${appealTo(view)} ${last}`,
    `Say which decision you disagree with and why, and name anything that you think was left out. You may have somebody write for you. An appeal does not cost anything.`,
  ];
}

/** The form that goes with a refusal, as lines to be filled in. */
export const appealForm = (title: string, reference: string): string[] => [
  title,
  `Case reference: ${reference}\nYour name:\nHow you would like us to reach you:`,
  'I disagree with the decision because:\n\n\n',
  'What was not looked at, or not looked at enough:\n\n\n',
  'What I would like to happen:\n\n\n',
  'Signed:                                        Date:',
];
