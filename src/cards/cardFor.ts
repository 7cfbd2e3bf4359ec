import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { Matter } from '../domain/effects.ts';
import { panelMet } from '../domain/panel.ts';
import { formLabel } from '../documents/procedureWords.ts';
import { actionCard, actionPeople } from './actionCard.ts';
import { caseCard, caseSummary } from './caseCard.ts';
import { closingCard } from './closingCard.ts';
import { plain } from './escape.ts';
import { meetingCard } from './meetingCard.ts';
import { panelCard } from './panelCard.ts';
import type { Card } from './render.ts';
import { askedPeople, requestCard } from './requestCard.ts';
import { troubleCard, troubledPeople } from './troubleCard.ts';

/** What delivery posts for a matter. `summary` is the notification: the reference and the kind of thing, nothing personal. */
export interface Drawn {
  card: Card;
  summary: string;
  /** Already mentioned inside the card, by `msteams.entities`. */
  mentions: Person[];
  /** Brings a card up to date that stands; where there is none, none is posted. */
  onlyIfPosted?: true;
}

/**
 * Draws the matter as the case stands now; null where there is nothing to show (any more). `viewer`: the one person who sees
 * this copy of it, with what they may do; the card that everybody sees has none.
 */
export function cardFor(matter: Matter, view: CaseView, viewer?: Person): Drawn | null {
  const ref = view.reference;
  switch (matter.is) {
    case 'case':
      return drawn(caseCard(view), caseSummary(view));
    case 'request': {
      const people = askedPeople(view, matter.returnKind, matter.agency);
      return drawn(requestCard(view, matter.returnKind, matter.agency, viewer), `${ref}: ${formLabel(view)}`, people);
    }
    case 'panel':
      return { ...drawnOf(panelCard(view), `${ref}: the panel`), ...unlessOver(view) };
    case 'meeting':
      return { ...drawnOf(meetingCard(view), `${ref}: the meeting`), ...unlessOver(view) };
    case 'action':
      return drawn(actionCard(view, matter.action), `${ref}: an action`, actionPeople(view, matter.action));
    case 'closing':
      return drawn(closingCard(view), `${ref}: closed`);
    case 'trouble':
      return drawn(troubleCard(view, matter.of), `${ref}: something did not go out`, troubledPeople(view));
  }
}

const drawn = (card: Card | null, summary: string, mentions: Person[] = []): Drawn | null =>
  card && drawnOf(card, summary, mentions);
const drawnOf = (card: Card, summary: string, mentions: Person[] = []): Drawn => ({
  card,
  summary: plain(summary),
  mentions,
});

/** The panel of a case that was closed without it: what was posted of it is put right, nothing more is said. */
const unlessOver = ({ review }: CaseView): Pick<Drawn, 'onlyIfPosted'> =>
  review.stage === 'closed' && panelMet(review) === undefined ? { onlyIfPosted: true } : {};
