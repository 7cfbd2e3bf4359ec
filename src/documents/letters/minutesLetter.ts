import { formatDay } from '../../calendar/isoDate.ts';
import { letterOf } from '../procedureWords.ts';
import type { Letter } from '../document.ts';
import { outcome } from './outcome.ts';
import { opening, panelClosing, type Writing } from './parts.ts';

/** Minutes and plan to every member of the panel. */
export function minutesLetter(writing: Writing): Letter {
  const { view } = writing;
  const held = view.review.panelHeld;
  return {
    title: 'Minutes and action plan of the panel',
    paragraphs: [
      ...opening(writing, 'panel member'),
      `The minutes of the panel${held ? ` of ${formatDay(held.on)}` : ''} and the action plan are in the files of the case’s channel. Please read them and tell me if something is wrong.`,
      'If an action is yours, its card shows the day and takes your answer. An action counts as done on the day you tell us. If something stands in the way, say so early.',
      'The minutes cover the closed part of the meeting. Please do not pass them on, and do not keep a copy longer than you need it.',
      ...panelClosing(writing),
    ],
  };
}

/** The draft of the decision letter with the plan, for the panel to look at before it goes to the victim (SHR-4.1). */
export function planDraftLetter(writing: Writing): Letter {
  const { view } = writing;
  const letter = letterOf(view, 'outcome') ?? 'outcome';
  const draft = outcome({ ...writing, letter, by: 'email' });
  return {
    title: 'Draft of the decision letter, for the panel',
    paragraphs: [
      ...opening(writing, 'panel member'),
      'Below is the draft of the letter to the victim, with the plan as the victim will see it. Please tell me within a working day if something in it is wrong or should not be said.',
      'Look above all at whether anything in it would reveal the private information of another person. Its dates are those of today: they are worked out anew on the day it goes.',
      ...panelClosing(writing),
      '— The draft —',
      draft.title,
      ...draft.paragraphs,
    ],
  };
}
