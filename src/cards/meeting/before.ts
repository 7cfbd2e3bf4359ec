import { BODY_WORDS } from '../../documents/plainWords.ts';
import { seatLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { panelGaps } from '../../domain/panel.ts';
import type { MeetingWorkings } from '../../domain/workings.ts';
import { execute, opens, type Button } from '../buttons.ts';
import { say, type Markup } from '../escape.ts';
import { andMore, cut, type Limits } from '../render.ts';
import type { MeetingData } from '../meetingCard.ts';
import { gapRows } from '../sections/panelSection.ts';
import { row, type Row } from '../sections/section.ts';

/** Before the start: who is here by seat, and what the minimum and the chair's independence still lack. */
export function beforeData(view: CaseView, meeting: MeetingWorkings, limits: Limits): MeetingData {
  const gaps = gapRows(view, panelGaps(meeting.attended, meeting.chair, view.review, view.policy).missing);
  const unheard = view.review.voice === undefined ? [unheardRow()] : [];
  const lacking = [...gaps, ...unheard];
  const { shown, more } = cut([...lacking, ...seatRows(view, meeting)], limits.rows);
  const nobody = meeting.attended.length === 0;
  return {
    head: say`${view.reference} · The meeting · Before the start`,
    lead: lead(meeting, gaps.length, unheard.length > 0),
    lists: [{ title: say`Who is here`, rows: shown, more: andMore(more) }],
    step: null,
    note: null,
    regardless: lacking.length > 0 && !nobody,
    buttons: buttons(view, nobody, lacking.length > 0),
    foot: say`The chair and the coordinator can press.`,
  };
}

/** STAT-12: the panel does not begin before the victim was asked. */
const unheardRow = (): Row =>
  row(
    say`**The victim**`,
    say`Not asked yet how they want to be heard. The coordinator can record it under More.`,
    'Warning',
  );

const seatRows = (view: CaseView, meeting: MeetingWorkings): Row[] =>
  meeting.attended.map((one) =>
    row(
      say`**${seatLabel(view, one.seat)}** · ${BODY_WORDS[one.body]}`,
      say`${one.name ?? 'Present'}${one.inWriting ? ' (in writing)' : ''}`,
      'Good',
    ),
  );

function lead({ chair, attended }: MeetingWorkings, gaps: number, unheard: boolean): Markup {
  const basis = chair.basis ? `: ${chair.basis.replace(/\.$/, '')}` : '';
  const who = say`Chair: **${chair.name}**, ${chair.independent ? `independent${basis}` : 'not independent'}.`;
  if (attended.length === 0) return say`${who} Mark who is here first.`;
  if (gaps === 0 && !unheard) return say`${who} The minimum panel is here.`;
  const short = gaps === 0 ? 'The minimum panel is here.' : 'The minimum panel is not here.';
  const asked = unheard ? ' The victim was not asked how to be heard.' : '';
  return say`${who} ${short}${asked} You may wait, or go on and write down why.`;
}

function buttons(view: CaseView, nobody: boolean, short: boolean): Button[] {
  const where = { caseId: view.reference, v: view.version };
  if (nobody) return [opens('Mark who is here', 'attendance', where, { style: 'positive' })];
  const change = opens('Change who is here', 'attendance', where);
  if (short) return [execute('Start all the same', 'meeting.start', where, { inputs: true }), change];
  return [execute('Start the meeting', 'meeting.start', where, { inputs: true, style: 'positive' }), change];
}
