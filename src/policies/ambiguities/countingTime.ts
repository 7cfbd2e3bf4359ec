import { EVERY, type Ambiguity } from './ambiguity.ts';

/** Doubts about counting time. */
export const countingTime: readonly Ambiguity[] = [
  {
    id: 'AMB-A1',
    of: EVERY,
    where: 'all',
    doubt: 'No procedure says what a working day is.',
    reading:
      'Monday to Friday without the bank holidays of England and Wales. A day the offices are shut counts all the same, unless the council lists it.',
    settings: ['calendar.week', 'calendar.region', 'calendar.extra_closures'],
  },
  {
    id: 'AMB-A2',
    of: EVERY,
    where: 'all',
    doubt: 'Does the day something happens count as the first day?',
    reading: 'No, counting starts with the day after.',
    settings: ['clock.count_event_day'],
  },
  {
    id: 'AMB-A3',
    of: EVERY,
    where: 'all',
    doubt: 'Something comes at a weekend, on a holiday or in the evening.',
    reading:
      'It keeps the date of its own day, and counting starts with the next working day. No hour of the day cuts it off.',
    settings: ['clock.cutoff'],
  },
  {
    id: 'AMB-A4',
    of: ['WAR', 'HER', 'STF', 'SHR'],
    where: 'WAR six weeks, STF 28 days, SHR 3 months, HER weeks and months',
    doubt: 'A time in days, weeks or months ends on a day nobody works.',
    reading:
      'A duty keeps its date, with a reminder on the working day before. A right moves to the next working day, and a holiday added later never shortens it.',
    settings: ['clock.roll.duty', 'clock.roll.right'],
  },
  {
    id: 'AMB-A5',
    of: EVERY,
    where: 'one, two, three and six months',
    doubt: 'A month without that day.',
    reading: 'The last day of the month, always counted from the first date and never month upon month.',
    settings: ['clock.month_end'],
  },
  {
    id: 'AMB-A6',
    of: ['LLR', 'WAR', 'STF', 'SHR'],
    where: 'LLR, WAR, STF, SHR one month; the Act',
    doubt: 'Read in the ordinary way a month is a day longer than in the Act.',
    reading: 'The longer one: a report on the same day of the next month is in time.',
    settings: ['threshold.report_limit'],
  },
  {
    id: 'AMB-A7',
    of: EVERY,
    where: 'six months',
    doubt: 'Forwards from the complaint or backwards from the application? They differ at month ends.',
    reading: 'In when either fits.',
    settings: ['threshold.window_test'],
  },
  {
    id: 'AMB-A8',
    of: ['LLR', 'WAR', 'STF', 'SHR'],
    where: 'LLR, WAR, STF, SHR letters',
    doubt: 'Is it the day on the letter, the day it went or the day it came?',
    reading:
      'For duties the day on the letter, which is the day it went. For rights the day it came in LLR, WAR and STF, known or supposed; the day it went in SHR, as printed.',
    settings: ['service.deemed', 'appeal.anchor'],
  },
  {
    id: 'AMB-A9',
    of: EVERY,
    where: 'HER date of application; elsewhere receipt',
    doubt: 'A form may be days on its way.',
    reading: 'Duties count from receipt. The threshold is tested on the day the applicant made it.',
    settings: ['clock.application_anchor', 'threshold.application_date'],
  },
  {
    id: 'AMB-A10',
    of: EVERY,
    where: 'all',
    doubt: 'Which time zone?',
    reading: 'Days are London’s; moments are kept in universal time.',
    settings: [],
  },
];
