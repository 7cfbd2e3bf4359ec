import { EVERY, type Ambiguity } from './ambiguity.ts';

/** Doubts about times that are missing or loose. */
export const looseClocks: readonly Ambiguity[] = [
  {
    id: 'AMB-C1',
    of: ['WAR', 'SHR'],
    where: 'WAR-3.3, SHR-3.1, SHR-4.4',
    doubt: 'No time for the threshold, in SHR none for receipt.',
    reading: 'Local targets: in WAR 10 working days from the acknowledgement, in SHR 5 and 15 from receipt.',
    settings: ['target.ack', 'target.threshold'],
  },
  {
    id: 'AMB-C2',
    of: ['LLR', 'HER', 'SHR'],
    where: 'HER-4.1, SHR-4.4, LLR-4.1',
    doubt: 'No day for holding the review.',
    reading: 'A local target of 20 working days from the acceptance.',
    settings: ['target.meeting'],
  },
  {
    id: 'AMB-C3',
    of: ['LLR', 'WAR', 'SHR'],
    where: 'LLR-5.1, WAR-5.1, SHR-5.1',
    doubt: 'No day for agencies to answer.',
    reading:
      'Local targets of 5 working days before the decision and 10 for the review, and never later than 3 before the decision or meeting.',
    settings: ['agency.return.threshold', 'agency.return.review'],
  },
  {
    id: 'AMB-C4',
    of: ['LLR', 'HER', 'SHR'],
    where: 'LLR-5.4, HER-5.3, SHR-5.1',
    doubt: 'What a missing answer means.',
    reading:
      'It is asked for again on the day and every 2 working days, then from a senior person. It goes into the findings and holds up no decision.',
    settings: ['agency.missing', 'agency.chase'],
  },
  {
    id: 'AMB-C5',
    of: ['HER'],
    where: 'HER-10.2',
    doubt: 'Where the steps upwards start, and whether a new date starts them again.',
    reading: 'From the first due date. An agreed new date stops what has not happened yet and undoes nothing.',
    settings: ['ladder', 'ladder.from', 'ladder.map'],
  },
  {
    id: 'AMB-C6',
    of: ['HER'],
    where: 'HER-11.3, HER-11.4',
    doubt: 'How many tries, and ten days from what?',
    reading:
      'At least 3 tries by 2 means over 10 working days. The letter within 10 working days of closing. Contact opens the case again.',
    settings: ['nocontact.attempts', 'nocontact.days', 'nocontact.letter'],
  },
  {
    id: 'AMB-C7',
    of: ['LLR'],
    where: 'LLR-3.3, LLR-4.3, LLR-12.9',
    doubt: 'From when are updates counted?',
    reading: 'The first by the day that was missed, each next one from the last that went.',
    settings: ['extension.first'],
  },
  {
    id: 'AMB-C8',
    of: ['WAR'],
    where: 'WAR-4.1',
    doubt: 'A late acknowledgement makes the six weeks start late.',
    reading: 'From the acknowledgement, as printed.',
    settings: ['review.anchor'],
  },
  {
    id: 'AMB-C9',
    of: ['HER'],
    where: 'HER-2.3',
    doubt: 'A senior manager’s route has no application.',
    reading: 'The day of the decision stands for it.',
    settings: [],
  },
  {
    id: 'AMB-C11',
    of: EVERY,
    where: 'HER-11.4, nothing elsewhere',
    doubt: 'When is the applicant told that the case is closed?',
    reading: 'Within 5 working days of the closing, by letter.',
    settings: ['closing.letter'],
  },
];
