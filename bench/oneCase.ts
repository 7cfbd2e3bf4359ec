import { addWeeks, type Day } from '../src/calendar/isoDate.ts';
import type { With } from '../src/domain/acts.ts';
import { decidersOf } from '../src/domain/deciders.ts';
import type { Person } from '../src/domain/directory.ts';
import { agencyNameOf } from '../src/domain/whoIsWho.ts';
import type { Outcome } from '../src/operations/deps.ts';
import { openCase } from '../src/operations/openCase.ts';
import type { Deed } from '../src/operations/parseDeed.ts';
import { performOnCase } from '../src/operations/perform.ts';
import { nilReturn } from '../src/operations/returns.ts';
import type { Ground } from './ground.ts';

const AGENCIES = ['nonesuch-council', 'marshwick-police', 'larkfield-homes', 'fenside-icb'];
const DECIDERS = ['dawn-thistle', 'tom-brackley'];
const OWNERS = ['sunita-farrow', 'tom-brackley', 'sunita-farrow', 'oonagh-pell', 'sunita-farrow'];
export const OWNER = 'sunita-farrow';
/** Numbers of the owner's actions in the plan. */
export const ACTIONS_OF_OWNER = OWNERS.flatMap((id, index) => (id === OWNER ? [`${index + 1}`] : []));
/** When the plan is agreed, and the day on which the first of its actions is due. */
const AGREED: Day = '2026-03-26';
export const DUE: Day = '2026-04-30';
/** A working day on which all the actions are still open. */
export const TICKED_ON: Day = '2026-04-14';

/** One whole review under the Hertsmere procedure, from application to a plan of five actions; returns its reference. */
export async function reviewWithPlan(ground: Ground): Promise<string> {
  const { deps } = ground;
  const coordinator = who(ground, 'priya-marlow');
  ground.on('2026-03-02');
  const caseId = value(await openCase(deps, { person: coordinator, with: APPLICATION })).reference;
  const act = async (day: Day, deed: Deed): Promise<void> => {
    ground.on(day);
    value(await performOnCase(deps, { caseId, person: coordinator, ...deed }));
  };
  await act('2026-03-03', { act: 'sendLetter', with: { letter: 'acknowledgement', by: 'email' } });
  const bodies = decidersOf(DECIDERS, ground.partnership);
  await act('2026-03-09', {
    act: 'decideThreshold',
    with: { result: 'met', bodies, reasons: REASONS },
    detail: { deciders: DECIDERS },
  });
  await act('2026-03-10', { act: 'recordVoice', with: { mode: 'attend' } });
  await act('2026-03-10', { act: 'sendLetter', with: { letter: 'CT4', by: 'email' } });
  const agencies = ground.partnership.agencies.filter((it) => AGENCIES.includes(it.id));
  const asked = agencies.map(({ name, body }) => ({ name, body }));
  await act('2026-03-10', { act: 'requestReturns', with: { kind: 'review', agencies: asked } });
  ground.on('2026-03-11');
  for (const agency of AGENCIES) value(await nilReturn(deps, { caseId, kind: 'review', agency, person: coordinator }));
  await act('2026-03-16', { act: 'arrangePanel', with: { for: AGREED, openSession: true, chair: CHAIR } });
  await act(AGREED, { act: 'holdPanel', with: { attended: ATTENDED, chair: CHAIR, findings: FINDINGS } });
  await act(AGREED, { act: 'agreePlan', with: { actions: actionsOf(ground) } });
  return caseId;
}

export function who({ partnership }: Ground, id: string): Person {
  const person = partnership.people.find((it) => it.id === id);
  if (person === undefined) throw new Error(`the partnership has lost ${id}`);
  return person;
}

const actionsOf = (ground: Ground): With<'agreePlan'>['actions'] =>
  OWNERS.map((id, index) => {
    const owner = who(ground, id);
    const agency = agencyNameOf(ground.partnership, owner.agency);
    return {
      id: `${index + 1}`,
      title: `${TITLE} ${index + 1}`,
      owner: owner.name,
      agency,
      dueOn: addWeeks(DUE, index),
    };
  });

function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

const TITLE = 'Visit the stairwell at the hours the applicant named, and write down what was found: point';
const REASONS = 'Three separate incidents within six months, each reported within a month of the day it happened.';
const FINDINGS = 'Each service acted on its own reports and nobody put them together until this review.';
const CHAIR: With<'holdPanel'>['chair'] = { name: 'Constance Ebbw', independent: true, basis: 'Took no part.' };
const APPLICATION: With<'receiveApplication'> = {
  channel: 'online',
  applicant: { name: 'Elsie Wainfleet', role: 'victim', kind: 'individual' },
  victim: { name: 'Elsie Wainfleet' },
  complaints: [
    { ref: '1', occurredOn: '2026-01-10', reports: [{ to: 'council', on: '2026-01-12' }] },
    { ref: '2', occurredOn: '2026-01-24', reports: [{ to: 'police', on: '2026-01-24' }] },
    { ref: '3', occurredOn: '2026-02-20', reports: [{ to: 'landlord', on: '2026-02-23' }] },
  ],
  noEffectiveAction: 'Nobody came back to me.',
};
const ATTENDED: With<'holdPanel'>['attended'] = [
  { seat: 'csio', body: 'council', name: 'Priya Marlow' },
  { seat: 'community_safety_manager', body: 'council', name: 'Marcus Oyelaran' },
  { seat: 'neighbourhood_inspector', body: 'police', name: 'Tom Brackley' },
  { seat: 'housing_provider', body: 'landlord', name: 'Oonagh Pell' },
  { seat: 'health_commissioner', body: 'icb', name: 'Idris Quarrie' },
];
