import { formatDay } from '../calendar/isoDate.ts';
import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { counted } from '../documents/plainWords.ts';
import type { NextStep } from '../domain/nextSteps.ts';
import { say, type Markup } from './escape.ts';
import { listCard, type Line } from './listCard.ts';
import type { Card } from './render.ts';
import { stepActions } from './stepWords.ts';
import { dueWords } from './words.ts';

export interface DueItem extends NextStep {
  reference: string;
}
interface When {
  today: Day;
  calendar: WorkingCalendar;
}

/** Everything that waits for one person, the most urgent first, with the button that does it. */
export function dueCard(items: readonly DueItem[], when: When): Card {
  const overdue = items.filter((item) => item.overdue).length;
  const lead = items.length
    ? say`${counted(items.length, 'thing')} ${items.length === 1 ? 'waits' : 'wait'} for you${overdue ? `, ${overdue} overdue` : ''}.`
    : say`Nothing waits for you. Well done.`;
  return listCard({
    head: say`What is due`,
    lead,
    lines: items.map((item) => line(item, when)),
    foot: say`As on ${formatDay(when.today)}.`,
  });
}

function line(item: DueItem, when: When): Line {
  const due = item.dueOn ? dueWords(item.dueOn, when) : null;
  const words: Markup = due ? say`${item.overdue ? 'Was due' : 'By'} ${due.words}` : say`No date set`;
  return {
    what: say`**${item.reference}** · ${item.words}`,
    words,
    colour: due?.colour ?? 'Default',
    buttons: stepActions(item, item, 'Do it now'),
  };
}
