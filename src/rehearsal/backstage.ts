import type { Day } from '../calendar/isoDate.ts';
import type { CaseSummary, ClockView, GuideStep, OutboxView, RecordView, TickReport } from './desk/protocol.ts';

/** What the desk may ask of the bot's side. Handed in by the composition; the bot itself does not know of it. */
export interface Backstage {
  /** Who owes what next, over all open cases. */
  guide(): Promise<Omit<GuideStep, 'personName'>[]>;
  /** Runs the sweep for today and delivers until nothing is ready; tells what came of it. */
  tick(from: Day, to: Day): Promise<TickReport>;
  /** The next day on which anything in any open case is due or told. */
  nextDueDay(after: Day): Promise<Day | null>;
  isWorkingDay(day: Day): boolean;
  cases(): Promise<CaseSummary[]>;
  record(reference: string): Promise<RecordView | null>;
  clocks(reference: string): Promise<ClockView[]>;
  outbox(): Promise<OutboxView[]>;
}
