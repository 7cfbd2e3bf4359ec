import { formatDay } from '../calendar/isoDate.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import type { Older } from '../domain/directoryOrder.ts';
import type { Effect } from '../domain/effects.ts';
import type { Notice } from '../domain/notices.ts';
import { joined, passage, say } from './escape.ts';
import { mailPage } from './mailPage.ts';
import { subjectOf } from './mailSubject.ts';
import type { Nudge } from './nudges/nudgeWords.ts';

type Told = Extract<Effect, { kind: 'notice' }>;
type Words = Pick<Nudge, 'opening' | 'details'>;

/** The words of a notice: the first sentence, which a locked screen may show, and what to do about it. */
export function noticeWords({ notice }: Told, directory: Partnership): Words {
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
    case 'recordAltered':
      return {
        opening: 'The record of this case was changed outside Convene.',
        details: [
          'It is not as Convene wrote it, so nothing of the case is shown, done or sent until it has been looked at. Please keep any papers you have, and tell your IT colleagues and your data protection officer today: “convene rebuild” says whether the events themselves are whole.',
        ],
      };
    case 'nightFailed':
      return {
        opening: 'The nightly look at some cases could not be finished.',
        details: [
          `Answers to invitations and the people in the channel were not all read in ${notice.cases.join(', ')}. They are looked at again tomorrow night. If this comes again, tell your IT colleagues: the log names the fault.`,
        ],
      };
    case 'eventGone':
      return {
        opening: `The calendar event of ${SESSION[notice.session]} is gone: it was deleted or called off in Outlook.`,
        details: [
          'The panel still stands in the record. If it is to meet, press “Move it” on the panel’s card and save, for the same day or another: a new event is made and everybody is invited again. If it is not, call it off in Convene, so that the record says so.',
        ],
      };
    case 'eventMadeAnew':
      return {
        opening: `A new calendar event was made for ${SESSION[notice.session]}.`,
        details: [
          'The one before could not be moved: it had been deleted or called off in Outlook. Everybody has been invited again; answers given before are no longer there.',
        ],
      };
    case 'channelDrift':
      return driftWords(notice, directory);
    case 'olderDirectory':
      return {
        opening: 'A partnership file that is older than the directory in force was not taken.',
        details: [
          `${OLDER[notice.why]} Convene goes on with the newer directory. If the file is meant, raise its version above that of the directory in force and start Convene again.`,
        ],
      };
    case 'notReconciled':
      return {
        opening: 'What the new directory means for this case could not be worked out.',
        details: [
          'Who left may still be in its channel or invitations. It is tried again tomorrow. Please look at them yourself, and tell your IT colleagues: the log names the fault.',
        ],
      };
    case 'placesTaken':
      return placesWords(notice, directory);
  }
}

const SESSION = { open: 'the open session with the victim', closed: 'the panel' };
const OLDER: Record<Older, string> = {
  lowerVersion: 'Its version is lower.',
  sameVersion: 'It bears the same version and says something else.',
  noVersion: 'It bears no version, and the directory in force does.',
  seenBefore: 'It was in force before and has been replaced since.',
};

function driftWords({ strangers, missing }: Extract<Notice, { is: 'channelDrift' }>, directory: Partnership): Words {
  const count = strangers === 1 ? 'One person stands' : `${String(strangers)} people stand`;
  const names = missing.map((id) => nameOf(id, directory)).join(', ');
  return {
    opening: 'Who is in the channel of this case is not who takes part in it.',
    details: [
      ...(strangers === 0
        ? []
        : [
            `${count} in it without a part in the case: added by hand in Teams. Please look under “Manage channel”, and take out who should not read this case.`,
          ]),
      ...(missing.length === 0
        ? []
        : [`Not in it, though they take part: ${names}. Please add them under “Manage channel”.`]),
    ],
  };
}

function placesWords(
  { actions, panel, chairLeft }: Extract<Notice, { is: 'placesTaken' }>,
  directory: Partnership,
): Words {
  return {
    opening: 'Somebody with a place in this case is no longer in the directory.',
    details: [
      ...actions.map(({ action, by }) => `Action ${action} is now with ${nameOf(by, directory)}.`),
      ...(panel
        ? ['The invitations to the panel go to those who are still in the directory, and to whoever took a place over.']
        : []),
      ...(chairLeft
        ? ['The chair of the coming panel has left. Please choose another with “Move it” on the panel’s card.']
        : []),
    ],
  };
}

const nameOf = (id: string, directory: Partnership): string =>
  directory.people.find((person) => person.id === id)?.name ?? 'somebody who has left since';

/** A notice as the text of a chat message and as an e-mail. */
export function noticeFor(
  effect: Told,
  to: Person,
  directory: Partnership,
): { text: string; mail: { subject: string; html: string } } {
  const { opening, details } = noticeWords(effect, directory);
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
      html: mailPage(
        subject,
        [{ lines, press: null }],
        `Sent for ${directory.authority.name}, which runs this ASB Case Review.`,
      ),
    },
  };
}
