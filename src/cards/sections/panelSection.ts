import { formatDay } from '../../calendar/isoDate.ts';
import { capital, counted, GUEST_WORDS, WAY_WORDS } from '../../documents/plainWords.ts';
import { gapWords, seatLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { openPartOf, waitsToBeTold, type Guest } from '../../domain/openPart.ts';
import { chairOf } from '../../domain/whoIsWho.ts';
import { say, type Markup } from '../escape.ts';
import type { Limits } from '../render.ts';
import type { Colour } from '../words.ts';
import { row, section, type Row, type Section } from './section.ts';
import { panelMet } from '../../domain/panel.ts';

const ANSWERS: Record<string, { words: string; colour: Colour }> = {
  accepted: { words: 'Comes', colour: 'Good' },
  declined: { words: 'Cannot come', colour: 'Attention' },
  tentative: { words: 'May come', colour: 'Warning' },
  none: { words: 'No answer yet', colour: 'Default' },
};

/** When the panel meets and how the invitees answered; after it, who sat. */
export function panelSection(view: CaseView, limits: Limits, open: boolean): Section | null {
  const words = panelWords(view);
  if (!words) return null;
  const rows = panelMet(view.review) ? seatRows(view) : view.review.stage === 'closed' ? [] : inviteeRows(view);
  return section('panel', say`Panel`, words, open, rows, limits.rows);
}

/** "Meets Tue 22 September 2026 at 10:00"; null before a panel is arranged. */
export function panelWords(view: CaseView): Markup | null {
  const { panelArranged } = view.review;
  const panelHeld = panelMet(view.review);
  if (panelHeld) return say`Met on ${formatDay(panelHeld.on)}. Chair: ${panelHeld.with.chair.name}.`;
  if (!panelArranged) return null;
  if (view.review.stage === 'closed') return say`It did not meet: the case was closed first.`;
  const { detail } = panelArranged;
  const length = detail ? detail.minutes + (openPartOf(view.review)?.minutes ?? 0) : 0;
  const at = detail ? ` at ${detail.startsAt} for ${counted(length, 'minute')}` : '';
  return say`Meets ${formatDay(panelArranged.with.for)}${at}.`;
}

/** Replies of the invitees. The victim is never named here, nor anybody whom the directory does not know. */
export function inviteeRows(view: CaseView): Row[] {
  const { panelArranged, invitations } = view.review;
  const invited = (panelArranged?.detail?.panel ?? []).flatMap(
    (id) => view.partnership.people.find((person) => person.id === id) ?? [],
  );
  const answerOf = (email: string, session: 'open' | 'closed') =>
    invitations.filter((one) => one.session === session && one.email.toLowerCase() === email.toLowerCase()).at(-1)
      ?.answer ?? 'none';
  const rows = invited.map((person) => {
    const answer = ANSWERS[answerOf(person.email, 'closed')] ?? { words: 'No answer yet', colour: 'Default' as const };
    const chairs = person.id === chairOf(view.review, view.partnership)?.id;
    const seat = chairs ? ' · Chair' : person.seat ? ` · ${seatLabel(view, person.seat)}` : '';
    return row(say`**${person.name}**${seat}`, say`${answer.words}`, answer.colour);
  });
  const guest = openPartOf(view.review)?.guest;
  if (!guest) return rows;
  const who = say`**${capital(GUEST_WORDS[guest.who])}** · open part only`;
  if (guest.email === null) return [...rows, row(who, say`${untold(view, guest)}`, 'Warning')];
  const answer = ANSWERS[answerOf(guest.email, 'open')] ?? { words: 'No answer yet', colour: 'Default' as const };
  return [...rows, row(who, say`${answer.words}`, answer.colour)];
}

/** A guest without an invitation by e-mail: told since the day was set, or still to be told. */
const untold = (view: CaseView, { by }: Guest): string =>
  waitsToBeTold(view.review)
    ? `No e-mail goes to them: tell them the day${by === null || by === 'email' ? '' : ` ${WAY_WORDS[by]}`}`
    : 'Told without e-mail';

function seatRows(view: CaseView): Row[] {
  const sat = (view.review.panelHeld?.with.attended ?? []).map((one) =>
    row(
      say`**${seatLabel(view, one.seat)}**`,
      say`${one.name ?? 'Present'}${one.inWriting ? ' (in writing)' : ''}`,
      'Good',
    ),
  );
  return [...sat, ...gapRows(view, view.told.panel.missing)];
}

/** Seats of the minimum that were not filled, and the two other conditions. */
export const gapRows = (view: CaseView, missing: readonly string[]): Row[] =>
  missing.map((gap) => row(say`**${gapWords(view, gap)}**`, say`Missing`, 'Attention'));
