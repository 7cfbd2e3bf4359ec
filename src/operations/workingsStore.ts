import type { CaseView } from '../domain/caseView.ts';
import { MeetingWorkingsSchema, ProposedSlotsSchema } from '../domain/workings.ts';
import type { Db, Tx } from '../store/database.ts';
import { getDraft } from '../store/drafts.ts';

/** Where the work in hand of a case is kept until an act makes it part of the record. */
export const workingsKeys = {
  slots: (caseId: string) => `slots/${caseId}`,
  meeting: (caseId: string) => `meeting/${caseId}`,
  return: (caseId: string, kind: string, agencyId: string) => `return/${caseId}/${kind}/${agencyId}`,
};

/** The proposals and the meeting in hand. What an earlier release saved in another shape is passed over. */
export async function loadWorkings(at: Db | Tx, caseId: string): Promise<CaseView['workings']> {
  const slots = await getDraft(at, workingsKeys.slots(caseId));
  const meeting = await getDraft(at, workingsKeys.meeting(caseId));
  const parsedSlots = ProposedSlotsSchema.safeParse(slots?.body);
  const parsedMeeting = MeetingWorkingsSchema.safeParse(meeting?.body);
  return {
    ...(parsedSlots.success ? { slots: parsedSlots.data } : {}),
    ...(parsedMeeting.success && meeting !== null
      ? { meeting: parsedMeeting.data, meetingVersion: meeting.version }
      : {}),
  };
}
