import { whoDecided } from './deciders.ts';
import type { Shown } from '../../src/rehearsal/desk/protocol.ts';
import { textOf, type AtTheDesk } from './desk.ts';

/** People of the Hertsmere partnership in the rehearsal. */
export const SPOC = 'priya-marlow';
export const CSM = 'marcus-oyelaran';
export const DEPUTY = 'dawn-thistle';
export const INSPECTOR = 'tom-brackley';
export const LANDLORD = 'oonagh-pell';
export const HEALTH = 'idris-quarrie';
export const OFFICER = 'sunita-farrow';
export const CHAIR = 'constance-ebbw';
export const VICTIM = 'elsie-wainfleet';
export const AGENCIES = 'nonesuch-council,marshwick-police,larkfield-homes,fenside-icb';

/** A desk somebody plays at, in this process or another. */
export interface Playing {
  desk: AtTheDesk;
  until: <T>(look: () => Promise<T | null | undefined | false>, what: string) => Promise<T>;
}
type Values = Record<string, string>;

export const incident = (n: number, on: string, to: string, reported: string): Values => ({
  [`Day incident ${n} happened`]: on,
  [`Incident ${n}: reported to`]: to,
  [`Incident ${n}: day it was reported`]: reported,
});

/** Three incidents that count on Mon 7 September 2026 (HER-2.1, HER-2.4). */
export const INCIDENTS = [
  incident(1, '2026-07-20', 'Police', '2026-07-21'),
  incident(2, '2026-08-03', 'Registered landlord or housing association', '2026-08-05'),
  incident(3, '2026-08-27', 'Police', '2026-08-28'),
];

/** The same as the council's own web form sends it. */
export const applicationJson = (name = 'Elsie Wainfleet') => ({
  channel: 'online',
  applicant: { name, role: 'victim', kind: 'individual' },
  victim: { name },
  complaints: [
    { ref: 'a', occurredOn: '2026-07-20', reports: [{ to: 'police', on: '2026-07-21' }] },
    { ref: 'b', occurredOn: '2026-08-03', reports: [{ to: 'landlord', on: '2026-08-05' }] },
    { ref: 'c', occurredOn: '2026-08-27', reports: [{ to: 'police', on: '2026-08-28' }] },
  ],
});

/** Opens a case from the coordinator's chat; its reference. Another victim's is another case; two incidents stay below the count. */
export async function openCase(
  { desk }: Playing,
  typed: Values = {},
  { victim = 'Elsie Wainfleet', incidents = 3 }: { victim?: string; incidents?: 2 | 3 } = {},
): Promise<string> {
  const chat = await desk.chat(SPOC);
  let shown = await desk.dialog(SPOC, chat, { dialog: 'application' });
  const email = `${victim.toLowerCase().replace(' ', '.')}@post.example`;
  let values: Values = { 'Applicant’s full name': victim, 'Victim’s e-mail': email, ...typed };
  for (const [index, incident] of INCIDENTS.slice(0, incidents).entries()) {
    const button = index + 1 < incidents ? 'Add another incident' : 'Open the case review';
    shown = await desk.submit(SPOC, chat, shown, button, { ...values, ...incident });
    values = {};
  }
  const reference = /\w+-\d{4}-\d{4}/.exec(shown.text ?? '')?.[0];
  if (reference === undefined) throw new Error(`no case was opened: ${shown.text ?? textOf(shown.dialog?.card)}`);
  return reference;
}

/** The coordinator does something from one dialog of a case, opened and sent in their chat. */
export async function does(
  { desk }: Playing,
  caseId: string,
  dialog: string,
  button: string,
  typed: Values = {},
  params: Values = {},
): Promise<Shown> {
  const chat = await desk.chat(SPOC);
  return desk.submit(SPOC, chat, await desk.dialog(SPOC, chat, { dialog, caseId, ...params }), button, typed);
}

export async function sends({ desk }: Playing, caseId: string, letter: string): Promise<Shown> {
  const chat = await desk.chat(SPOC);
  const shown = await desk.dialog(SPOC, chat, { dialog: 'letter', caseId, letter });
  return (await desk.sendsLetter(SPOC, chat, shown)).sent;
}

/** Acknowledged, found met by two bodies, CT4 sent. */
export async function accept(play: Playing, caseId: string): Promise<void> {
  await sends(play, caseId, 'acknowledgement');
  await does(play, caseId, 'threshold', 'Record the decision', {
    'The bodies decide that the threshold is': 'Met',
    ...whoDecided({ council: 'dawn-thistle', police: 'tom-brackley' }),
    Reasons: 'Three separate incidents, each reported in time.',
  });
  await sends(play, caseId, 'CT4');
}

export const askAgencies = (play: Playing, caseId: string, agencies = AGENCIES): Promise<Shown> =>
  does(play, caseId, 'requestReturns', 'Ask them now', { 'Agencies to ask': agencies });

export const channelOf = ({ desk, until }: Playing, caseId: string, as = SPOC): Promise<string> =>
  until(async () => (await desk.view(as)).channels.find((it) => it.name === caseId)?.id, `the channel of ${caseId}`);

/** Waits for a card that this person sees to say something; its whole text. */
export const cardSays = (
  { desk, until }: Playing,
  as: string,
  place: string,
  card: string,
  words: string,
): Promise<string> =>
  until(async () => {
    // A channel that this person is about to come into is not there for them yet.
    const posted = await desk.messages(as, place).catch(() => []);
    return posted
      .map((it) => textOf(it.privateView ?? it.cards[0]))
      .find((text) => text.includes(card) && text.includes(words));
  }, `a card "${card}" that says "${words}"`);

/** Four agencies answer that they hold nothing. */
export async function answerNil({ desk }: Playing, channel: string, agencies: [string, string][]): Promise<void> {
  for (const [person, agency] of agencies) await desk.press(person, channel, agency, 'We hold nothing');
}

/** The victim comes to the open part and is invited by e-mail. */
export const COMES: Values = {
  'The victim': 'Comes to the open part of the meeting',
  'How the invitation goes to them': 'By e-mail',
};

/** The victim is spoken with and wants to come; three times are looked for. */
export async function proposeTimes(play: Playing, caseId: string): Promise<Shown> {
  await does(play, caseId, 'contact', 'Record it', { How: 'By phone', 'Did you reach the victim?': 'Yes' });
  await does(play, caseId, 'risk', 'Record the risk', { 'Risk to the victim': 'Medium' });
  await does(play, caseId, 'voice', 'Record it', COMES);
  return does(play, caseId, 'proposeSlots', 'Look for times', {
    'Minutes for the closed part': '90',
    'Minutes with the victim’s side': '30',
  });
}

/** The first of the times that the card in the channel shows. */
export const firstTime = ({ desk, until }: Playing, channel: string): Promise<string> =>
  until(async () => {
    const texts = (await desk.messages(SPOC, channel)).map((it) => textOf(it.cards[0]));
    return texts.flatMap((text) => text.split('\n')).find((line) => /^Choose \w+ \d/.test(line));
  }, 'the proposals');

export interface Captured {
  what: string;
  owner: string;
  due: string;
}

/** The panel meets on its day with everyone who must come, captures actions and agrees the plan. */
export async function meet(play: Playing, caseId: string, channel: string, actions: Captured[]): Promise<void> {
  const { desk } = play;
  await desk.press(SPOC, channel, 'The panel', 'Send the pack');
  await cardSays(play, SPOC, channel, 'The panel', 'The pack went to the panel');
  const meets = (await desk.calendar(INSPECTOR)).events.filter((it) => it.subject === caseId && !it.cancelled)[0]?.day;
  if (meets !== undefined && meets > (await desk.view(SPOC)).today) await desk.move(meets, SPOC);
  await desk.press(CHAIR, channel, 'The panel', 'Open the meeting');
  const who = await desk.press(CHAIR, channel, 'The meeting', 'Mark who is here');
  await desk.submit(CHAIR, channel, who, 'Save who is here', {
    'In the meeting': [SPOC, CSM, INSPECTOR, LANDLORD, HEALTH].join(','),
  });
  await desk.press(CHAIR, channel, 'The meeting', 'Start the meeting');
  const goOnTo = async (button: string): Promise<void> => {
    for (let step = 0; step < 30 && !(await desk.sees(CHAIR, channel, 'The meeting', button)); step++)
      await desk.press(CHAIR, channel, 'The meeting', 'Next');
  };
  await goOnTo('Add an action');
  for (const { what, owner, due } of actions) {
    const dialog = await desk.press(CHAIR, channel, 'The meeting', 'Add an action');
    const typed = { 'What will be done': what, Owner: owner, 'To be done by': due, 'The victim’s copy': 'true' };
    await desk.submit(CHAIR, channel, dialog, 'Write it down', typed);
  }
  await goOnTo('Agree the plan and close the meeting');
  await desk.press(CHAIR, channel, 'The meeting', 'Agree the plan and close the meeting');
}
