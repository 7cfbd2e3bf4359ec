import type { Doing, Subject } from '../../domain/authority.ts';
import { RETURN_KIND_WORDS } from '../../documents/plainWords.ts';
import { panelMet } from '../../domain/panel.ts';
import { formLabel } from '../../documents/procedureWords.ts';
import { updateInterval } from '../../domain/extensions.ts';
import { recommendationNumber } from '../../domain/steps/letterWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Person } from '../../domain/directory.ts';
import { agencyIdOf, answerersOf } from '../../domain/whoIsWho.ts';
import type { ToldClock } from '../../domain/told.ts';
import type { DialogParams } from '../verbs.ts';
import { mustBeFoundMet } from './decline.ts';
import { appealThings } from './possibleAppeal.ts';
import { letterThings } from './possibleLetters.ts';

/** One thing that may be done: the button, the dialog behind it, and the right it takes. */
export interface Possible {
  press: string;
  title: string;
  opens?: Partial<DialogParams>;
  doing: Doing;
  about?: Subject;
}
export interface Group {
  title: string;
  things: Possible[];
}

/** Every act that makes sense in this stage. Who may do it is asked apart; what the rule-book then says, it says. */
export function possibleNow(view: CaseView, person: Person): Group[] {
  const { stage } = view.review;
  const open = stage !== 'closed';
  return [
    { title: 'The application', things: stage === 'application' ? application(view) : [] },
    { title: 'Letters', things: letterThings(view) },
    { title: 'Agencies', things: open ? agencies(view, person) : [] },
    { title: 'The victim', things: open ? victim(view) : backInTouch(view) },
    { title: 'The panel', things: stage === 'review' ? panel(view) : [] },
    { title: 'Actions', things: actions(view) },
    { title: 'Appeal', things: appealThings(view) },
    { title: 'The case', things: ending(view) },
  ];
}

const dialog = (title: string, doing: Doing, opens: Partial<DialogParams>, about?: Subject): Possible => ({
  press: 'open',
  title,
  opens,
  doing,
  ...(about ? { about } : {}),
});

const application = (view: CaseView): Possible[] => [
  ...(undecided(view) ? [dialog('Decide the threshold', 'decideThreshold', { dialog: 'threshold' })] : []),
  dialog('Add a complaint', 'amendComplaints', { dialog: 'amendComplaints' }),
  ...(view.review.application?.with.applicant.role === 'representative'
    ? [dialog('Record the victim’s consent', 'recordConsent', { dialog: 'consent' })]
    : []),
  ...(undecided(view) && !mustBeFoundMet(view)
    ? [dialog('Decline the application', 'declineApplication', { dialog: 'decline' })]
    : []),
];
const undecided = ({ told, review }: CaseView): boolean =>
  told.threshold.decided === null && review.declined === undefined;

/** Dates for which the procedure gives more time, while there is any to give. */
export const extendableClocks = (view: CaseView): ToldClock[] =>
  view.told.clocks.filter(({ id, status }) => {
    const rule = view.policy.clocks.find((it) => it.id === id);
    return rule !== undefined && status === 'open' && updateInterval(rule, view.policy) !== null;
  });

function agencies(view: CaseView, person: Person): Possible[] {
  const asked = dialog(`Ask for ${formLabel(view)}`, 'requestReturns', { dialog: 'requestReturns' });
  const forms = view.review.requests
    .filter((one) => one.kind !== 'appeal')
    .slice(0, 10)
    .map((one) => {
      const agency = agencyIdOf(view.partnership, one.agency);
      const mine = answerersOf(view.partnership, agency).some((it) => it.id === person.id);
      const opens = { dialog: mine ? 'return' : 'readReturn', kind: one.kind, agency } as const;
      const title = `${mine ? 'Your form' : `Answer of ${one.agency}`} ${RETURN_KIND_WORDS[one.kind]}`;
      return dialog(title, 'seeReturn', opens, { agency: one.agency, kind: one.kind });
    });
  const pack: Possible[] =
    view.review.panelArranged && !view.review.packIssuedOn && panelMet(view.review) === undefined
      ? [{ press: 'verb:pack.issue', title: 'Send the pack to the panel', doing: 'issuePack' }]
      : [];
  return [asked, ...pack, ...forms];
}

const victim = (view: CaseView): Possible[] => [
  dialog('Record contact', 'contactVictim', { dialog: 'contact' }),
  dialog('Record the risk', 'assessRisk', { dialog: 'risk' }),
  ...(view.review.stage === 'review' ? [dialog('How the victim is heard', 'recordVoice', { dialog: 'voice' })] : []),
  ...(view.review.withdrawal === undefined
    ? [dialog('The applicant withdraws', 'recordWithdrawal', { dialog: 'recordWithdrawal' })]
    : []),
];

/** AMB-C6: a case closed for want of contact opens again when the victim is reached. */
const backInTouch = (view: CaseView): Possible[] =>
  view.review.closed?.as === 'no_contact'
    ? [dialog('The victim is in touch again', 'contactVictim', { dialog: 'contact' })]
    : [];

function panel(view: CaseView): Possible[] {
  if (!view.review.panelArranged)
    return [dialog('Find a time for the panel', 'proposeSlots', { dialog: 'proposeSlots' })];
  return [
    ...(view.workings.meeting
      ? []
      : [{ press: 'verb:meeting.open', title: 'Open the meeting', doing: 'runMeeting' } satisfies Possible]),
    dialog('Move the panel', 'movePanel', { dialog: 'movePanel' }),
    dialog('Call the panel off', 'cancelPanel', { dialog: 'cancelPanel' }),
  ];
}

function actions(view: CaseView): Possible[] {
  const { stage } = view.review;
  const open = view.review.actions.filter((one) => one.status === 'open');
  return [
    ...(stage === 'application'
      ? [dialog('Record an urgent action', 'addAction', { dialog: 'addAction', urgent: 'yes' })]
      : stage === 'review' || stage === 'plan'
        ? [dialog('Add an action', 'addAction', { dialog: 'addAction' })]
        : []),
    ...(open.length > 0 && stage !== 'closed'
      ? [dialog('Move the date of an action', 'moveAction', { dialog: 'moveAction' })]
      : []),
    ...view.review.recommendations
      .filter((one) => one.answer === undefined)
      .slice(0, 6)
      .map((one) =>
        dialog(
          `Answer recommendation ${recommendationNumber(view.review, one.id)}`,
          'answerRecommendation',
          { dialog: 'answerRecommendation', recommendation: one.id },
          { recommendation: one.id },
        ),
      ),
  ];
}

function ending(view: CaseView): Possible[] {
  const extendable = extendableClocks(view).length > 0;
  const calls = view.policy.clocks
    .filter(({ metBy }) => 'act' in metBy && metBy.act === 'follow_up')
    .map((it) => it.id);
  const followUp = view.told.clocks.some(
    ({ id, status }) => calls.includes(id) && status !== 'waiting' && status !== 'superseded',
  );
  return [
    ...(extendable ? [dialog('Ask for more time', 'extendClock', { dialog: 'extend' })] : []),
    ...(followUp ? [dialog('Record the follow-up', 'followUp', { dialog: 'followUp' })] : []),
    ...(view.review.stage === 'closed' ? [] : [dialog('Close the case', 'closeCase', { dialog: 'close' })]),
  ];
}
