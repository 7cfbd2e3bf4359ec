import type { Verb } from '../../cards/verbs.ts';
import type { VerbHandler } from '../verb.ts';
import { actionDone } from './actionDone.ts';
import { caseRefresh } from './caseRefresh.ts';
import { meetingAgree } from './meetingAgree.ts';
import { meetingBack } from './meetingBack.ts';
import { meetingDropAction } from './meetingDropAction.ts';
import { meetingNext } from './meetingNext.ts';
import { meetingOpen } from './meetingOpen.ts';
import { meetingStart } from './meetingStart.ts';
import { packIssue } from './packIssue.ts';
import { returnNil } from './returnNil.ts';
import { slotPick } from './slotPick.ts';

/** The verbs that ask something of a case. `help.topic` asks nothing and is answered in cardAction. */
export const VERB_HANDLERS: { [V in Exclude<Verb, 'help.topic'>]: VerbHandler<V> } = {
  'case.refresh': caseRefresh,
  'return.nil': returnNil,
  'action.done': actionDone,
  'slot.pick': slotPick,
  'pack.issue': packIssue,
  'meeting.open': meetingOpen,
  'meeting.start': meetingStart,
  'meeting.next': meetingNext,
  'meeting.back': meetingBack,
  'meeting.dropAction': meetingDropAction,
  'meeting.agree': meetingAgree,
};
