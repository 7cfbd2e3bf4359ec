import type { Day } from '../calendar/isoDate.ts';
import type { With } from './acts.ts';
import { openAppeal } from './appealStanding.ts';
import type { CaseReview, Command } from './caseReview.ts';
import { byWords, seniorsWho } from './consent.ts';
import { deciderFault } from './deciders.ts';
import type { Partnership } from './directory.ts';
import { PANEL_LETTERS } from './letters.ts';
import { refusal, type Refusal } from './refusals.ts';
import { agencyOf, personOf } from './whoIsWho.ts';

/** Acts that go on after a case is closed: its last letters, the call back, what recommendations came to, and appeals. */
const AFTER_CLOSING = new Set<Command['act']>([
  'sendLetter',
  'followUp',
  'answerRecommendation',
  'contactVictim',
  'recordConsent',
  'receiveAppeal',
  'passOnAppeal',
  'assignAppeal',
  'handOverAppeal',
  'hearAppeal',
  'decideAppeal',
]);

/**
 * What the product asks for beyond the rule-book, before an act is decided: days that can be true, people and agencies
 * that the directory knows, nothing said twice. A worked case is free of these: it may tell what nobody would type.
 */
export function guard(command: Command, review: CaseReview | null, partnership: Partnership): Refusal | null {
  if (review?.stage === 'closed' && !staysOpenTo(command, review))
    return refusal('closed', 'capability 50', 'The case is closed. Nothing more can be recorded here.');
  switch (command.act) {
    case 'receiveApplication':
      return (
        future(command.with.madeOn, command.on, 'madeOn') ??
        consentFault(command.with.consent, command.on, partnership, 'consent') ??
        complaints(command.with.complaints, [], command.on)
      );
    case 'decideThreshold':
      return deciderFault(command, partnership) ?? secondHand(command);
    case 'declineApplication':
    case 'closeCase':
      return secondHand(command);
    case 'amendComplaints':
      return complaints(command.with.complaints, review?.complaints ?? [], command.on);
    case 'recordConsent':
      return consentFault(command.with, command.on, partnership, '');
    case 'sendLetter':
      return future(command.with.receivedOn, command.on, 'receivedOn') ?? toPanel(command, review);
    case 'requestReturns':
      return agencies(command.with.agencies, partnership);
    case 'arrangePanel':
      return past(command.with.for, command.on, 'for') ?? people(command.detail?.panel ?? [], partnership);
    case 'holdPanel':
      return review?.stage === 'plan'
        ? refusal('already_done', 'capability 29', 'This panel has met and is on record.')
        : null;
    case 'agreePlan':
      return first(command.with.actions, (action, index) =>
        newAction(action, command, review, partnership, `actions.${index}.`),
      );
    case 'addAction':
      return newAction(command.with, command, review, partnership, '');
    case 'moveAction':
      return past(command.with.dueOn, command.on, 'dueOn');
    case 'reportAction':
      return command.with.status === 'delayed' && (command.with.note ?? '').trim() === ''
        ? refusal('reason_missing', 'HER-10.1', 'Say why the action is late and when it will be done.', 'note')
        : future(command.with.doneOn, command.on, 'doneOn');
    case 'receiveAppeal':
      return (
        future(command.with.madeOn, command.on, 'madeOn') ??
        future(command.with.toldOn, command.on, 'toldOn') ??
        consentFault(command.with.consent, command.on, partnership, 'consent')
      );
    case 'assignAppeal':
      return tookPart(command, review);
    case 'passOnAppeal':
    case 'hearAppeal':
    case 'decideAppeal':
      return onceInAppeal(command, review);
    default:
      return null;
  }
}

/** A letter to the panel is brought to its members: without any, or without words, nothing would go. */
function toPanel({ with: { letter }, detail }: Command<'sendLetter'>, review: CaseReview | null): Refusal | null {
  if (!PANEL_LETTERS.includes(letter) || review === null) return null;
  const members = [
    ...(review.panelHeld?.detail?.attendedPersons ?? []),
    ...(review.panelArranged?.detail?.panel ?? []),
  ];
  if (members.length === 0)
    return refusal(
      'not_yet',
      'capability 32',
      'No member of the panel is on record, so there is nobody to send it to.',
    );
  return letter === 'planDraft' && (detail?.draft ?? '').trim() === ''
    ? refusal('bad_input', 'SHR-4.1', 'Write the draft that the panel is to look at.', 'draft')
    : null;
}

/** Two signatures are two people's: who records it cannot be the only one who approves. */
function secondHand(command: Command<'decideThreshold' | 'declineApplication' | 'closeCase'>): Refusal | null {
  const { by } = command;
  const approvers = command.with.approvedBy ?? [];
  const rule = command.act === 'closeCase' ? 'STAT-13' : 'AMB-B8';
  return by !== undefined && approvers.length > 0 && approvers.every((it) => it.name.trim() === by.name)
    ? refusal('second_approver_missing', rule, 'Somebody other than you must approve this.', 'approvedBy')
    : null;
}

/** AMB-D6, AMB-D10: whoever decided on the threshold, chaired or sat on the panel took part, whatever is ticked; the second too. */
function tookPart({ with: { decider }, detail }: Command<'assignAppeal'>, review: CaseReview | null): Refusal | null {
  if (review === null) return null;
  const held = review.panelHeld;
  const names = [held?.with.chair.name, ...(held?.with.attended ?? []).map((it) => it.name)];
  const decided = review.decisions.flatMap((it) => it.detail?.deciders ?? []);
  const ids = [...decided, ...(held?.detail?.attendedPersons ?? [])];
  const part = (id: string | undefined, name: string): boolean =>
    names.includes(name.trim()) || (id !== undefined && ids.includes(id));
  const refused = (text: string, field: string) => refusal('decider_not_independent', 'AMB-D6', text, field);
  if (decider.independent === true && part(detail?.decider, decider.name))
    return refused(
      'This person decided in this case or sat on its panel, so they took part in it.',
      'decider.independent',
    );
  if (detail?.decider !== undefined && decided.includes(detail.decider) && decider.second === undefined)
    return refused(
      'This person decided on the threshold of this case. Somebody else must decide the appeal.',
      'decider.name',
    );
  return decider.second !== undefined && part(detail?.second, decider.second.name)
    ? refused('The second decider took part in this case. Name somebody who did not.', 'decider.second.name')
    : null;
}

/** Each step of an appeal once; an appeal that is decided takes no more of them. */
function onceInAppeal({ act }: Command, review: CaseReview | null): Refusal | null {
  const appeal = review?.appeals.at(-1);
  const done =
    appeal?.decided !== undefined ||
    (act === 'passOnAppeal' && appeal?.passedOn !== undefined) ||
    (act === 'hearAppeal' && appeal?.heardOn !== undefined);
  return done ? refusal('already_done', 'capability 51', 'This step of the appeal is on record already.') : null;
}

/** Acts of an appeal go on after the closing, and the decision that an appeal sent back with what must come before it. */
const staysOpenTo = ({ act, with: carried }: Command, review: CaseReview): boolean =>
  AFTER_CLOSING.has(act) ||
  (['requestReturns', 'recordReturn'].includes(act) && isAppeal(carried)) ||
  (act === 'extendClock' && openAppeal(review) !== undefined) ||
  (['decideThreshold', 'assessRisk'].includes(act) &&
    ['referred_back', 'upheld'].includes(review.appeals.at(-1)?.decided?.with.result ?? ''));
const isAppeal = (carried: Command['with']): boolean =>
  typeof carried === 'object' && 'kind' in carried && carried.kind === 'appeal';

type Complaints = With<'amendComplaints'>['complaints'];

function complaints(given: Complaints, standing: Complaints, today: Day): Refusal | null {
  const refs = new Set([...standing, ...given].map((it) => it.ref));
  return first(given, (it, index) => {
    const at = `complaints.${index}`;
    if (given.findIndex((other) => other.ref === it.ref) !== index)
      return bad(`${at}.ref`, 'Two incidents have the same name. Give each its own.');
    if (it.sameIncidentAs !== undefined && (!refs.has(it.sameIncidentAs) || it.sameIncidentAs === it.ref))
      return bad(`${at}.sameIncidentAs`, 'Choose another incident of this application.');
    return (
      future(it.occurredOn, today, `${at}.occurredOn`) ??
      first(it.reports, (report, which) =>
        report.on < it.occurredOn
          ? bad(`${at}.reports.${which}.on`, 'It was reported before it happened. Check both dates.')
          : future(report.on, today, `${at}.reports.${which}.on`),
      )
    );
  });
}

function agencies(given: With<'requestReturns'>['agencies'], partnership: Partnership): Refusal | null {
  return first(given, (it, index) =>
    it.body === 'applicant' || agencyOf(partnership, it.name)?.name === it.name
      ? null
      : refusal(
          'unknown_agency',
          'capability 61',
          'This agency is not in the directory, so nobody there can be asked.',
          `agencies.${index}.name`,
        ),
  );
}

function newAction(
  action: With<'addAction'>,
  command: Command<'addAction' | 'agreePlan'>,
  review: CaseReview | null,
  partnership: Partnership,
  at: string,
): Refusal | null {
  if (review?.actions.some((it) => it.id === action.id) === true)
    return refusal('already_done', 'capability 31', 'There is an action of this number already.', `${at}id`);
  if (!partnership.people.some((person) => person.name === action.owner))
    return refusal('unknown_person', 'capability 33', 'Choose the owner from the directory.', `${at}owner`);
  return past(action.dueOn, command.on, `${at}dueOn`);
}

const people = (ids: string[], partnership: Partnership): Refusal | null =>
  ids.every((id) => personOf(partnership, id) !== undefined)
    ? null
    : refusal('unknown_person', 'capability 61', 'Somebody invited is not in the directory.', 'panel');

/** The day has come; and who goes on without consent is a senior person whom the directory knows (AMB-E8). */
function consentFault(
  consent: With<'recordConsent'> | undefined,
  today: Day,
  partnership: Partnership,
  at: string,
): Refusal | null {
  const under = at === '' ? '' : `${at}.`;
  if (consent === undefined) return null;
  if ('on' in consent) return future(consent.on, today, `${under}on`);
  return seniorsWho(partnership).some((person) => byWords(person) === consent.by)
    ? null
    : refusal(
        'unknown_person',
        'AMB-E8',
        'Say which senior person of the directory decided that the victim’s consent is not asked for. Without that the application is taken, and consent can be recorded later.',
        `${under}by`,
      );
}

const bad = (field: string, text: string): Refusal => refusal('bad_input', 'capability 3', text, field);
const future = (day: Day | undefined, today: Day, field: string): Refusal | null =>
  day !== undefined && day > today ? bad(field, 'This day has not come yet. Check the date.') : null;
const past = (day: Day, today: Day, field: string): Refusal | null =>
  day < today ? bad(field, 'This day has passed. Choose today or a later day.') : null;

function first<T>(all: T[], check: (it: T, index: number) => Refusal | null): Refusal | null {
  for (const [index, it] of all.entries()) {
    const found = check(it, index);
    if (found !== null) return found;
  }
  return null;
}
