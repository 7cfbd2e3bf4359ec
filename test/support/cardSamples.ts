import { caseAnswerCard } from '../../src/cards/caseAnswerCard.ts';
import { caseCard } from '../../src/cards/caseCard.ts';
import { cardFor } from '../../src/cards/cardFor.ts';
import { dueCard } from '../../src/cards/dueCard.ts';
import { errorCard } from '../../src/cards/errorCard.ts';
import { helpCard } from '../../src/cards/helpCard.ts';
import { myActionsCard } from '../../src/cards/myActionsCard.ts';
import type { Card } from '../../src/cards/render.ts';
import { welcomeCard } from '../../src/cards/welcomeCard.ts';
import type { CaseEvent } from '../../src/domain/caseReview.ts';
import type { CaseView } from '../../src/domain/caseView.ts';
import type { Matter } from '../../src/domain/effects.ts';
import type { Partnership } from '../../src/domain/directory.ts';
import type { MeetingWorkings, ProposedSlots } from '../../src/domain/workings.ts';
import { viewOn } from './caseFixtures.ts';
import { STORY } from './caseStory.ts';
import { testPartnership } from './partnership.ts';

const slots: ProposedSlots = {
  proposedOn: '2026-09-04',
  before: '2026-09-24',
  why: 'The local target counts from the acceptance letter.',
  minutes: 120,
  openMinutes: 30,
  slots: [
    {
      day: '2026-09-22',
      startsAt: '10:00',
      minutes: 120,
      free: ['sam-manager', 'cora-spoc', 'ines-pector', 'lana-lord'],
      busy: [],
      unknown: ['hal-thorne'],
    },
    {
      day: '2026-09-17',
      startsAt: '14:00',
      minutes: 120,
      free: ['sam-manager', 'cora-spoc', 'ines-pector'],
      busy: ['lana-lord'],
      unknown: ['hal-thorne'],
    },
    {
      day: '2026-09-15',
      startsAt: '09:30',
      minutes: 120,
      free: ['sam-manager'],
      busy: ['cora-spoc', 'lana-lord'],
      unknown: ['hal-thorne', 'ines-pector'],
    },
  ],
};

/** A meeting in hand, at this point of the agenda. */
export const meetingAt = (step: number, started = true, seats = 3): MeetingWorkings => ({
  openedOn: '2026-09-22',
  chair: { person: 'indy-chair', name: 'Indy Chair', independent: true, basis: 'Took no part.' },
  attended: [
    { seat: 'community_safety_manager' as const, body: 'council' as const, person: 'sam-manager', name: 'Sam Manager' },
    { seat: 'csio' as const, body: 'council' as const, person: 'cora-spoc', name: 'Cora Spoc' },
    { seat: 'neighbourhood_inspector' as const, body: 'police' as const, person: 'ines-pector', name: 'Ines Pector' },
    { seat: 'housing_provider' as const, body: 'landlord' as const, person: 'lana-lord', name: 'Lana Lord' },
    { seat: 'health_commissioner' as const, body: 'icb' as const, person: 'hal-thorne', name: 'Hal Thorne' },
  ].slice(0, seats),
  started,
  step,
  notes: [{ step: 'statement', note: 'Twenty minutes.' }],
  actions: [
    {
      id: '1',
      title: 'Fit a second lock and a door viewer',
      owner: 'Odd Fellow',
      ownerPerson: 'odd-fellow',
      agency: 'Nonesuch Borough Council',
      dueOn: '2026-10-02',
    },
    {
      id: '2',
      title: 'Look at an injunction',
      owner: 'Ines Pector',
      ownerPerson: 'ines-pector',
      agency: 'Invented Police',
      dueOn: '2026-10-16',
      tellVictim: false,
    },
  ],
  recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'Keep one list of reports for each block.' }],
  findings: 'Nobody put the reports together.',
});

/** Every card of the product, at the points of the story where it looks different. */
export function cardSamples(
  events: readonly CaseEvent[] = STORY,
  partnership: Partnership = testPartnership(),
): Record<string, Card> {
  const on = (day: string, workings: CaseView['workings'] = {}) => viewOn(day, { partnership, workings }, events);
  const drawn = (matter: Matter, view: CaseView): Card => {
    const found = cardFor(matter, view);
    if (!found) throw new Error(`no card for ${JSON.stringify(matter)}`);
    return found.card;
  };
  const request = (agency: string): Matter => ({ is: 'request', returnKind: 'review', agency });
  const action = (id: string): Matter => ({ is: 'action', action: id });
  const person = (id: string) => partnership.people.find((one) => one.id === id) ?? null;
  const cora = person('cora-spoc');
  const odd = person('odd-fellow');
  if (!cora || !odd) throw new Error('the directory has lost its people');
  const late = on('2026-11-17');
  return {
    'case-applied': drawn({ is: 'case' }, on('2026-08-19')),
    'case-decided': drawn({ is: 'case' }, on('2026-08-27')),
    'case-forms': drawn({ is: 'case' }, on('2026-09-03')),
    'case-panel': drawn({ is: 'case' }, on('2026-09-08')),
    'case-plan': drawn({ is: 'case' }, on('2026-10-21')),
    'case-closed': drawn({ is: 'case' }, on('2026-11-20')),
    'case-viewer': caseCard(on('2026-09-03'), odd),
    'request-open': drawn(request('police'), on('2026-08-28')),
    'request-overdue': drawn(request('health'), on('2026-09-04')),
    'request-held': drawn(request('police'), on('2026-09-01')),
    'request-nil': drawn(request('council'), on('2026-09-02')),
    'request-late': drawn(request('homes'), on('2026-09-17')),
    'panel-none': drawn({ is: 'panel' }, on('2026-09-04')),
    'panel-slots': drawn({ is: 'panel' }, on('2026-09-04', { slots })),
    'panel-arranged': drawn({ is: 'panel' }, on('2026-09-08')),
    'panel-held': drawn({ is: 'panel' }, on('2026-09-23')),
    'meeting-none': drawn({ is: 'meeting' }, on('2026-09-17')),
    'meeting-short': drawn({ is: 'meeting' }, on('2026-09-21', { meeting: meetingAt(0, false) })),
    'meeting-ready': drawn({ is: 'meeting' }, on('2026-09-21', { meeting: meetingAt(0, false, 5) })),
    'meeting-open': drawn({ is: 'meeting' }, on('2026-09-21', { meeting: meetingAt(2) })),
    'meeting-closed': drawn({ is: 'meeting' }, on('2026-09-21', { meeting: meetingAt(15) })),
    'meeting-last': drawn({ is: 'meeting' }, on('2026-09-21', { meeting: meetingAt(18) })),
    'meeting-held': drawn({ is: 'meeting' }, on('2026-09-23')),
    'action-open': drawn(action('1'), on('2026-09-23')),
    'action-partner': drawn(action('2'), on('2026-09-23')),
    'action-done': drawn(action('1'), on('2026-10-02')),
    'action-late': drawn(action('2'), late),
    'action-gone': drawn(action('3'), on('2026-11-18')),
    closing: drawn({ is: 'closing' }, on('2026-11-20')),
    trouble: drawn({ is: 'trouble', of: 'mail/HBC-2026-0007/x' }, late),
    help: helpCard(cora),
    'help-unknown': helpCard(odd, '${evil} [x](http://a)'),
    welcome: welcomeCard(cora, partnership.authority.name),
    due: dueCard(
      late.steps.map((step) => ({ ...step, reference: late.reference })),
      late,
    ),
    'due-none': dueCard([], late),
    'my-actions': myActionsCard(
      late.review.actions.map((one) => ({ reference: late.reference, action: one })),
      late,
    ),
    'case-unknown': caseAnswerCard(null, odd, 'HBC-2026-9999'),
    error: errorCard('5b3f'),
  };
}
