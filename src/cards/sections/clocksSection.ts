import { formatDay } from '../../calendar/isoDate.ts';
import { counted } from '../../documents/plainWords.ts';
import { clockLabel, subjectOf } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ToldClock } from '../../domain/told.ts';
import { say } from '../escape.ts';
import type { Limits } from '../render.ts';
import { clockTone, dueWords } from '../words.ts';
import { explained, row, section, type Row, type Section } from './section.ts';

const RUNNING = ['missed', 'open'];

/** Dates that run, the earliest first, overdue ones at the top by nature. Agencies' own dates stand beside their forms. */
export function runningClocks(view: CaseView, limits: Limits): Section | null {
  const clocks = ofCase(view).filter((clock) => RUNNING.includes(clock.status));
  const rows = clocks.sort(byDay).map((clock) => clockRow(view, clock));
  const missed = clocks.filter((clock) => clock.status === 'missed' && clock.kind !== 'target').length;
  const summary = missed > 0 ? `${counted(clocks.length, 'date')}, ${missed} overdue` : counted(clocks.length, 'date');
  return rows.length ? section('dates', say`Dates that run`, say`${summary}`, true, rows, limits.rows) : null;
}

/** Dates that are met, no longer needed, or not started. */
export function otherClocks(view: CaseView, limits: Limits): Section | null {
  const clocks = ofCase(view).filter((clock) => !RUNNING.includes(clock.status));
  const done = clocks.filter((clock) => clock.metOn !== undefined).length;
  const rows = [...clocks].sort(byDay).map((clock) => clockRow(view, clock));
  const summary = done > 0 ? `${done} met, ${clocks.length - done} not started or not needed` : 'Not started yet';
  return rows.length ? section('otherDates', say`Other dates`, say`${summary}`, false, rows, limits.rows) : null;
}

/** One clock as a line, with the press that explains its date. */
function clockRow(view: CaseView, clock: ToldClock): Row {
  const label = clockLabel(view, clock.id);
  const subject = subjectOf(view, clock);
  const of = subject ? ` · ${subject}` : '';
  const line = row(say`**${label}**${of}`, ...standing(view, clock));
  return clock.dueOn ? explained(line, view, clock.id, clock.of, label) : line;
}

/** A date that may still move says so where it still matters. */
function standing(view: CaseView, clock: ToldClock): [ReturnType<typeof say>, Row['colour']] {
  const target = clock.kind === 'target';
  const tone = clockTone(clock.status, target);
  const named = /local target/i.test(clockLabel(view, clock.id));
  const kind = clock.kind === 'right' ? 'Last day for the victim: ' : target && !named ? 'Local target: ' : '';
  if (clock.status === 'open' && clock.dueOn) {
    const due = dueWords(clock.dueOn, view);
    const extended = clock.extended ? ' More time was taken; updates are owed.' : '';
    const provisional = clock.provisional ? ' Provisional: its bank holidays are not proclaimed yet.' : '';
    return [say`${kind}${due.words}.${extended}${provisional}`, due.colour];
  }
  if (clock.status === 'missed' && clock.dueOn) {
    if (clock.kind === 'right') return [say`${kind}${formatDay(clock.dueOn)}. It has passed.`, 'Default'];
    return [say`${tone.words}: ${dueWords(clock.dueOn, view).words}`, tone.colour];
  }
  if (clock.metOn)
    return [
      say`${tone.words}: ${formatDay(clock.metOn)}${clock.dueOn ? `, due ${formatDay(clock.dueOn)}` : ''}`,
      tone.colour,
    ];
  return [say`${tone.words}${clock.dueOn ? `: was due ${formatDay(clock.dueOn)}` : ''}`, tone.colour];
}

const ofCase = (view: CaseView): ToldClock[] =>
  view.told.clocks.filter((clock) => !view.told.returns.some((answer) => answer.agency === clock.of));

const byDay = (a: ToldClock, b: ToldClock): number => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999');
