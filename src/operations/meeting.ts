import type { CaseView } from '../domain/caseView.ts';
import { agendaOf } from '../domain/agenda.ts';
import { decide } from '../domain/decide/index.ts';
import { heldFrom } from '../domain/meetingDeeds.ts';
import { asChair, chairFor } from '../domain/panelPeople.ts';
import { refusal } from '../domain/refusals.ts';
import { agencyOf, personOf } from '../domain/whoIsWho.ts';
import type { MeetingWorkings } from '../domain/workings.ts';
import { stale } from './changeCase.ts';
import { openedMeeting, editMeeting, type MeetingAsk } from './editMeeting.ts';
import type { Deps, Outcome } from './deps.ts';

/** Opens the chair's card on the day of the panel. A second click finds it open. */
export async function openMeeting(deps: Deps, ask: MeetingAsk): Promise<Outcome<CaseView>> {
  return openedMeeting(deps, ask, ({ review, partnership }) => {
    const named = review.panelArranged?.with.chair;
    const person =
      named === undefined ? chairFor(partnership) : partnership.people.find((it) => it.name === named.name);
    const chair = named ?? (person === undefined ? null : asChair(person));
    return {
      openedOn: deps.today(),
      chair:
        chair === null
          ? { person: ask.person.id, name: ask.person.name, independent: false }
          : { person: person?.id ?? ask.person.id, ...chair },
      attended: [],
      started: false,
      step: 0,
      notes: [],
      actions: [],
      recommendations: [],
      findings: '',
    };
  });
}

/** Who is here, by seat; and who chairs, where it is not the one arranged. Names and bodies come from the directory. */
export async function setAttendance(
  deps: Deps,
  ask: MeetingAsk & { attended: MeetingWorkings['attended']; chair?: string },
): Promise<Outcome<CaseView>> {
  return editMeeting(deps, ask, (meeting, { partnership }) => {
    const chair = ask.chair === undefined ? undefined : personOf(partnership, ask.chair);
    if (ask.chair !== undefined && chair === undefined) return unknownPerson('chair');
    const attended = ask.attended.map((it) => {
      const person = personOf(partnership, it.person);
      if (person === undefined) return it;
      return { ...it, name: person.name, body: agencyOf(partnership, person.agency)?.body ?? it.body };
    });
    return { ...meeting, attended, ...(chair === undefined ? {} : { chair: { person: chair.id, ...asChair(chair) } }) };
  });
}

/** Starts the panel. Below the minimum it asks for the reason to go on regardless (the procedure's own rule). */
export async function startMeeting(deps: Deps, ask: MeetingAsk & { regardless?: string }): Promise<Outcome<CaseView>> {
  return editMeeting(deps, ask, (meeting, { review, policy, calendar }) => {
    if (meeting.started) return null;
    const reason = ask.regardless?.trim() ?? '';
    const next = { ...meeting, started: true, ...(reason === '' ? {} : { regardless: reason }) };
    if (next.attended.length === 0)
      return refusal('below_minimum', 'capability 29', 'Mark who is here before you start.', 'attended');
    const trial = decide(review, { act: 'holdPanel', on: deps.today(), with: heldFrom(next).with }, policy, calendar);
    return trial.kind === 'refused' ? { field: 'regardless', ...trial.refusal } : next;
  });
}

/**
 * Goes to a step of the agenda, with a note for the one that is left. The same step again changes nothing. `from`, where
 * given, is the step that was on the screen: a click on an older card does not pull the meeting back.
 */
export async function stepTo(
  deps: Deps,
  ask: MeetingAsk & { step: number; from?: number; note?: string },
): Promise<Outcome<CaseView>> {
  return editMeeting(deps, ask, (meeting, { review }) => {
    if (!meeting.started) return notStarted();
    const agenda = agendaOf(review);
    const to = Math.min(Math.max(ask.step, 0), agenda.length - 1);
    const left = agenda[meeting.step]?.key ?? '';
    const note = ask.note?.trim() ?? '';
    if (to === meeting.step) return null;
    if (ask.from !== undefined && ask.from !== meeting.step) return stale();
    const others = meeting.notes.filter((it) => it.step !== left);
    // No note brought is no word about the one that stands.
    const notes = note === '' ? meeting.notes : [...others, { step: left, note }];
    return { ...meeting, step: to, notes };
  });
}

export const notStarted = () => refusal('not_yet', 'capability 29', 'Start the meeting first: mark who is here.');
export const unknownPerson = (field: string) =>
  refusal('unknown_person', 'capability 33', 'Choose somebody from the partnership’s directory.', field);
