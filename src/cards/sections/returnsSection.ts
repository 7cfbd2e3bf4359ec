import { formatDay } from '../../calendar/isoDate.ts';
import { capital, RETURN_KIND_WORDS } from '../../documents/plainWords.ts';
import { formLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { MOST_CHASERS } from '../../domain/chasers.ts';
import type { ReturnStatus, ToldReturn } from '../../domain/told.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { say } from '../escape.ts';
import type { Limits } from '../render.ts';
import { dueWords, type Tone } from '../words.ts';
import { explained, row, section, type Row, type Section } from './section.ts';

const WORST_FIRST: ReturnStatus[] = ['overdue', 'open', 'no_return', 'withheld', 'nil', 'returned'];

/** Who owes a form and who answered, worst first. */
export function returnsSection(view: CaseView, limits: Limits, open: boolean): Section | null {
  const { returns } = view.told;
  if (returns.length === 0) return null;
  const owed = returns.filter((one) => one.status === 'open' || one.status === 'overdue').length;
  const sorted = [...returns].sort(
    (a, b) =>
      WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) || (a.dueOn ?? '').localeCompare(b.dueOn ?? ''),
  );
  const summary = owed > 0 ? `${owed} of ${returns.length} still to come` : settledWords(returns);
  const rows = sorted.map((one) => returnRow(view, one));
  return section('returns', say`${capital(formLabel(view))}`, say`${summary}`, open, rows, limits.rows);
}

function returnRow(view: CaseView, told: ToldReturn): Row {
  const agency = agencyNameOf(view.partnership, told.agency);
  const kinds = new Set(view.told.returns.map((one) => one.kind));
  const what = kinds.size > 1 ? say`**${agency}** · ${RETURN_KIND_WORDS[told.kind]}` : say`**${agency}**`;
  const tone = returnTone(view, told);
  const line = row(what, say`${tone.words}`, tone.colour);
  if (told.status !== 'open' && told.status !== 'overdue') return line;
  const clock = view.told.clocks.find(
    (one) => one.of === told.agency && one.dueOn === told.dueOn && (one.kind === 'agency' || one.kind === 'target'),
  );
  return clock ? explained(line, view, clock.id, clock.of, agency) : line;
}

/** How one agency's form stands: "Sent Fri 4 September 2026", "Overdue: …". */
export function returnTone(view: CaseView, told: ToldReturn): Tone {
  const answer = view.review.requests.find((one) => one.agency === told.agency && one.kind === told.kind)?.answer;
  const on = answer ? ` ${formatDay(answer.firstOn)}` : '';
  const late = told.late ? ', late' : '';
  switch (told.status) {
    case 'returned':
      return { words: `Sent${on}${late}`, colour: told.late ? 'Warning' : 'Good' };
    case 'nil':
      return { words: `Holds nothing: answered${on}${late}`, colour: told.late ? 'Warning' : 'Good' };
    case 'withheld':
      return { words: `Cannot share: answered${on}${late}`, colour: 'Warning' };
    case 'no_return':
      return { words: 'No answer came in time', colour: 'Attention' };
    case 'overdue':
    case 'open': {
      if (!told.dueOn) return { words: 'Asked, no answer yet', colour: 'Default' };
      const due = dueWords(told.dueOn, view);
      const ended = chasersEnded(view, told) ? `. ${MOST_CHASERS} reminders, no answer` : '';
      return {
        words: `${capital(told.status === 'overdue' ? 'owed since' : 'by')} ${due.words}${ended}`,
        colour: due.colour,
      };
    }
  }
}

const chasersEnded = (view: CaseView, { kind, agency, dueOn }: ToldReturn): boolean =>
  view.review.nudged.includes(`return/${kind}/${agency}/${dueOn ?? ''}/chase_ended`);

/** Who never answered is not settled: their time has run out. */
function settledWords(returns: readonly ToldReturn[]): string {
  const without = returns.filter((one) => one.status === 'no_return').length;
  const came = returns.length - without;
  return without === 0 ? `All ${returns.length} answered` : `${came} answered, ${without} without an answer`;
}
