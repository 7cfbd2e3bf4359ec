import { formatDay } from '../../calendar/isoDate.ts';
import { counted } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { say } from '../escape.ts';
import { andMore, cut, type Limits } from '../render.ts';
import type { MeetingData } from '../meetingCard.ts';
import { gapRows } from '../sections/panelSection.ts';
import { row } from '../sections/section.ts';

/** The panel has met: what was recorded, and what follows. */
export function afterData(view: CaseView, limits: Limits): MeetingData {
  const { panelHeld, planAgreedOn, actions, recommendations } = view.review;
  const gaps = gapRows(view, view.told.panel.missing);
  const planned = actions.map((action) =>
    row(
      say`**${action.id}. ${action.title}**`,
      say`${action.owner}, ${agencyNameOf(view.partnership, action.agency)} · by ${formatDay(action.dueOn)}`,
    ),
  );
  const { shown, more } = cut(planned, limits.rows);
  const agreed = planAgreedOn
    ? `The plan was agreed with ${counted(actions.length, 'action')}${recommendations.length > 0 ? ` and ${counted(recommendations.length, 'recommendation')}` : ''}.`
    : 'The plan has not been agreed yet.';
  return {
    head: say`${view.reference} · The panel met on ${formatDay(panelHeld?.on ?? view.today)}`,
    lead: say`${agreed} Each owner has a card. Minutes and the outcome letter follow; their dates are on the case card.`,
    lists: [
      ...(view.told.findings.includes('victim_not_heard')
        ? [
            {
              title: say`The victim’s voice`,
              rows: [row(say`**Not heard**`, say`The victim had not been asked how they want to be heard.`, 'Warning')],
              more: '',
            },
          ]
        : []),
      ...(gaps.length
        ? [
            {
              title: say`Below the minimum`,
              rows: gaps,
              more: '',
            },
          ]
        : []),
      ...(planned.length
        ? [
            {
              title: say`Actions`,
              rows: shown,
              more: andMore(more),
            },
          ]
        : []),
    ],
    step: null,
    note: null,
    regardless: false,
    buttons: [],
    foot: say`Minutes and plan are in this channel’s files.`,
  };
}
