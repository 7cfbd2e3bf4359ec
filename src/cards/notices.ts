import { formatDay } from '../calendar/isoDate.ts';
import type { Person } from '../domain/directory.ts';
import type { Effect } from '../domain/effects.ts';
import { joined, passage, say } from './escape.ts';
import { mailPage } from './mailPage.ts';
import { subjectOf } from './mailSubject.ts';
import type { Nudge } from './nudges/nudgeWords.ts';

type Told = Extract<Effect, { kind: 'notice' }>;

/** The words of a notice: the first sentence, which a locked screen may show, and what to do about it. */
export function noticeWords({ notice }: Told): Pick<Nudge, 'opening' | 'details'> {
  switch (notice.is) {
    case 'calendarEnds':
      return {
        opening: `Bank holidays are known to ${formatDay(notice.lastDay)} and no further.`,
        details: [
          'A case with a date beyond that day cannot be worked out. Please ask your IT colleagues to install the newest version of Convene before then.',
        ],
      };
    case 'calendarProvisional':
      return {
        opening: `Bank holidays are proclaimed to ${formatDay(notice.lastDay)}.`,
        details: [
          'Dates that rest on later days are worked out by the usual rule and marked provisional: a holiday that is moved or added would move them. Please ask your IT colleagues to install the version of Convene that holds the next years, once they are proclaimed.',
        ],
      };
    case 'looksLike':
      return {
        opening: `This application looks like ${notice.references.join(' and ')}.`,
        details: [
          'It names the same victim and the same days of incidents. Perhaps it was sent twice: please look at both and decide which goes on. Until then the dates of both run.',
        ],
      };
    case 'caseNotSwept':
      return {
        opening: 'What is due in this case could not be worked out today.',
        details: [
          'Reminders of this case did not go out. It is tried again tomorrow. Please look at its dates yourself, and tell your IT colleagues: the log names the fault.',
        ],
      };
    case 'held':
      return {
        opening: 'Something cannot go out at the moment.',
        details: [
          notice.why,
          'Nothing is lost: it is tried again at least every ten minutes, and goes out by itself, in its order, once this is mended. Every date still runs, so tell people another way where it is urgent.',
          'Write “undelivered” to Convene in Teams to see what waits.',
        ],
      };
    case 'notTold':
      return {
        opening: 'Something did not go out, and Convene could not tell you so in Teams.',
        details: [
          'Please tell the person another way where it is urgent: every date still runs. To see what it was, open the card of the case in its channel and choose More, or write “undelivered” to Convene.',
        ],
      };
  }
}

/** A notice as the text of a chat message and as an e-mail. */
export function noticeFor(
  effect: Told,
  to: Person,
  authority: string,
): { text: string; mail: { subject: string; html: string } } {
  const { opening, details } = noticeWords(effect);
  const head = effect.caseId === '' ? say`${opening}` : say`**${effect.caseId}**: ${opening}`;
  const subject =
    effect.caseId === ''
      ? 'Convene: something needs your attention'
      : subjectOf(effect.caseId, 'something needs your attention');
  const lines = [`Dear ${to.name},`, opening, ...details];
  return {
    text: joined([head, ...details.map((line) => passage(line, 600))], '\n\n').text,
    mail: {
      subject,
      html: mailPage(subject, [{ lines, press: null }], `Sent for ${authority}, which runs this ASB Case Review.`),
    },
  };
}
