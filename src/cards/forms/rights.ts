import { mayAct, type Doing, type Subject } from '../../domain/authority.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Form, FormContext } from './form.ts';

/** What each dialog is for: whoever may not do that is told so before anything of the case is shown. `null`: any member of the case. */
const DOING: Record<Form['name'], Doing | null> = {
  application: 'openCase',
  consent: 'recordConsent',
  amendComplaints: 'amendComplaints',
  safeguarding: 'openSafeguardingReview',
  decline: 'declineApplication',
  letter: 'sendLetter',
  threshold: 'decideThreshold',
  requestReturns: 'requestReturns',
  return: 'seeReturn',
  readReturn: 'seeReturn',
  risk: 'assessRisk',
  contact: 'contactVictim',
  voice: 'recordVoice',
  extend: 'extendClock',
  proposeSlots: 'proposeSlots',
  movePanel: 'movePanel',
  cancelPanel: 'cancelPanel',
  attendance: 'runMeeting',
  captureAction: 'runMeeting',
  recommendation: 'runMeeting',
  findings: 'runMeeting',
  addAction: 'addAction',
  moveAction: 'moveAction',
  actionDelayed: 'reportAction',
  actionNotViable: 'reportAction',
  reportAction: 'reportAction',
  answerRecommendation: 'answerRecommendation',
  followUp: 'followUp',
  receiveAppeal: 'receiveAppeal',
  passOnAppeal: 'passOnAppeal',
  assignAppeal: 'assignAppeal',
  handOverAppeal: 'handOverAppeal',
  hearAppeal: 'hearAppeal',
  decideAppeal: 'decideAppeal',
  close: 'closeCase',
  explain: null,
  more: null,
};

/** Dialogs that need no case: they open one. */
export const opensCase = (name: Form['name']): boolean => name === 'application' || name === 'safeguarding';

/** Why this person may not use this form in this case; null where they may. The operations ask again when it is sent. */
export function notAllowed(form: Form, ctx: FormContext): Refusal | null {
  const doing = DOING[form.name];
  return doing === null ? null : mayAct(ctx.person, doing, ctx.view?.review ?? null, ctx.partnership, subjectOf(ctx));
}

const subjectOf = ({ params }: FormContext): Subject => ({
  ...(params.agency === undefined ? {} : { agency: params.agency }),
  ...(params.action === undefined ? {} : { action: params.action }),
  ...(params.recommendation === undefined ? {} : { recommendation: params.recommendation }),
});
