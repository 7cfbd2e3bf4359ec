import { holidaysByRule } from './holidaysByRule.ts';
import type { Day } from './isoDate.ts';

export interface BankHoliday {
  day: Day;
  name: string;
}

/**
 * Bank holidays of England and Wales as proclaimed and published (gov.uk/bank-holidays), year by year in full. Data, not code:
 * one-off days get proclaimed, and a year listed here wins over the rule.
 */
export const PROCLAIMED: readonly BankHoliday[] = [
  { day: '2025-01-01', name: 'New Year’s Day' },
  { day: '2025-04-18', name: 'Good Friday' },
  { day: '2025-04-21', name: 'Easter Monday' },
  { day: '2025-05-05', name: 'Early May bank holiday' },
  { day: '2025-05-26', name: 'Spring bank holiday' },
  { day: '2025-08-25', name: 'Summer bank holiday' },
  { day: '2025-12-25', name: 'Christmas Day' },
  { day: '2025-12-26', name: 'Boxing Day' },
  { day: '2026-01-01', name: 'New Year’s Day' },
  { day: '2026-04-03', name: 'Good Friday' },
  { day: '2026-04-06', name: 'Easter Monday' },
  { day: '2026-05-04', name: 'Early May bank holiday' },
  { day: '2026-05-25', name: 'Spring bank holiday' },
  { day: '2026-08-31', name: 'Summer bank holiday' },
  { day: '2026-12-25', name: 'Christmas Day' },
  { day: '2026-12-28', name: 'Boxing Day (substitute day)' },
  { day: '2027-01-01', name: 'New Year’s Day' },
  { day: '2027-03-26', name: 'Good Friday' },
  { day: '2027-03-29', name: 'Easter Monday' },
  { day: '2027-05-03', name: 'Early May bank holiday' },
  { day: '2027-05-31', name: 'Spring bank holiday' },
  { day: '2027-08-30', name: 'Summer bank holiday' },
  { day: '2027-12-27', name: 'Christmas Day (substitute day)' },
  { day: '2027-12-28', name: 'Boxing Day (substitute day)' },
];

/** Beyond this year nothing is worked out: the law may be another by then. */
const LAST_YEAR = 2035;
const lastProclaimedYear = Math.max(...PROCLAIMED.map(({ day }) => Number(day.slice(0, 4))));

/** Up to this day bank holidays are known; later ones, to the end of 2035, are worked out by rule and provisional. */
export const LAST_PROCLAIMED: Day = `${lastProclaimedYear}-12-31`;

/** Proclaimed years as published, and those beyond them by rule. */
export const BANK_HOLIDAYS: readonly BankHoliday[] = [
  ...PROCLAIMED,
  ...Array.from({ length: LAST_YEAR - lastProclaimedYear }, (_, more) =>
    holidaysByRule(lastProclaimedYear + 1 + more),
  ).flat(),
];
