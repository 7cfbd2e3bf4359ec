import { EVERY, type Ambiguity } from './ambiguity.ts';

/** Doubts about the threshold. */
export const threshold: readonly Ambiguity[] = [
  {
    id: 'AMB-B1',
    of: ['WAR'],
    where: 'WAR-2.2',
    doubt: 'Six months from the first complaint: read to the letter, a victim who has suffered longest is shut out.',
    reading:
      'Each complaint by its own date. The reading to the letter may be set, and cannot lead to a refusal where the Act’s count is reached.',
    settings: ['threshold.six_month_anchor'],
  },
  {
    id: 'AMB-B2',
    of: ['LLR'],
    where: 'LLR-2.1, LLR-2.2',
    doubt:
      'One route is dated by the report, the other by the incident. Is the month for reporting meant for hate too?',
    reading: 'Hate by the incident, and reported within the month as the sentence says.',
    settings: ['threshold.hate.window_on', 'threshold.hate.report_limit'],
  },
  {
    id: 'AMB-B3',
    of: EVERY,
    where: 'all',
    doubt: 'Every procedure treats hate otherwise, and lists other strands.',
    reading: 'As printed in each. What the victim felt is enough to mark it.',
    settings: ['threshold.hate'],
  },
  {
    id: 'AMB-B4',
    of: ['HER'],
    where: 'HER-2.4',
    doubt: 'Thirty days instead of a month.',
    reading: 'Thirty days, without the day it happened.',
    settings: ['threshold.report_limit'],
  },
  {
    id: 'AMB-B5',
    of: ['HER'],
    where: 'HER-2.1, HER-2.2',
    doubt: 'The victim feels nothing was done: a condition?',
    reading: 'It is recorded, and never fails an application that has the count.',
    settings: ['threshold.no_effective_action'],
  },
  {
    id: 'AMB-B6',
    of: ['LLR'],
    where: 'LLR-1.4',
    doubt: 'Turned away as vexatious and the like although the count is there.',
    reading:
      'Not while the count or the floor is reached, whoever approves: the Act knows no such exception. The panel may review on paper.',
    settings: [],
  },
  {
    id: 'AMB-B7',
    of: ['LLR', 'WAR', 'STF', 'SHR'],
    where: 'LLR, WAR, STF, SHR',
    doubt: 'One incident told to several agencies.',
    reading: 'Counts once. The officer links the reports.',
    settings: ['threshold.dedupe'],
  },
  {
    id: 'AMB-B8',
    of: ['LLR', 'WAR', 'SHR'],
    where: 'LLR-2.5, SHR-2.1, WAR-2.1',
    doubt: 'Are reports by household, neighbours or staff put together? The Act does not say whose they must be.',
    reading:
      'No, as printed. Where they would reach the count there is a warning, and a refusal needs a second approver.',
    settings: ['threshold.pool'],
  },
  {
    id: 'AMB-B9',
    of: ['LLR'],
    where: 'LLR-1.2',
    doubt: 'Community groups are not named.',
    reading: 'They may apply.',
    settings: ['applicant.kinds'],
  },
  {
    id: 'AMB-B10',
    of: ['SHR'],
    where: 'SHR-2.1',
    doubt: 'Reports, or incidents?',
    reading: 'Separate incidents.',
    settings: ['threshold.count_unit'],
  },
  {
    id: 'AMB-B11',
    of: ['LLR', 'HER', 'SHR'],
    where: 'LLR, HER, SHR',
    doubt: 'Who decides? Only WAR forbids the officer to decide alone.',
    reading: 'Two different relevant bodies everywhere (council, police, ICB, landlord), each by a named person.',
    settings: ['threshold.min_bodies'],
  },
  {
    id: 'AMB-B12',
    of: ['LLR', 'HER', 'SHR'],
    where: 'HER-7.1, LLR-7.1, SHR-7.2',
    doubt: 'Is risk assessed before the decision or after?',
    reading: 'Before, as a condition, in WAR and STF; elsewhere the officer is reminded.',
    settings: ['risk.before_decision'],
  },
];
