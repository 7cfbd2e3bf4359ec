import type { Day } from '../../calendar/isoDate.ts';
import { addMonths } from '../../calendar/isoDate.ts';
import type { Act, With } from '../../domain/acts.ts';
import type { LetterRole, MetBy, ResolvedPolicy } from '../../domain/policy.ts';

/** One act of the worked timeline. It is done on the last day of the clock it meets, or with the act before it where it meets none. */
export interface TimelineStep {
  act: Act;
  with: (day: Day, policy: ResolvedPolicy) => unknown;
  /** What the act meets, where it is a letter or stands for a clock. */
  meets?: { role: LetterRole } | { act: Extract<MetBy, { act: string }>['act'] };
}

const name = 'Ida Example';
const agency = { name: 'Invented Homes', body: 'landlord' as const };
const letter = (role: LetterRole): TimelineStep => ({
  act: 'sendLetter',
  with: (_day, policy) => ({ letter: policy.letters[role], by: 'email' }),
  meets: { role },
});
const request = (kind: 'threshold' | 'review' | 'appeal'): TimelineStep => ({
  act: 'requestReturns',
  with: (): With<'requestReturns'> => ({ kind, agencies: [agency] }),
  ...(kind === 'appeal' ? { meets: { act: 'appeal_request' } } : {}),
});
const answer = (kind: 'threshold' | 'review' | 'appeal'): TimelineStep => ({
  act: 'recordReturn',
  with: (): With<'recordReturn'> => ({ agency: agency.name, kind, result: 'held' }),
  meets: { act: 'return' },
});
const risk = (stage: 'before_threshold' | 'review'): TimelineStep => ({
  act: 'assessRisk',
  with: (): With<'assessRisk'> => ({ stage, level: 'medium' }),
  ...(stage === 'review' ? { meets: { act: 'contact_and_risk' } } : {}),
});

/** From the application to the outcome. */
export const REVIEW: TimelineStep[] = [
  {
    act: 'receiveApplication',
    with: (day): With<'receiveApplication'> => ({
      channel: 'email',
      applicant: { name, role: 'victim', kind: 'individual' },
      victim: { name },
      complaints: ['a', 'b', 'c'].map((ref, months) => {
        const occurredOn = addMonths(day, -months - 1);
        return { ref, occurredOn, reports: [{ to: 'police', on: occurredOn }] };
      }),
      noEffectiveAction: 'Nothing has changed.',
    }),
  },
  letter('acknowledgement'),
  request('threshold'),
  answer('threshold'),
  risk('before_threshold'),
  {
    act: 'decideThreshold',
    with: (): With<'decideThreshold'> => ({
      result: 'met',
      bodies: ['council', 'police'],
      reasons: 'Three complaints count.',
    }),
    meets: { act: 'decided' },
  },
  letter('met'),
  request('review'),
  answer('review'),
  { act: 'contactVictim', with: (): With<'contactVictim'> => ({ means: 'phone', reached: true }) },
  risk('review'),
  {
    act: 'holdPanel',
    with: (_day, policy): With<'holdPanel'> => ({
      attended: policy.settings['panel.minimum'].concat('other').map((seat) => ({ seat, body: 'other' })),
      chair: { name: 'Indy Example', independent: true },
      regardless: 'A worked timeline: who attends does not matter to its dates.',
    }),
    meets: { act: 'panel_held' },
  },
  {
    act: 'agreePlan',
    with: (day): With<'agreePlan'> => ({
      actions: [{ id: '1', title: 'An action', owner: 'Odd Example', agency: agency.name, dueOn: addMonths(day, 1) }],
    }),
  },
  letter('plan_draft'),
  letter('outcome'),
  letter('minutes'),
];

/** An appeal against the outcome, made on its last day, and its result. `toldOn` stands for the letter where the appeal comes alone. */
export const appealSteps = (toldOn?: Day): TimelineStep[] => [
  {
    act: 'receiveAppeal',
    with: (): With<'receiveAppeal'> => ({
      about: 'review',
      to: 'lead',
      grounds: ['process'],
      how: { process: 'A protocol was left aside.' },
      ...(toldOn === undefined ? {} : { toldOn }),
    }),
    meets: { act: 'appeal' },
  },
  { act: 'passOnAppeal', with: () => ({}) },
  {
    act: 'assignAppeal',
    with: (_day, policy): With<'assignAppeal'> => ({
      authority: 'Another Example Council',
      decider: {
        name: 'Dee Example',
        role: policy.appeal.deciderRole?.role === 'scrutineer' ? 'scrutineer' : 'other',
        independent: true,
      },
    }),
  },
  {
    act: 'handOverAppeal',
    with: (): With<'handOverAppeal'> => ({ documents: [{ item: 'minutes', available: true }] }),
    meets: { act: 'handover' },
  },
  letter('appeal_acknowledged'),
  request('appeal'),
  answer('appeal'),
  { act: 'hearAppeal', with: () => ({}), meets: { act: 'heard' } },
  {
    act: 'decideAppeal',
    with: (): With<'decideAppeal'> => ({
      result: 'referred_back',
      reasons: 'The protocol is to be considered.',
      recommendations: [{ id: 'r1', to: agency.name, text: 'Consider the protocol.' }],
    }),
  },
  letter('appeal_result'),
  {
    act: 'followUp',
    with: (): With<'followUp'> => ({ result: 'satisfied', next: 'close' }),
    meets: { act: 'follow_up' },
  },
];
