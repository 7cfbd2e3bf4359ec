import type { Incoming } from '../../../src/bot/incoming.ts';
import { DIALOGS, VERBS, type Dialog, type Verb } from '../../../src/cards/verbs.ts';
import type { Person } from '../../../src/domain/directory.ts';
import { captureAction } from '../../../src/operations/meetingPlan.ts';
import { openMeeting, setAttendance, startMeeting } from '../../../src/operations/meeting.ts';
import { saveReturnDraft, sendReturn } from '../../../src/operations/returns.ts';
import { testPartnership } from '../../support/partnership.ts';
import { accepted, type Shell } from '../../support/shell.ts';
import { accepted4, act, arranged, ATTENDED, opened, planned } from '../../support/story.ts';

/** The invented partnership with somebody for each part that a person can have in a case, or have in none. */
export function partnershipOfRoles(): ReturnType<typeof testPartnership> {
  const whole = testPartnership();
  // Keeps the ids of the others: the deputy is named, and nobody is added.
  return {
    ...whole,
    people: whole.people.map((it) => (it.id === 'cora-spoc' ? { ...it, deputy: 'line-manager' } : it)),
  };
}

export type Role = keyof typeof ROLES;
/** Who plays each part. Null: the directory does not know them. */
export const ROLES = {
  stranger: null,
  guest: null,
  removed: null,
  observer: 'idle-observer',
  managerElsewhere: 'super-intend',
  managerOfOwner: 'hedda-service',
  responder: 'ines-pector',
  otherResponder: 'lana-lord',
  panelMember: 'hal-thorne',
  owner: 'odd-fellow',
  ownersDeputy: 'dora-deputy',
  chair: 'indy-chair',
  seniorManager: 'sam-manager',
  coordinator: 'cora-spoc',
  deputy: 'line-manager',
} as const;

export const STAGES = ['application', 'asked', 'arranged', 'meeting', 'plan', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** Who has a part in the case at each stage; everybody else has none, and hears of none. */
export const MEMBERS: Record<Stage, Role[]> = (() => {
  const always: Role[] = ['responder', 'otherResponder', 'panelMember', 'seniorManager', 'coordinator', 'deputy'];
  const asked: Role[] = [...always, 'owner'];
  const chaired: Role[] = [...asked, 'chair'];
  // The owner's deputy is named in the action's chain, and answers for the council's return in the owner's absence.
  return {
    application: always,
    asked: [...asked, 'ownersDeputy'],
    arranged: [...chaired, 'ownersDeputy'],
    meeting: [...chaired, 'ownersDeputy'],
    plan: [...chaired, 'ownersDeputy'],
    closed: [...chaired, 'ownersDeputy'],
  };
})();

const RUNS: Role[] = ['coordinator', 'deputy'];
const CHAIRS: Role[] = [...RUNS, 'chair'];
const ACTION: Role[] = [...RUNS, 'owner', 'ownersDeputy'];
const APPROVES: Role[] = [...RUNS, 'seniorManager'];
/** Who may change anything by it, told by hand and not by the code. Who is not named: nobody but those who run the case. */
export const MAY: Partial<Record<Dialog | Verb, Role[]>> = {
  'case.refresh': [],
  more: [],
  explain: [],
  readReturn: [],
  return: ['responder'],
  'return.nil': ['responder'],
  'action.done': ACTION,
  actionDelayed: ACTION,
  actionNotViable: ACTION,
  answerRecommendation: [...RUNS, 'otherResponder'],
  'meeting.open': CHAIRS,
  'meeting.start': CHAIRS,
  'meeting.next': CHAIRS,
  'meeting.back': CHAIRS,
  'meeting.dropAction': CHAIRS,
  'meeting.agree': CHAIRS,
  attendance: CHAIRS,
  captureAction: CHAIRS,
  recommendation: CHAIRS,
  findings: CHAIRS,
  threshold: APPROVES,
  decline: APPROVES,
  extend: APPROVES,
  hearAppeal: APPROVES,
  decideAppeal: APPROVES,
  // HER-2.3: a rank opens the form; which rank is enough is the rule-book's question.
  safeguarding: [...RUNS, 'seniorManager', 'responder', 'managerElsewhere', 'managerOfOwner'],
};
export const mayChange = (ask: Dialog | Verb, role: Role): boolean => (MAY[ask] ?? RUNS).includes(role);

export interface Scene {
  caseId: string;
  day: string;
  version: number;
}

/** Words that stand in the cases, and who alone may ever read them. */
export const PLANTED: Record<string, Role[]> = {
  'Elsie Example': [...RUNS, 'seniorManager'],
  'elsie@post.example': RUNS,
  DRAFTWORD: ['responder'],
  SENTWORD: [...RUNS, 'otherResponder'],
};

/** One case in each stage, with what must not be read by others planted in it. */
export async function scenes(shell: Shell): Promise<Record<Stage, Scene>> {
  const who = (id: string): Person => shell.who(id);
  const plant = async (caseId: string, day: string): Promise<void> => {
    shell.on(day);
    const of = { caseId, kind: 'review' } as const;
    const sent = { ...of, agency: 'homes', person: who('lana-lord'), result: 'held' } as const;
    accepted(await sendReturn(shell.deps, { ...sent, form: { actionTaken: 'SENTWORD' } }));
    const draft = { ...of, agency: 'police', person: who('ines-pector') };
    accepted(await saveReturnDraft(shell.deps, { ...draft, draft: { form: { actionTaken: 'DRAFTWORD' } } }));
  };
  const at = async (caseId: string, day: string): Promise<Scene> => {
    const row = await shell.deps.db
      .selectFrom('cases')
      .select('version')
      .where('reference', '=', caseId)
      .executeTakeFirstOrThrow();
    return { caseId, day, version: row.version };
  };
  const application = await at(await opened(shell), '2026-03-03');
  const askedOf = await accepted4(shell);
  await plant(askedOf, '2026-03-11');
  const panel = await arranged(shell);
  await plant(panel.caseId, '2026-03-16');
  const met = await arranged(shell);
  await plant(met.caseId, '2026-03-16');
  shell.on(met.day);
  const chair = { caseId: met.caseId, person: who('indy-chair') };
  accepted(await openMeeting(shell.deps, chair));
  accepted(await setAttendance(shell.deps, { ...chair, attended: [...ATTENDED] }));
  accepted(await startMeeting(shell.deps, chair));
  const action = { title: 'Visit each week', ownerPerson: 'odd-fellow', dueOn: '2026-04-30' };
  accepted(await captureAction(shell.deps, { ...chair, action }));
  const plan = await planned(shell);
  const closed = await closedCase(shell);
  return {
    application,
    asked: await at(askedOf, '2026-03-11'),
    arranged: await at(panel.caseId, '2026-03-16'),
    meeting: await at(met.caseId, met.day),
    plan: await at(plan.caseId, plan.day),
    closed: await at(closed, '2026-04-23'),
  };
}

async function closedCase(shell: Shell): Promise<string> {
  const { caseId, day } = await planned(shell);
  const done = (action: string) => ({ act: 'reportAction', with: { action, status: 'done', note: 'Done.' } }) as const;
  await act(shell, caseId, day, { act: 'sendLetter', with: { letter: 'minutes', by: 'email' } });
  await act(shell, caseId, day, { act: 'sendLetter', with: { letter: 'outcome', by: 'email' } });
  await act(shell, caseId, '2026-04-20', done('1'), 'odd-fellow');
  await act(shell, caseId, '2026-04-20', done('2'), 'lana-lord');
  const closing = { act: 'closeCase', with: { as: 'completed', reason: 'It has stopped.' } } as const;
  await act(shell, caseId, '2026-04-22', closing);
  return caseId;
}

/** One thing that somebody sends, and the dialog or verb that it is; null for words written to the bot. */
export interface Ask {
  name: string;
  of: Dialog | Verb | null;
  activity: (caseId: string) => Partial<Incoming>;
}

const VERB_DATA: Partial<Record<Verb, object>> = {
  'return.nil': { kind: 'review', agency: 'police' },
  'action.done': { action: '1' },
  'slot.pick': { slot: 0 },
  'meeting.next': { step: 0, note: 'A note.' },
  'meeting.back': { step: 1 },
  'meeting.dropAction': { action: '1' },
};
export const ABOUT: Partial<Record<Dialog, object>> = {
  return: { kind: 'review', agency: 'police' },
  readReturn: { kind: 'review', agency: 'homes' },
  letter: { letter: 'update' },
  actionDelayed: { action: '1' },
  actionNotViable: { action: '1' },
  moveAction: { action: '1' },
  answerRecommendation: { recommendation: 'r1' },
  explain: { clock: 'HER.ack' },
  requestReturns: { kind: 'review' },
};

/** Every verb by both of its ways, every dialog opened and sent, and every word that can be written. */
export function asks(sent: Partial<Record<Dialog, object>>, v: number | undefined): Ask[] {
  const shown = v === undefined ? {} : { v };
  const verbs = (Object.keys(VERBS) as Verb[]).filter((verb) => verb !== 'help.topic');
  const task = (name: string, of: Dialog, data: object): Ask => ({
    name: `${name} ${of}`,
    of,
    activity: (caseId) => ({ type: 'invoke', name, value: { data: { dialog: of, caseId, ...data, ...shown } } }),
  });
  return [
    ...verbs.flatMap((verb): Ask[] => [
      {
        name: `press ${verb}`,
        of: verb,
        activity: (caseId) => ({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { verb, data: { caseId, ...VERB_DATA[verb], ...shown } } },
        }),
      },
      {
        name: `message ${verb}`,
        of: verb,
        activity: (caseId) => ({ type: 'message', value: { verb, caseId, ...VERB_DATA[verb], ...shown } }),
      },
    ]),
    ...DIALOGS.flatMap((dialog) => [
      task('task/fetch', dialog, ABOUT[dialog] ?? {}),
      task('task/submit', dialog, { press: 'send', ...ABOUT[dialog], ...sent[dialog] }),
    ]),
    ...(v === undefined ? WORDS : []),
  ];
}

const said = (name: string, text: (caseId: string) => string): Ask => ({
  name,
  of: null,
  activity: (caseId) => ({ type: 'message', text: text(caseId) }),
});
const WORDS: Ask[] = [
  said('case', (caseId) => `case ${caseId}`),
  said('reference', (caseId) => caseId),
  said('number', (caseId) => `case ${Number(caseId.slice(-4))}`),
  said('due', () => 'due'),
  said('my actions', () => 'my actions'),
  said('safeguarding', () => 'safeguarding'),
  said('anything', (caseId) => `tell me of ${caseId}`),
];
