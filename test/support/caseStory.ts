import type { Act } from '../../src/domain/acts.ts';
import { PAST, type ActEvent, type CaseEvent, type Command } from '../../src/domain/caseReview.ts';

const did = <A extends Act>(command: Extract<Command, { act: A }>): CaseEvent =>
  ({ type: PAST[command.act], ...command }) as unknown as ActEvent;
const report = (to: 'police' | 'council' | 'landlord', on: string) => ({ to, on });
const agencies = [
  { name: 'Nonesuch Borough Council', body: 'council' as const },
  { name: 'Invented Police', body: 'police' as const },
  { name: 'Invented Homes', body: 'landlord' as const },
  { name: 'Invented Health', body: 'icb' as const },
];
const answered = (on: string, agency: string, result: 'held' | 'nil' | 'withheld', detail?: Record<string, string>) =>
  did({
    act: 'recordReturn',
    on,
    with: { agency, kind: 'review', result, ...(result === 'withheld' ? { ground: 'Under investigation.' } : {}) },
    ...(detail ? { detail } : {}),
  });
const reached = (
  email: string,
  answer: 'accepted' | 'declined' | 'tentative',
  session: 'open' | 'closed' = 'closed',
): CaseEvent => ({
  type: 'invitationAnswered',
  on: '2026-09-08',
  session,
  email,
  answer,
});

/** One Hertsmere case from August to November 2026, invented from end to end. */
export const STORY: CaseEvent[] = [
  did({
    act: 'receiveApplication',
    on: '2026-08-17',
    with: {
      channel: 'online',
      applicant: { name: 'Wren Tallow', role: 'victim', kind: 'individual' },
      victim: { name: 'Wren Tallow', healthVulnerability: true },
      complaints: [
        { ref: '1', occurredOn: '2026-06-02', reports: [report('police', '2026-06-02')] },
        {
          ref: '2',
          occurredOn: '2026-06-20',
          reports: [report('council', '2026-06-29'), report('landlord', '2026-07-01')],
        },
        { ref: '3', occurredOn: '2026-07-18', reports: [report('landlord', '2026-07-18')] },
        { ref: '4', occurredOn: '2026-05-01', reports: [report('council', '2026-06-15')] },
      ],
      noEffectiveAction: 'Nobody came back to me.',
    },
    detail: { victimEmail: 'wren.tallow@mail.example' },
  }),
  did({ act: 'sendLetter', on: '2026-08-18', with: { letter: 'acknowledgement', by: 'email' } }),
  did({
    act: 'decideThreshold',
    on: '2026-08-26',
    with: {
      result: 'met',
      bodies: ['council', 'police'],
      reasons: 'Three separate incidents, each reported within thirty days.',
    },
  }),
  did({ act: 'sendLetter', on: '2026-08-27', with: { letter: 'CT4', by: 'email' } }),
  did({ act: 'requestReturns', on: '2026-08-28', with: { kind: 'review', agencies } }),
  answered('2026-09-01', 'Invented Police', 'held', {
    responder: 'Ines Pector',
    actionTaken: 'Two visits, one warning.',
    risk: 'Known to the team.',
    closedItems: 'Intelligence about the household.',
  }),
  answered('2026-09-02', 'Nonesuch Borough Council', 'nil'),
  did({ act: 'contactVictim', on: '2026-09-02', with: { means: 'phone', reached: true } }),
  did({ act: 'assessRisk', on: '2026-09-02', with: { stage: 'review', level: 'medium' } }),
  did({ act: 'recordVoice', on: '2026-09-02', with: { mode: 'attend' } }),
  answered('2026-09-04', 'Invented Homes', 'withheld', { responder: 'Lana Lord' }),
  did({
    act: 'arrangePanel',
    on: '2026-09-07',
    with: {
      for: '2026-09-22',
      openSession: true,
      chair: { name: 'Indy Chair', independent: true, basis: 'Took no part.' },
    },
    detail: {
      startsAt: '10:00',
      minutes: 120,
      openMinutes: 30,
      panel: ['sam-manager', 'cora-spoc', 'ines-pector', 'lana-lord', 'hal-thorne', 'indy-chair'],
      victimEmail: 'wren.tallow@mail.example',
    },
  }),
  reached('sam.manager@council.example', 'accepted'),
  reached('ines.pector@police.example', 'accepted'),
  reached('lana.lord@homes.example', 'tentative'),
  reached('hal.thorne@health.example', 'declined'),
  reached('wren.tallow@mail.example', 'accepted', 'open'),
  { type: 'packIssued', on: '2026-09-17' },
  did({
    act: 'holdPanel',
    on: '2026-09-22',
    with: {
      attended: [
        { seat: 'community_safety_manager', body: 'council', name: 'Sam Manager' },
        { seat: 'csio', body: 'council', name: 'Cora Spoc' },
        { seat: 'neighbourhood_inspector', body: 'police', name: 'Ines Pector' },
        { seat: 'housing_provider', body: 'landlord', name: 'Lana Lord' },
      ],
      chair: { name: 'Indy Chair', independent: true, basis: 'Took no part.' },
      findings: 'Reports reached three bodies and nobody put them together.',
      regardless: 'The health manager was ill; the others could not wait.',
    },
    detail: {
      attendedPersons: ['sam-manager', 'cora-spoc', 'ines-pector', 'lana-lord', 'indy-chair'],
      minutes: [
        { step: 'statement', note: 'The victim spoke for twenty minutes.' },
        { step: 'agencies', note: 'Each agency said what it had done.' },
      ],
    },
  }),
  did({
    act: 'agreePlan',
    on: '2026-09-22',
    with: {
      actions: [
        {
          id: '1',
          title: 'Fit a second lock and a door viewer',
          owner: 'Odd Fellow',
          agency: 'Nonesuch Borough Council',
          dueOn: '2026-10-02',
          tellVictim: true,
        },
        {
          id: '2',
          title: 'Visit the neighbour and offer an agreement on behaviour',
          owner: 'Lana Lord',
          agency: 'Invented Homes',
          dueOn: '2026-10-16',
          tellVictim: true,
        },
        {
          id: '3',
          title: 'Look at an injunction',
          owner: 'Ines Pector',
          agency: 'Invented Police',
          dueOn: '2026-10-16',
          tellVictim: false,
        },
      ],
      recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'Keep one list of reports for each block.' }],
    },
    detail: {
      chains: {
        '1': {
          owner: 'odd-fellow',
          deputy: 'dora-deputy',
          lineManager: 'line-manager',
          headOfService: 'hedda-service',
          chiefExecutive: 'chief-exec',
        },
        '2': {
          owner: 'lana-lord',
          lineManager: 'homer-head',
          headOfService: 'homer-head',
          chiefExecutive: 'homes-chief',
        },
        '3': { owner: 'ines-pector', lineManager: 'super-intend' },
      },
    },
  }),
  did({ act: 'sendLetter', on: '2026-09-24', with: { letter: 'minutes', by: 'email' } }),
  did({ act: 'sendLetter', on: '2026-09-25', with: { letter: 'outcome', by: 'email' } }),
  did({ act: 'reportAction', on: '2026-10-01', with: { action: '1', status: 'done', note: 'Fitted on Monday.' } }),
  did({
    act: 'reportAction',
    on: '2026-10-20',
    with: { action: '2', status: 'delayed', note: 'Nobody was at home twice.' },
  }),
  did({
    act: 'reportAction',
    on: '2026-11-18',
    with: { action: '3', status: 'no_longer_viable', outcome: 'The household has moved away.' },
  }),
  did({ act: 'reportAction', on: '2026-11-19', with: { action: '2', status: 'done' } }),
  did({ act: 'closeCase', on: '2026-11-20', with: { as: 'completed', reason: 'All actions have ended.' } }),
];
