import type { CaseFile } from './caseReview.ts';
import { openPartOf } from './openPart.ts';
import type { VoiceMode } from './words.ts';

/** One point of the chair's agenda, in our words. Open: the victim or a representative is in the room. */
export interface AgendaStep {
  key: string;
  session: 'open' | 'closed';
  title: string;
  /** What the chair may want to say or look at, in a sentence or two. */
  guidance: string;
}

const OPEN: AgendaStep[] = [
  step(
    'welcome',
    'Welcome',
    'Give names and roles. We are here to solve the problem, not to blame. Say what cannot be talked about today.',
  ),
  step('confidence', 'What stays in this room', 'Read the confidentiality words. Each member says yes.'),
  step('statement', 'The victim’s statement', 'Listen without interrupting.'),
  step('questions', 'Questions', 'Ask only to understand the effect on the victim. Nobody tests whether it is true.'),
  step('wanted', 'What the victim wants', 'Ask what would help, and what support they have or need.'),
  step('whatNext', 'What happens next', 'Say who will write to the victim, and by which day.'),
  step(
    'leave',
    'The victim leaves',
    'Name the officer who will stay in touch. Wait until the victim has left before you go on.',
  ),
];
/** The same points where somebody speaks for the victim. */
const SPOKEN_FOR: Record<string, Partial<AgendaStep>> = {
  statement: { guidance: 'The victim is not here: their representative speaks for them. Listen without interrupting.' },
  wanted: { guidance: 'Ask the representative what would help, and what support the victim has or needs.' },
  leave: {
    title: 'The representative leaves',
    guidance: 'Name the officer who will stay in touch. Wait until the representative has left before you go on.',
  },
};
const CLOSED: AgendaStep[] = [
  step(
    'present',
    'Who is here',
    'Apologies, minimum panel, independence. Ask everyone for conflicts of interest.',
    'closed',
  ),
  step('timeline', 'The timeline', 'Go through what happened and what was done, in the order of the days.', 'closed'),
  step(
    'agencies',
    'Each agency in turn',
    'What was reported to you, what did you do, and what did you not do and why?',
    'closed',
  ),
  step(
    'missing',
    'Returns that are missing',
    'Name each agency that did not answer. It goes into the minutes.',
    'closed',
  ),
  step('risk', 'Risk now', 'Is anyone in danger today? Agree steps that cannot wait for the plan.', 'closed'),
  step('causes', 'Causes', 'What drives the behaviour? Think of both sides: health, age, housing, support.', 'closed'),
  step('options', 'Options', 'Go through informal and formal powers. Say why each is ruled in or out.', 'closed'),
  step(
    'actions',
    'Actions and recommendations',
    'Each action has one owner, one date and a way to see that it worked.',
    'closed',
  ),
  step(
    'tellVictim',
    'What the victim may be told',
    'Mark each action. Keep back what would reveal someone’s private data.',
    'closed',
  ),
  step('checking', 'Who checks the plan', 'Agree how and when it is looked at again, and who leads.', 'closed'),
  step('lessons', 'Lessons', 'What should we do differently next time?', 'closed'),
  step(
    'readBack',
    'Read back and agree',
    'Read the actions aloud. Ask every member to agree. Note the time.',
    'closed',
  ),
];

/** A statement that is not spoken is read or shown to the panel alone. */
const STATEMENTS: Partial<Record<VoiceMode, string>> = {
  written: 'The victim wrote a statement and is not here. Say who reads it, and leave time to take it in.',
  video: 'The victim recorded a statement and is not here. Play it before anything else is talked about.',
  read_out: 'The victim asked for their statement to be read out and is not here. Say who reads it.',
};

/** What the agenda depends on: who of the victim's side is in the room, and how they are heard. */
export interface Heard {
  open: 'victim' | 'representative' | null;
  mode?: VoiceMode | undefined;
}

/** The agenda of a meeting: without anybody of the victim's side in the room it is the closed session alone. */
export function agendaFor({ open, mode }: Heard): AgendaStep[] {
  if (open === 'victim') return [...OPEN, ...CLOSED];
  if (open === 'representative') return [...OPEN.map((it) => ({ ...it, ...SPOKEN_FOR[it.key] })), ...CLOSED];
  const guidance = mode === undefined ? undefined : STATEMENTS[mode];
  if (guidance === undefined) return CLOSED;
  const [present, ...rest] = CLOSED;
  return [...(present ? [present] : []), step('statement', 'The victim’s statement', guidance, 'closed'), ...rest];
}

/** The agenda of this case's panel as it stands. */
export const agendaOf = (file: CaseFile): AgendaStep[] =>
  agendaFor({ open: openPartOf(file)?.guest.who ?? null, mode: file.voice?.mode });

/** What may be on the screen now: closed points stay hidden until the open session has ended. */
export function visibleAgenda(agenda: AgendaStep[], at: number): AgendaStep[] {
  return agenda[at]?.session === 'open' ? agenda.filter((it) => it.session === 'open') : agenda;
}

function step(key: string, title: string, guidance: string, session: AgendaStep['session'] = 'open'): AgendaStep {
  return { key, session, title, guidance };
}
