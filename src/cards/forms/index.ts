import type { Dialog } from '../verbs.ts';
import { actionDelayed } from './actionDelayed.ts';
import { actionNotViable } from './actionNotViable.ts';
import { addAction } from './addAction.ts';
import { amendComplaints } from './amendComplaints.ts';
import { answerRecommendation } from './answerRecommendation.ts';
import { application } from './application.ts';
import { assignAppeal } from './assignAppeal.ts';
import { attendance } from './attendance.ts';
import { cancelPanel } from './cancelPanel.ts';
import { captureAction } from './captureAction.ts';
import { close } from './close.ts';
import { consent } from './consent.ts';
import { contact } from './contact.ts';
import { decideAppeal } from './decideAppeal.ts';
import { decline } from './decline.ts';
import { explain } from './explain.ts';
import { extend } from './extend.ts';
import { findings } from './findings.ts';
import { followUp } from './followUp.ts';
import type { Form } from './form.ts';
import { handOverAppeal } from './handOverAppeal.ts';
import { hearAppeal } from './hearAppeal.ts';
import { letter } from './letter.ts';
import { more } from './more.ts';
import { moveAction } from './moveAction.ts';
import { movePanel } from './movePanel.ts';
import { passOnAppeal } from './passOnAppeal.ts';
import { proposeSlots } from './proposeSlots.ts';
import { readReturn } from './readReturn.ts';
import { receiveAppeal } from './receiveAppeal.ts';
import { recommendation } from './recommendation.ts';
import { recordWithdrawal } from './recordWithdrawal.ts';
import { requestReturns } from './requestReturns.ts';
import { agencyReturn } from './return.ts';
import { risk } from './risk.ts';
import { safeguarding } from './safeguarding.ts';
import { threshold } from './threshold.ts';
import { undelivered } from './undelivered.ts';
import { voice } from './voice.ts';

/** Every dialog of the bot by its name. */
export const FORMS: Record<Dialog, Form> = {
  application,
  consent,
  amendComplaints,
  safeguarding,
  decline,
  letter,
  threshold,
  requestReturns,
  return: agencyReturn,
  readReturn,
  risk,
  contact,
  voice,
  extend,
  proposeSlots,
  movePanel,
  cancelPanel,
  attendance,
  captureAction,
  recommendation,
  findings,
  addAction,
  moveAction,
  actionDelayed,
  actionNotViable,
  answerRecommendation,
  followUp,
  receiveAppeal,
  passOnAppeal,
  assignAppeal,
  handOverAppeal,
  hearAppeal,
  decideAppeal,
  recordWithdrawal,
  close,
  explain,
  more,
  undelivered,
};
