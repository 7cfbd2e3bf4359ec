import { EVERY, type Ambiguity } from './ambiguity.ts';

/** Doubts about forms, roles and data. */
export const formsRolesData: readonly Ambiguity[] = [
  {
    id: 'AMB-E1',
    of: ['HER'],
    where: 'HER-3.1',
    doubt: 'Is CT1 the request or the acknowledgement?',
    reading: 'The request; the acknowledgement has no number.',
    settings: ['forms.*'],
  },
  {
    id: 'AMB-E2',
    of: ['WAR', 'HER', 'STF', 'SHR'],
    where: 'HER, SHR, WAR, STF',
    doubt: 'Names of bodies and laws that have changed.',
    reading: 'Names are data, and letters use today’s.',
    settings: ['names.*'],
  },
  {
    id: 'AMB-E3',
    of: ['LLR', 'WAR', 'STF', 'SHR'],
    where: 'LLR-8.2, WAR-8.2, STF-8.2, SHR-8.1',
    doubt: 'Under 18 on which day, and what if nobody knows?',
    reading: 'On the day of the meeting or of any incident that counts. Where nobody knows, agencies are asked.',
    settings: ['youth.trigger'],
  },
  {
    id: 'AMB-E4',
    of: ['HER'],
    where: 'HER-9.4',
    doubt: 'Only HER says what the victim’s copy leaves out.',
    reading:
      'The same everywhere, and other victims, witnesses, informants and other people’s health besides. A person approves it.',
    settings: ['redaction.classes'],
  },
  {
    id: 'AMB-E5',
    of: ['LLR', 'STF'],
    where: 'STF-13.1, LLR-13.1',
    doubt: 'STF counts appeals in fourth place, LLR those met.',
    reading: 'All are worked out. The Act’s four are published, and local ones besides.',
    settings: ['stats.publish'],
  },
  {
    id: 'AMB-E6',
    of: ['LLR', 'STF'],
    where: 'LLR-13.1, STF-13.1',
    doubt: 'A count of one can point to a victim, and must be published.',
    reading:
      'Totals by authority and year alone, nothing split below 5, no story beside a total below 5. A person approves it.',
    settings: ['stats.min_cell'],
  },
  {
    id: 'AMB-E7',
    of: EVERY,
    where: 'all',
    doubt: 'What is an application, and which year is it in?',
    reading:
      'Without a name an enquiry, not counted. Withdrawn counts. A senior manager’s review is a review. Each count by the day of its own event.',
    settings: ['stats.rules'],
  },
  {
    id: 'AMB-E8',
    of: EVERY,
    where: 'LLR-14.2, STF-14.1, STF-1.4',
    doubt: 'Is consent what makes sharing lawful?',
    reading:
      'No, the public task does. The victim’s agreement to take part is recorded. Who cannot consent, or whom asking would put at risk, is not locked out: a named senior person records it.',
    settings: ['consent.override_roles'],
  },
  {
    id: 'AMB-E9',
    of: ['WAR', 'HER', 'STF', 'SHR'],
    where: 'SHR, STF, WAR, HER',
    doubt: 'Charts without text; SHR past its own review date; older guidance.',
    reading: 'The module is confirmed with the council before use. What the text leaves out is set locally.',
    settings: ['policy.confirmed_on'],
  },
  {
    id: 'AMB-E10',
    of: EVERY,
    where: 'all',
    doubt: 'Councils merge and commissioners go.',
    reading: 'Settings have dates, an authority can change, and who hears appeals is data.',
    settings: ['authority.*', 'appeal.body'],
  },
];
