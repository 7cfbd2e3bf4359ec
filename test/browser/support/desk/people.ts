import type { DeskPerson } from '../../../../src/rehearsal/desk/protocol.ts';

/** An invented partnership and one case, enough to show every part of the desk page. */
export const today = '2026-09-07';
const person = (
  id: string,
  name: string,
  title: string,
  organisation: string,
  reach: DeskPerson['reach'],
  waiting = 0,
  unread = 0,
): DeskPerson => ({ id, name, title, organisation, reach, waiting, unread });

export const people: DeskPerson[] = [
  person(
    'p-coordinator',
    'Imogen Vantongeren',
    'Community Safety Intelligence Officer',
    'Nonesuch Borough Council',
    'host',
    2,
    1,
  ),
  person('p-manager', 'Rafe Okonedo-Blythe', 'Community Safety Manager', 'Nonesuch Borough Council', 'host'),
  person('p-police', 'Sunniva Adeyemi', 'Neighbourhood Inspector', 'Wenderby Police', 'partner', 1),
  person('p-landlord', 'Casimir Thripp', 'Housing Manager', 'Larkfold Homes', 'partner', 0, 3),
  person('p-victim', 'Odalys Fenn', 'Applicant', 'Resident', 'mailbox'),
];
