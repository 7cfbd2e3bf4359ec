import type { Day } from '../calendar/isoDate.ts';
import type { Period } from '../domain/settings.ts';
import type { Procedure } from '../domain/words.ts';

/** What a partnership owes its own procedure: no clock of a case, so it stands beside the modules. */
export interface Upkeep {
  /** The day by which the document itself says that it is to be looked at again. */
  reviewBy: { on: Day; section: string } | null;
  /** Reviews that come round: counted from the day the module was last confirmed with the council. */
  cycles: { rule: string; every: Period; what: string }[];
}

export const UPKEEP: Record<Procedure, Upkeep> = {
  llr: {
    reviewBy: null,
    cycles: [{ rule: 'LLR-12.13', every: { n: 24, unit: 'mo' }, what: 'the appeal process is looked at' }],
  },
  warwickshire: {
    reviewBy: null,
    cycles: [{ rule: 'WAR-13.2', every: { n: 12, unit: 'mo' }, what: 'all partners look at the procedure' }],
  },
  hertsmere: { reviewBy: null, cycles: [] },
  staffordshire: { reviewBy: null, cycles: [] },
  shropshire: {
    reviewBy: { on: '2025-11-30', section: 'document control' },
    cycles: [
      { rule: 'SHR-13.2', every: { n: 3, unit: 'mo' }, what: 'the partnership looks at the process and reports' },
    ],
  },
};
