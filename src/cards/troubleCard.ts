import { coordinatorsOf } from '../domain/whoIsWho.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import { inRows, opens } from './buttons.ts';
import { joined, say, plain } from './escape.ts';
import { at, entities } from './mention.ts';
import { renderCard, type Card } from './render.ts';

/** What did not go out, by the kind at the start of `of` (`mail/…`, `card/…`); the rest of the key is for engineers. */
const WHAT: Record<string, string> = {
  mail: 'An e-mail could not be delivered.',
  mention: 'A message in this channel could not be sent.',
  chat: 'A chat message could not be sent.',
  card: 'A card could not be posted or brought up to date.',
  members: 'The members of this channel could not be brought up to date.',
  openSpace: 'The channel of this case could not be made.',
  bookPanel: 'The invitations to the panel could not be sent.',
  movePanel: 'The panel could not be moved in the calendar.',
  cancelPanel: 'The panel could not be called off in the calendar.',
  file: 'A document could not be put into the files.',
  archiveSpace: 'The channel could not be archived.',
};

/** Tells the coordinator that something will not go out, and what to do. `reason` in plain words, where one is known. */
export function troubleCard(view: CaseView, of: string, reason?: string): Card {
  const people = coordinatorsOf(view.partnership).slice(0, 1);
  return renderCard('trouble', {
    fallback: plain(`${view.reference}: something could not be sent.`),
    entities: entities(people),
    head: say`${view.reference} · Something did not go out`,
    who: joined(people.map(at), ', '),
    what: say`${WHAT[of.split('/')[0] ?? ''] ?? 'A message of this case could not be delivered.'}`,
    reason: say`${reason ?? ''}`,
    todo: say`Please tell the person another way where it is urgent: every date still runs. Nothing in the record is lost. What can be sent again, and what else did not go out, stands behind the button.`,
    buttonRows: inRows([opens('What did not go out', 'undelivered', { caseId: view.reference })]),
    foot: say`For your IT colleagues: ${of}`,
  });
}

export const troubledPeople = (view: CaseView): Person[] => coordinatorsOf(view.partnership).slice(0, 1);
