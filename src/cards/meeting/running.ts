import { formatDay } from '../../calendar/isoDate.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { openPartOf } from '../../domain/openPart.ts';
import { GUEST_WORDS } from '../../documents/plainWords.ts';
import { visibleAgenda, type AgendaStep } from '../../domain/agenda.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { MeetingWorkings } from '../../domain/workings.ts';
import { execute, opens, type Button } from '../buttons.ts';
import { say, passage, plain } from '../escape.ts';
import { andMore, cut, type Limits } from '../render.ts';
import type { MeetingData } from '../meetingCard.ts';
import { row } from '../sections/section.ts';

/** The meeting runs: one point of the agenda, its words for the chair, a note, what was captured. The last point reads it all back. */
export function runningData(
  view: CaseView,
  meeting: MeetingWorkings,
  agenda: AgendaStep[],
  limits: Limits,
): MeetingData {
  const at = Math.min(meeting.step, agenda.length - 1);
  const step = agenda[at];
  const seen = visibleAgenda(agenda, at);
  const last = at === agenda.length - 1;
  const actions = actionList(view, meeting, limits);
  return {
    head: say`${view.reference} · The meeting · ${at + 1} of ${seen.length}`,
    lead: say`${last ? 'Read this aloud, then agree.' : ''}`,
    lists: [...(step?.session === 'open' ? [] : actions), ...(last ? [readBack(meeting, limits)] : [])],
    step: step
      ? {
          title: say`${step.title}`,
          guidance: say`${step.guidance}`,
          session: say`${step.session === 'open' ? `Open part: ${GUEST_WORDS[openPartOf(view.review)?.guest.who ?? 'victim']} is in the room` : 'Closed part: the panel alone'}`,
          colour: step.session === 'open' ? 'Warning' : 'Default',
        }
      : null,
    // The last press agrees the plan and carries no note: one typed here would be lost.
    note: last ? null : { value: plainNote(meeting, step?.key) },
    regardless: false,
    buttons: buttons(view, meeting, at, last, step?.session === 'closed'),
    foot: say`Notes go into the minutes. ${step?.session === 'open' ? 'Closed points stay hidden until the open part has ended.' : ''}`,
  };
}

const plainNote = (meeting: MeetingWorkings, key: string | undefined): string =>
  (meeting.notes.find((one) => one.step === key)?.note ?? '').slice(0, 4000);

function actionList(view: CaseView, meeting: MeetingWorkings, limits: Limits): MeetingData['lists'] {
  if (meeting.actions.length === 0) return [];
  const { shown, more } = cut(meeting.actions, limits.rows);
  const rows = shown.map((action) => ({
    ...row(
      say`**${action.id}. ${action.title}**`,
      say`${action.owner}, ${agencyNameOf(view.partnership, action.agency)} · by ${formatDay(action.dueOn)} · ${
        action.tellVictim === true ? 'the victim may be told' : 'not told to the victim'
      }`,
    ),
    drop: {
      caseId: view.reference,
      action: action.id.slice(0, 100),
      v: view.version,
    },
    dropTitle: plain(`Take out action ${action.id}`, 60),
  }));
  return [
    {
      title: say`Actions so far`,
      rows,
      more: andMore(more),
    },
  ];
}

function readBack(meeting: MeetingWorkings, limits: Limits): MeetingData['lists'][number] {
  const recommendations = meeting.recommendations.map((one) =>
    row(say`**To ${one.to}**`, passage(one.text, limits.characters)),
  );
  const findings = meeting.findings ? [row(say`**Findings**`, passage(meeting.findings, limits.characters))] : [];
  const { shown, more } = cut([...findings, ...recommendations], limits.rows);
  const rows = shown.length ? shown : [row(say`**Findings**`, say`None written down yet.`)];
  return {
    title: say`Findings and recommendations`,
    rows,
    more: andMore(more),
  };
}

function buttons(view: CaseView, meeting: MeetingWorkings, at: number, last: boolean, closed: boolean): Button[] {
  const where = { caseId: view.reference, v: view.version };
  const next = execute('Next', 'meeting.next', { ...where, step: at }, { inputs: true, style: 'positive' });
  const agree = execute(
    meeting.actions.length ? 'Agree the plan and close the meeting' : 'Close the meeting without actions',
    'meeting.agree',
    where,
    { inputs: true, style: 'positive' },
  );
  const capture = opens('Add an action', 'captureAction', where);
  const back = execute('Back', 'meeting.back', { ...where, step: at }, { secondary: at === 0, inputs: false });
  return [
    ...(last ? [agree] : [next]),
    ...(at > 0 ? [back] : []),
    ...(closed ? [capture] : []),
    ...(closed
      ? [
          opens('Recommendation', 'recommendation', where, { secondary: true }),
          opens('Findings', 'findings', where, { secondary: true }),
        ]
      : []),
  ];
}
