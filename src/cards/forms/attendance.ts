import { agencyNameOf, agencyOf } from '../../domain/whoIsWho.ts';
import { seatLabel } from '../../documents/procedureWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { Person } from '../../domain/directory.ts';
import type { MeetingWorkings } from '../../domain/workings.ts';
import { peopleChoices } from './choices.ts';
import { ask, caseOf, type Form } from './form.ts';
import { expectOf, meetingSeen, seen } from './meetingSeen.ts';

type Attended = MeetingWorkings['attended'];

/** Who is here, by seat, and who sent their view in writing. The card then says whether the panel is complete and the chair independent. */
export const attendance: Form = {
  name: 'attendance',
  title: () => 'Who is here',
  start: (ctx) => {
    const meeting = caseOf(ctx).workings.meeting;
    const attended = meeting?.attended ?? [];
    const people = (list: Attended) => list.flatMap((one) => one.person ?? []).join(',');
    return {
      here: people(attended.filter((one) => one.inWriting !== true)),
      inWriting: people(attended.filter((one) => one.inWriting === true)),
      chair: meeting?.chair.person ?? '',
      ...meetingSeen(ctx),
    };
  },
  fields: (ctx) => {
    const view = caseOf(ctx);
    const seated = view.partnership.people
      .filter((person) => mayAttend(view, person))
      .map((person) => ({ value: person.id, title: titleOf(view, person) }));
    return [
      {
        kind: 'multi',
        name: 'here',
        label: 'In the meeting',
        required: true,
        missing: 'Tick who is here',
        choices: seated,
        path: 'attended',
      },
      { kind: 'multi', name: 'inWriting', label: 'Not here, but sent their view in writing', choices: seated },
      {
        kind: 'choice',
        name: 'chair',
        label: 'The chair',
        help: 'The chair must have had no part in the case. The directory says why each person counts as independent.',
        required: true,
        missing: 'Choose the chair',
        choices: peopleChoices(
          view,
          (person) => person.roles.includes('chair') || person.id === view.workings.meeting?.chair.person,
        ),
        path: 'chair',
      },
    ];
  },
  hidden: (_ctx, values) => seen(values),
  buttons: () => [{ press: 'send', title: 'Save who is here', style: 'positive' }],
  build: (values, ctx) => {
    const view = caseOf(ctx);
    const here = (values['here'] ?? '').split(',');
    const written = (values['inWriting'] ?? '').split(',').filter((id) => !here.includes(id));
    return ask({
      do: 'attendance',
      attended: [...seats(view, here, false), ...seats(view, written, true)],
      chair: values['chair'] ?? '',
      expect: expectOf(values),
    });
  },
};

function seats(view: CaseView, ids: string[], inWriting: boolean): Attended {
  return ids.flatMap((id): Attended => {
    const person = view.partnership.people.find((one) => one.id === id);
    if (!person) return [];
    const body = agencyOf(view.partnership, person.agency)?.body ?? 'other';
    return [{ seat: person.seat ?? 'other', body, person: id, name: person.name, ...(inWriting ? { inWriting } : {}) }];
  });
}

/** Panel members, the chair, whoever was invited, and the responders of agencies that were asked. */
function mayAttend(view: CaseView, person: Person): boolean {
  const invited = view.review.panelArranged?.detail?.panel ?? [];
  return (
    person.seat !== undefined ||
    invited.includes(person.id) ||
    person.roles.some(
      (role) => role === 'panel_member' || role === 'chair' || role === 'coordinator' || role === 'agency_responder',
    )
  );
}

/** "Ada Quill: Neighbourhood Inspector, Marshwick Police": the seat where the person fills one, else the title. */
function titleOf(view: CaseView, person: Person): string {
  const role = person.seat === undefined || person.seat === 'other' ? person.title : seatLabel(view, person.seat);
  return `${person.name}: ${role}, ${agencyNameOf(view.partnership, person.agency)}`;
}
