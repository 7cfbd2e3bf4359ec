import { formatDay } from '../calendar/isoDate.ts';
import { agendaOf } from '../domain/agenda.ts';
import type { CaseView } from '../domain/caseView.ts';
import { agencyNameOf } from '../domain/whoIsWho.ts';
import { heading, list, table, text, type Block, type Doc } from './document.ts';
import { actionTable } from './planTable.ts';
import { BODY_WORDS } from './plainWords.ts';
import { gapWords, seatLabel } from './procedureWords.ts';

/** Minutes of the panel: who sat, what was missing, what was said point by point, what was agreed. For the panel alone. */
export function minutes(view: CaseView): Doc {
  const held = view.review.panelHeld;
  const attended = (held?.with.attended ?? []).map((one) => [
    seatLabel(view, one.seat),
    one.name ?? 'present',
    `${BODY_WORDS[one.body]}${one.inWriting ? ', in writing' : ''}`,
  ]);
  const chair = held?.with.chair;
  return {
    title: 'Minutes of the panel',
    reference: view.reference,
    blocks: [
      text(
        `Held on ${held ? formatDay(held.on) : 'a day not recorded'}. Confidential: for the members of the panel alone.`,
      ),
      text(
        `Chair: ${chair?.name ?? 'not recorded'}, ${chair?.independent ? `independent${chair.basis ? ` (${chair.basis.replace(/\.$/, '')})` : ''}` : 'not recorded as independent'}.`,
      ),
      heading('Who took part'),
      table(['Seat', 'Name', 'Body'], attended, 'Nobody is recorded.'),
      list(
        view.told.panel.missing.map((gap) => `Missing from the minimum: ${gapWords(view, gap)}`),
        'The minimum panel was complete.',
      ),
      ...(held?.with.regardless ? [text(`${wentOn(view)}: ${held.with.regardless}`)] : []),
      heading('Forms that did not come'),
      list(
        view.told.returns.filter((it) => it.kind === 'review' && it.status === 'no_return').map((it) => it.agency),
        'Every agency that was asked has answered.',
      ),
      ...notes(view),
      heading('Findings'),
      ...found(view),
      heading('Actions'),
      actionTable(view, view.review.actions),
      heading('Recommendations'),
      list(
        view.review.recommendations.map((one) => `To ${agencyNameOf(view.partnership, one.to)}: ${one.text}`),
        'None.',
      ),
    ],
  };
}

/** What the recorded reason is for: fewer than the minimum, a victim who was not asked, or both. */
function wentOn(view: CaseView): string {
  const unheard = notHeard(view) ? 'although the victim had not been asked how to be heard' : '';
  const below = view.told.panel.quorate && unheard !== '' ? '' : 'below the minimum';
  return `Why the meeting went on ${[below, unheard].filter((it) => it !== '').join(' and ')}`;
}
const notHeard = (view: CaseView): boolean => view.told.findings.includes('victim_not_heard');

/** What the panel found; a form that never came is itself a finding (WAR-5.2, AMB-C4). */
function found(view: CaseView): Block[] {
  const findings = view.review.panelHeld?.with.findings ?? '';
  const missing = missingReturns(view).map((agency) => `${agency} was asked for its form and did not answer.`);
  const unheard = notHeard(view) ? ['The victim had not been asked how they want to be heard when the panel met.'] : [];
  const all = [...(findings === '' ? [] : [findings]), ...unheard, ...missing];
  return all.length > 0 ? all.map((words) => text(words)) : [text('None recorded.')];
}

/** Agencies whose return never came are named in the minutes, as found by the core. */
export const missingReturns = (view: CaseView): string[] =>
  view.told.findings
    .filter((finding) => finding.startsWith('missing_return:'))
    .map((finding) => agencyNameOf(view.partnership, finding.slice('missing_return:'.length)));

/** Notes in the order of the agenda; each point says in which session it was. */
function notes(view: CaseView): Block[] {
  const taken = view.review.panelHeld?.detail?.minutes ?? [];
  const agenda = agendaOf(view.review);
  return taken.flatMap((note) => {
    const point = agenda.find((step) => step.key === note.step);
    const session = point?.session === 'open' ? ' (open session)' : point ? ' (closed session)' : '';
    return [heading(`${point?.title ?? note.step}${session}`), text(note.note)];
  });
}
