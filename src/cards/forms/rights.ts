import type { Doing, Subject } from '../../domain/authority.ts';
import type { Want } from '../../domain/gate.ts';
import type { DialogParams } from '../verbs.ts';
import type { Form } from './form.ts';

/** What each dialog is for: whoever may not do that is told so before anything of the case is shown. */
const DOING: Record<Form['name'], Doing> = {
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
  recordWithdrawal: 'recordWithdrawal',
  close: 'closeCase',
  explain: 'seeCase',
  more: 'seeCase',
  undelivered: 'mendDelivery',
};

/** What a dialog that needs no case opens one by; null for every other. */
export const opensCase = (name: Form['name']): 'openCase' | 'openSafeguardingReview' | null =>
  name === 'application' ? 'openCase' : name === 'safeguarding' ? 'openSafeguardingReview' : null;

/** What this form wants of its case. The operations ask again when it is sent. */
export const wantOfForm = ({ name }: Form, params: DialogParams): Want => ({
  doing: DOING[name],
  about: subjectOf(params),
});

const subjectOf = ({ agency, kind, action, recommendation }: DialogParams): Subject => ({
  agency,
  kind,
  action,
  recommendation,
});
