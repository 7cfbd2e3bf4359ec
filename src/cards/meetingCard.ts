import { agendaOf } from '../domain/agenda.ts';
import type { CaseView } from '../domain/caseView.ts';
import { inRows, type Button } from './buttons.ts';
import { say, plain } from './escape.ts';
import { afterData } from './meeting/after.ts';
import { beforeData } from './meeting/before.ts';
import { runningData } from './meeting/running.ts';
import { fitted, renderCard, type Card, type Limits } from './render.ts';
import { panelMet } from '../domain/panel.ts';

/**
 * The chair's card: before the start who is here and what is missing, then the agenda point by point with what has been
 * captured, then reading back and agreeing; afterwards what was recorded.
 */
export function meetingCard(view: CaseView): Card {
  return fitted((limits) => renderCard('meeting', meetingData(view, limits)));
}

/** What the template shows; each state of the meeting fills its own part. */
export interface MeetingData {
  head: unknown;
  lead: unknown;
  /** Seats, notes or actions, whatever this state lists. */
  lists: { title: unknown; rows: unknown[]; more: string }[];
  step: { title: unknown; guidance: unknown; session: unknown; colour: string } | null;
  note: { value: string } | null;
  regardless: boolean;
  buttons: Button[];
  foot: unknown;
}

function meetingData(view: CaseView, limits: Limits): object {
  const { meeting } = view.workings;
  const fallback = plain(`${view.reference}: the panel’s meeting. This card needs a newer Teams.`);
  if (panelMet(view.review)) return shown(fallback, afterData(view, limits));
  if (!meeting || view.review.stage === 'closed') return shown(fallback, notOpen(view));
  const agenda = agendaOf(view.review);
  const data = meeting.started ? runningData(view, meeting, agenda, limits) : beforeData(view, meeting, limits);
  return shown(fallback, data);
}

const shown = (fallback: string, data: MeetingData): object => ({
  fallback,
  ...data,
  buttonRows: inRows(data.buttons),
});

const notOpen = (view: CaseView): MeetingData => ({
  head: say`${view.reference} · The meeting`,
  lead:
    view.review.stage === 'closed'
      ? say`It was not held: the case was closed first.`
      : say`It has not been opened. The coordinator or the chair opens it from the panel’s card.`,
  lists: [],
  step: null,
  note: null,
  regardless: false,
  buttons: [],
  foot: say``,
});
