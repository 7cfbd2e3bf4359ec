import type { Day } from '../calendar/isoDate.ts';
import type { WorkingCalendar } from '../calendar/workingDays.ts';
import { formatDay } from '../calendar/isoDate.ts';
import { counted } from '../documents/plainWords.ts';
import type { PlannedAction } from '../domain/caseReview.ts';
import { execute, opens } from './buttons.ts';
import { say } from './escape.ts';
import { listCard, type Line } from './listCard.ts';
import type { Card } from './render.ts';
import { actionTone } from './sections/actionsSection.ts';

export interface MyAction {
  reference: string;
  action: PlannedAction;
}
interface When {
  today: Day;
  calendar: WorkingCalendar;
}

/** One person's actions over all cases, the open ones first, each to be ticked off here. */
export function myActionsCard(mine: readonly MyAction[], when: When): Card {
  const open = mine.filter((one) => one.action.status === 'open');
  const ended = mine.filter((one) => one.action.status !== 'open');
  const sorted = [...open].sort((a, b) => a.action.dueOn.localeCompare(b.action.dueOn));
  return listCard({
    head: say`My actions`,
    lead: open.length ? say`${counted(open.length, 'action')} still open.` : say`No action of yours is open.`,
    lines: [...sorted, ...ended].map((one) => line(one, when)),
    foot: say`As on ${formatDay(when.today)}. An action counts as done on the day you tell us.`,
  });
}

function line({ reference, action }: MyAction, when: When): Line {
  const tone = actionTone(when, action);
  const where = { caseId: reference, action: action.id.slice(0, 100) };
  const buttons =
    action.status === 'open'
      ? [
          execute('Done', 'action.done', where),
          opens('It is delayed', 'actionDelayed', where),
          opens('No longer possible or needed', 'actionNotViable', where, { secondary: true }),
        ]
      : [];
  return { what: say`**${reference}** · ${action.title}`, words: say`${tone.words}`, colour: tone.colour, buttons };
}
