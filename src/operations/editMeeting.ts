import { formatDay } from '../calendar/isoDate.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { Wants } from '../domain/gate.ts';
import { lanes, type Effect } from '../domain/effects.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { MeetingWorkingsSchema, type MeetingWorkings } from '../domain/workings.ts';
import type { Tx } from '../store/database.ts';
import { getDraft, putDraft } from '../store/drafts.ts';
import { changeCase, stale, type Change } from './changeCase.ts';
import type { Deps, Outcome } from './deps.ts';
import { tooLarge } from './limits.ts';
import type { Press } from './pressKey.ts';
import type { Standing } from './standing.ts';
import { workingsKeys } from './workingsStore.ts';
import { panelMet } from '../domain/panel.ts';

export interface MeetingAsk {
  caseId: string;
  person: Person;
  /** Version of the meeting's workings that was on the screen (`workings.meetingVersion`): two at once are noticed. */
  expect?: number;
  press?: Press;
}

/** Makes the meeting's workings, where the panel may meet today. Finds them where they stand already. */
export async function openedMeeting(
  deps: Deps,
  ask: MeetingAsk,
  make: (standing: Standing) => MeetingWorkings,
): Promise<Outcome<CaseView>> {
  return changeCase(deps, { ...ask, wants: RUN }, async (standing, tx): Promise<Change> => {
    const refused = mayOpen(standing, deps.today());
    if (refused !== null) return { kind: 'refused', refusal: refused };
    if ((await getDraft(tx, workingsKeys.meeting(ask.caseId))) !== null) return { kind: 'nothing' };
    return saved(tx, ask, make(standing), 0);
  });
}

/**
 * One edit of the meeting in hand. The case is locked meanwhile, so no edit is lost; `expect` notices an edit made on an
 * older screen. The edit answers with the new workings, a refusal, or null for nothing to change.
 */
export async function editMeeting(
  deps: Deps,
  ask: MeetingAsk,
  edit: (meeting: MeetingWorkings, standing: Standing) => MeetingWorkings | Refusal | null,
): Promise<Outcome<CaseView>> {
  return changeCase(deps, { ...ask, wants: RUN }, async (standing, tx): Promise<Change> => {
    const draft = await getDraft(tx, workingsKeys.meeting(ask.caseId));
    const meeting = MeetingWorkingsSchema.safeParse(draft?.body);
    if (draft === null || !meeting.success) return { kind: 'refused', refusal: notOpen() };
    if (ask.expect !== undefined && ask.expect !== draft.version) return { kind: 'refused', refusal: stale() };
    const next = edit(meeting.data, standing);
    if (next === null) return { kind: 'nothing' };
    if ('code' in next) return { kind: 'refused', refusal: next };
    const large = tooLarge(next);
    if (large !== null)
      return { kind: 'refused', refusal: refusal('bad_input', 'capability 29', large.text, large.field) };
    return saved(tx, ask, next, draft.version);
  });
}

async function saved(tx: Tx, ask: MeetingAsk, meeting: MeetingWorkings, before: number): Promise<Change> {
  const key = workingsKeys.meeting(ask.caseId);
  const version = await putDraft(tx, key, ask.caseId, ask.person.id, meeting, before);
  if (version === null) return { kind: 'refused', refusal: stale() };
  return { kind: 'change', events: [], effects: (record) => [meetingCard(ask.caseId, record, version)] };
}

/** The shared card follows the meeting in hand, so that everyone in the room sees the same point. */
const meetingCard = (caseId: string, record: number, version: number): Effect => ({
  kind: 'card',
  key: `card/${caseId}/meeting/w${version}/v${record}`,
  lane: lanes.space(caseId),
  caseId,
  matter: { is: 'meeting' },
});

const RUN: Wants = [{ doing: 'runMeeting' }];

function mayOpen({ review }: Standing, today: string): Refusal | null {
  if (panelMet(review) !== undefined) return refusal('already_done', 'capability 29', 'This panel has met.');
  if (review.stage === 'closed') return refusal('closed', 'capability 29', 'The case is closed.');
  const meets = review.panelArranged?.with.for;
  if (meets === undefined) return refusal('not_yet', 'capability 29', 'No panel is arranged yet.');
  return today < meets
    ? refusal('not_yet', 'capability 29', `The panel meets on ${formatDay(meets)}. Open the meeting on that day.`)
    : null;
}

const notOpen = () => refusal('not_yet', 'capability 29', 'The meeting is not open.');
