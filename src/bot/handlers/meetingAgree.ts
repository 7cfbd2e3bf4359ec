import { agreePlan } from '../../operations/meetingPlan.ts';
import { asShown, onCase, type VerbHandler } from '../verb.ts';

/** The plan is agreed: the meeting becomes part of the record and each owner gets a card. */
export const meetingAgree: VerbHandler<'meeting.agree'> = {
  matter: () => ({ is: 'meeting' }),
  ask: (parts, by, data) => agreePlan(parts.deps, { ...onCase(by, data), ...asShown(data) }),
};
