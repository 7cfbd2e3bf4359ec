import { capital } from '../../documents/plainWords.ts';
import { BODY_WORDS } from '../../documents/plainWords.ts';
import { seatLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { panelGaps } from '../../domain/meetingDeeds.ts';
import type { MeetingWorkings } from '../../domain/workings.ts';
import { execute, opens } from '../buttons.ts';
import { md } from '../escape.ts';
import { andMore, cut, type Limits } from '../render.ts';
import type { MeetingData } from '../meetingCard.ts';
import { gapRows } from '../sections/panelSection.ts';
import { row } from '../sections/section.ts';

/** Before the start: who is here by seat, and what the minimum and the chair's independence still lack. */
export function beforeData(view: CaseView, meeting: MeetingWorkings, limits: Limits): MeetingData {
  const here = meeting.attended.map((one) =>
    row(
      md`**${seatLabel(view, one.seat)}** · ${BODY_WORDS[one.body]}`,
      md`${one.name ?? 'Present'}${one.inWriting ? ' (in writing)' : ''}`,
      'Good',
    ),
  );
  const gaps = gapRows(view, panelGaps(view.review, meeting, view.policy, view.calendar, view.today));
  const all = [...gaps, ...here];
  const { shown, more } = cut(all, limits.rows);
  const where = { caseId: view.reference, v: view.version };
  return {
    head: md`${view.reference} · The meeting · Before the start`,
    lead: md`Chair: **${meeting.chair.name}**, ${meeting.chair.independent ? `independent${meeting.chair.basis ? ` (${meeting.chair.basis})` : ''}` : 'not independent'}. ${
      gaps.length === 0
        ? 'The minimum panel is here.'
        : 'The minimum panel is not here. You may wait, or go on and write down why.'
    }`,
    lists: [
      {
        title: md`
Who is here
        `,
        rows: shown,
        more: andMore(more),
      },
    ],
    step: null,
    note: null,
    regardless: gaps.length > 0,
    buttons: [
      execute(gaps.length ? 'Start all the same' : 'Start the meeting', 'meeting.start', where, {
        inputs: true,
        ...(gaps.length ? {} : { style: 'positive' as const }),
      }),
      opens('Change who is here', 'attendance', where),
    ],
    foot: md`${capital('only the chair and the coordinator can press.')}`,
  };
}
