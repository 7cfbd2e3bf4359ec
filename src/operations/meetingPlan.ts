import { DaySchema } from '../calendar/isoDate.ts';
import type { CaseView } from '../domain/caseView.ts';
import { managerIsHeadOfService } from '../domain/chains.ts';
import type { Wants } from '../domain/gate.ts';
import { agreedFrom, heldFrom } from '../domain/meetingDeeds.ts';
import { refusal } from '../domain/refusals.ts';
import { agencyNameOf, personOf } from '../domain/whoIsWho.ts';
import { MeetingWorkingsSchema, type MeetingWorkings } from '../domain/workings.ts';
import { deleteDraft, getDraft } from '../store/drafts.ts';
import { changeCase, stale, type Change } from './changeCase.ts';
import type { Deps, Outcome } from './deps.ts';
import { editMeeting, type MeetingAsk } from './editMeeting.ts';
import { notStarted, unknownPerson } from './meeting.ts';
import { parseDeed, type Deed } from './parseDeed.ts';
import { decideAll } from './perform.ts';
import { workingsKeys } from './workingsStore.ts';

export interface CapturedAction {
  /** Given to change an action captured before. */
  id?: string;
  title: string;
  /** Person id of the one owner. */
  ownerPerson: string;
  dueOn: string;
  interim?: boolean;
  tellVictim?: boolean;
}

/** Captures one action with one owner and one date. The owner's agency and line manager come from the directory. */
export async function captureAction(
  deps: Deps,
  ask: MeetingAsk & { action: CapturedAction },
): Promise<Outcome<CaseView>> {
  return editMeeting(deps, ask, (meeting, { partnership, review }) => {
    if (!meeting.started) return notStarted();
    const { ownerPerson, interim, tellVictim } = ask.action;
    const title = ask.action.title.trim();
    const owner = personOf(partnership, ownerPerson);
    if (title === '') return refusal('bad_input', 'capability 31', 'Say what will be done.', 'title');
    if (owner === undefined) return unknownPerson('ownerPerson');
    const day = DaySchema.safeParse(ask.action.dueOn);
    if (!day.success) return refusal('bad_input', 'capability 31', 'Give the day by which it is done.', 'dueOn');
    if (day.data < deps.today())
      return refusal('bad_input', 'capability 31', 'Give a day that has not passed yet.', 'dueOn');
    const used = [...review.actions, ...meeting.actions].map((it) => it.id);
    const id = meeting.actions.some((it) => it.id === ask.action.id) ? (ask.action.id ?? '') : nextId(used);
    const action: MeetingWorkings['actions'][number] = {
      id,
      title,
      owner: owner.name,
      ownerPerson: owner.id,
      agency: agencyNameOf(partnership, owner.agency),
      dueOn: day.data,
      ...(interim === undefined ? {} : { interim }),
      ...(tellVictim === undefined ? {} : { tellVictim }),
      ...(managerIsHeadOfService(owner, partnership) ? { managerIsHeadOfService: true } : {}),
    };
    const others = meeting.actions.filter((it) => it.id !== id);
    return { ...meeting, actions: [...others, action].sort((a, b) => Number(a.id) - Number(b.id)) };
  });
}

/** Takes a captured action out again. One that is not there changes nothing. */
export async function dropAction(deps: Deps, ask: MeetingAsk & { action: string }): Promise<Outcome<CaseView>> {
  return editMeeting(deps, ask, (meeting) => {
    const actions = meeting.actions.filter((it) => it.id !== ask.action);
    return actions.length === meeting.actions.length ? null : { ...meeting, actions };
  });
}

/** A recommendation to a body (STAT-7), by the agency's id or name. */
export async function addRecommendation(
  deps: Deps,
  ask: MeetingAsk & { to: string; text: string },
): Promise<Outcome<CaseView>> {
  return editMeeting(deps, ask, (meeting, { partnership, review }) => {
    if (!meeting.started) return notStarted();
    const text = ask.text.trim();
    const to = agencyNameOf(partnership, ask.to.trim());
    if (to === '') return refusal('bad_input', 'STAT-7', 'Say to which body it is addressed.', 'to');
    if (text === '') return refusal('bad_input', 'STAT-7', 'Say what is recommended.', 'text');
    const id = `r${nextId([...review.recommendations, ...meeting.recommendations].map((it) => it.id.slice(1)))}`;
    return { ...meeting, recommendations: [...meeting.recommendations, { id, to, text }] };
  });
}

/** What the panel found, in its own words. */
export async function setFindings(deps: Deps, ask: MeetingAsk & { findings: string }): Promise<Outcome<CaseView>> {
  return editMeeting(deps, ask, (meeting) => ({ ...meeting, findings: ask.findings.trim() }));
}

/** The panel is recorded as held and its plan as agreed, together. The workings become the record. */
export async function agreePlan(deps: Deps, ask: MeetingAsk & { expectVersion?: number }): Promise<Outcome<CaseView>> {
  const wants: Wants = [{ doing: 'holdPanel' }, { doing: 'agreePlan' }];
  return changeCase(deps, { ...ask, wants }, async (standing, tx): Promise<Change> => {
    const key = workingsKeys.meeting(ask.caseId);
    const draft = await getDraft(tx, key);
    const meeting = MeetingWorkingsSchema.safeParse(draft?.body);
    // A second click after the plan stands is no error.
    if (draft === null && standing.review.planAgreedOn !== undefined) return { kind: 'nothing' };
    if (draft === null || !meeting.success || !meeting.data.started) return { kind: 'refused', refusal: notStarted() };
    if (ask.expect !== undefined && ask.expect !== draft.version) return { kind: 'refused', refusal: stale() };
    const deeds: Deed[] = [];
    const wanted: Deed[] = [
      { act: 'holdPanel', ...heldFrom(meeting.data) },
      { act: 'agreePlan', with: agreedFrom(meeting.data) },
    ];
    for (const deed of wanted) {
      const parsed = parseDeed(deed);
      if (!parsed.ok) return { kind: 'refused', refusal: parsed.refusal };
      deeds.push(parsed.deed);
    }
    const change = decideAll(deps, standing, ask.person, deeds);
    if (change.kind !== 'change') return change;
    return {
      ...change,
      alsoIn: async (within) => {
        await deleteDraft(within, key);
        await deleteDraft(within, workingsKeys.slots(ask.caseId));
      },
    };
  });
}

/** The next number no action bears yet, interim ones before the meeting included. */
function nextId(used: string[]): string {
  return String(Math.max(0, ...used.map(Number).filter(Number.isInteger)) + 1);
}
