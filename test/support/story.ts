import { decision } from './deciders.ts';
import type { Day } from '../../src/calendar/isoDate.ts';
import type { CaseView } from '../../src/domain/caseView.ts';
import type { Deed } from '../../src/operations/parseDeed.ts';
import type { With } from '../../src/domain/acts.ts';
import { openMeeting, setAttendance, startMeeting } from '../../src/operations/meeting.ts';
import { agreePlan, captureAction } from '../../src/operations/meetingPlan.ts';
import { openCase } from '../../src/operations/openCase.ts';
import { pickSlot, proposeSlots } from '../../src/operations/panel.ts';
import { performOnCase } from '../../src/operations/perform.ts';
import { nilReturn } from '../../src/operations/returns.ts';
import { accepted, type Shell } from './shell.ts';

/** Three complaints that count on Mon 2 March 2026 under the Hertsmere procedure. */
export const application = (more: Partial<With<'receiveApplication'>> = {}): With<'receiveApplication'> => ({
  channel: 'online',
  applicant: { name: 'Elsie Example', role: 'victim', kind: 'individual' },
  victim: { name: 'Elsie Example' },
  complaints: [
    { ref: 'a', occurredOn: '2026-01-10', reports: [{ to: 'council', on: '2026-01-12' }] },
    { ref: 'b', occurredOn: '2026-01-24', reports: [{ to: 'police', on: '2026-01-24' }] },
    { ref: 'c', occurredOn: '2026-02-20', reports: [{ to: 'landlord', on: '2026-02-23' }] },
  ],
  ...more,
});

export const REVIEW_AGENCIES: With<'requestReturns'>['agencies'] = [
  { name: 'Nonesuch Borough Council', body: 'council' },
  { name: 'Invented Police', body: 'police' },
  { name: 'Invented Homes', body: 'landlord' },
  { name: 'Invented Health', body: 'icb' },
];

/** One act by the coordinator on a day, which must be accepted. */
export async function act(shell: Shell, caseId: string, day: Day, deed: Deed, by = 'cora-spoc'): Promise<CaseView> {
  shell.on(day);
  return accepted(await performOnCase(shell.deps, { caseId, person: shell.who(by), ...deed }));
}

/** Cases opened so far by a test's shell: each is another victim's, for the same application twice is pointed out. */
const openedBy = new WeakMap<Shell, number>();

/** Opened on Mon 2 March 2026, with an address for the victim. */
export async function opened(shell: Shell): Promise<string> {
  shell.on('2026-03-02');
  const before = openedBy.get(shell) ?? 0;
  openedBy.set(shell, before + 1);
  const ask = {
    person: shell.who('cora-spoc'),
    with: application(before === 0 ? {} : { victim: { name: `Elsie Example ${before + 1}` } }),
    detail: { victimEmail: 'elsie@post.example' },
  };
  return accepted(await openCase(shell.deps, ask)).reference;
}

/** Decided "met" on Mon 9 March, CT4 sent and the four agencies asked on Tue 10 March. */
export async function accepted4(shell: Shell): Promise<string> {
  const caseId = await opened(shell);
  await act(shell, caseId, '2026-03-03', { act: 'sendLetter', with: { letter: 'acknowledgement', by: 'email' } });
  await act(shell, caseId, '2026-03-09', decision());
  await act(shell, caseId, '2026-03-10', { act: 'sendLetter', with: { letter: 'CT4', by: 'email' } });
  await act(shell, caseId, '2026-03-10', {
    act: 'requestReturns',
    with: { kind: 'review', agencies: REVIEW_AGENCIES },
  });
  return caseId;
}

/** All returns in by Thu 12 March, the panel proposed on Mon 16 March and arranged for its first proposal. */
export async function arranged(shell: Shell): Promise<{ caseId: string; day: Day }> {
  const caseId = await accepted4(shell);
  shell.on('2026-03-11');
  const answers = { council: 'odd-fellow', police: 'ines-pector', homes: 'lana-lord', health: 'hal-thorne' };
  for (const [agency, id] of Object.entries(answers))
    accepted(await nilReturn(shell.deps, { caseId, kind: 'review', agency, person: shell.who(id) }));
  await act(shell, caseId, '2026-03-16', { act: 'recordVoice', with: { mode: 'attend', slotMinutes: 30 } });
  const person = shell.who('cora-spoc');
  accepted(await proposeSlots(shell.deps, { caseId, person, minutes: 90, openMinutes: 30 }));
  const view = accepted(await pickSlot(shell.deps, { caseId, person, slot: 0 }));
  return { caseId, day: view.review.panelArranged?.with.for ?? '' };
}

export const ATTENDED = [
  { seat: 'csio', body: 'council', person: 'cora-spoc' },
  { seat: 'community_safety_manager', body: 'council', person: 'sam-manager' },
  { seat: 'neighbourhood_inspector', body: 'police', person: 'ines-pector' },
  { seat: 'housing_provider', body: 'landlord', person: 'lana-lord' },
  { seat: 'health_commissioner', body: 'icb', person: 'hal-thorne' },
] as const;

/** The panel held by its chair on its day, with two actions due on Thu 30 April 2026: one of the host, one of the landlord. */
export async function planned(shell: Shell): Promise<{ caseId: string; day: Day }> {
  const { caseId, day } = await arranged(shell);
  shell.on(day);
  const chair = { caseId, person: shell.who('indy-chair') };
  accepted(await openMeeting(shell.deps, chair));
  accepted(await setAttendance(shell.deps, { ...chair, attended: [...ATTENDED] }));
  accepted(await startMeeting(shell.deps, chair));
  const actions = [
    { title: 'Visit each week', ownerPerson: 'odd-fellow', dueOn: '2026-04-30' },
    { title: 'Fit lighting in the yard', ownerPerson: 'lana-lord', dueOn: '2026-04-30', tellVictim: false },
  ];
  for (const action of actions) accepted(await captureAction(shell.deps, { ...chair, action }));
  accepted(await agreePlan(shell.deps, chair));
  return { caseId, day };
}
