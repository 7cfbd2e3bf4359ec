import { capital, VOICE_WORDS, WAY_WORDS } from '../../documents/plainWords.ts';
import { reachOf } from '../../domain/openPart.ts';
import { CONTACT_WAYS, type VoiceMode } from '../../domain/words.ts';
import { choicesOf, filled, oneOf } from './choices.ts';
import type { Field } from './fields.ts';
import { act, caseOf, errors, type Form, type FormContext, type Values } from './form.ts';
import { NOT_BY_FIELD, notByOf, notByStart, reachFacts } from './victimFacts.ts';

const MODES = Object.keys(VOICE_WORDS) as VoiceMode[];

/** How the victim is heard, and how whoever comes is invited. "Not heard" needs a reason. */
export const voice: Form = {
  name: 'voice',
  title: () => 'How the victim is heard',
  start: (ctx) => startOf(ctx),
  fields: (ctx) => [
    {
      kind: 'help',
      text: 'Ask the victim which way suits them. They may come to the start of the meeting, or be heard in another way.',
    },
    ...reachFacts(caseOf(ctx)),
    {
      kind: 'choice',
      name: 'mode',
      label: 'The victim',
      required: true,
      expanded: true,
      missing: 'Choose how the victim is heard',
      path: 'mode',
      choices: choicesOf(Object.fromEntries(modesOf(ctx).map((mode) => [mode, capital(VOICE_WORDS[mode])]))),
    },
    { kind: 'heading', text: 'If the victim or a representative comes' },
    ...coming(ctx),
    { kind: 'heading', text: 'If not' },
    {
      kind: 'multiline',
      name: 'reason',
      label: 'If not heard: the reason',
      help: 'The draft of the outcome letter tells the victim this reason.',
      maxLength: 1000,
      path: 'reason',
    },
    { kind: 'multiline', name: 'statement', label: 'Statement for the panel', maxLength: 8000, path: 'statement' },
  ],
  buttons: () => [{ press: 'send', title: 'Record it', style: 'positive' }],
  build: (values) => {
    const mode = oneOf(values['mode'], MODES);
    if (!mode) return errors({ mode: 'Choose how the victim is heard' });
    const inTheRoom = mode === 'attend' || mode === 'representative';
    return act(
      'recordVoice',
      {
        mode,
        ...(mode === 'representative' && values['agreement'] === 'true' ? { agreement: 'written' as const } : {}),
        ...(inTheRoom && values['slotMinutes'] ? { slotMinutes: Number(values['slotMinutes']) } : {}),
        ...(mode === 'none' && values['reason'] ? { reason: values['reason'] } : {}),
      },
      {
        ...filled({ statement: values['statement'] }),
        victimEmail: values['victimEmail'] ?? '',
        notBy: notByOf(values['notBy']),
        ...(inTheRoom ? invited(values, mode) : {}),
      },
    );
  },
};

function startOf(ctx: FormContext): Values {
  const { review, policy } = caseOf(ctx);
  const said = review.voice;
  return {
    slotMinutes: String(said?.with.slotMinutes ?? policy.settings.slot_minutes ?? 20),
    victimEmail: reachOf(review).email ?? '',
    notBy: notByStart(caseOf(ctx)),
    inviteBy: said?.detail?.inviteBy ?? '',
    representativeName: said?.detail?.representative?.name ?? '',
    representativeEmail: said?.detail?.representative?.email ?? '',
    unavailable: said?.detail?.unavailable ?? '',
    statement: said?.detail?.statement ?? '',
  };
}

function invited(values: Values, mode: VoiceMode) {
  const representative = filled({ name: values['representativeName'], email: values['representativeEmail'] });
  return {
    ...filled({ inviteBy: oneOf(values['inviteBy'], CONTACT_WAYS), unavailable: values['unavailable'] }),
    ...(mode === 'representative' ? { representative } : {}),
  };
}

const coming = (ctx: FormContext): Field[] => [
  ...(modesOf(ctx).includes('representative') ? speaker() : []),
  {
    kind: 'choice',
    name: 'inviteBy',
    label: 'How the invitation goes to them',
    help: 'By e-mail it goes out with the calendar, to the address given here. In any other way you tell them the day yourself.',
    path: 'inviteBy',
    choices: choicesOf(Object.fromEntries(CONTACT_WAYS.map((way) => [way, capital(WAY_WORDS[way])]))),
  },
  {
    kind: 'text',
    style: 'email',
    name: 'victimEmail',
    label: 'Victim’s e-mail',
    help: 'Used only where the victim comes and is invited by e-mail.',
    maxLength: 200,
    path: 'victimEmail',
  },
  NOT_BY_FIELD,
  {
    kind: 'text',
    name: 'unavailable',
    label: 'Days that do not suit them',
    help: 'You see it when you look for a day.',
    maxLength: 200,
    path: 'unavailable',
  },
  { kind: 'number', name: 'slotMinutes', label: 'Minutes kept for them', min: 1, max: 120, path: 'slotMinutes' },
];

const speaker = (): Field[] => [
  {
    kind: 'toggle',
    name: 'agreement',
    label: 'Representative',
    title: 'The victim has agreed in writing that this person speaks for them',
    path: 'agreement',
  },
  {
    kind: 'text',
    name: 'representativeName',
    label: 'Representative’s full name',
    maxLength: 200,
    path: 'representative.name',
  },
  {
    kind: 'text',
    style: 'email',
    name: 'representativeEmail',
    label: 'Representative’s e-mail',
    help: 'Their own address: the invitation goes there, never to the victim.',
    maxLength: 200,
    path: 'representative.email',
  },
];

/** The ways that the procedure names. */
const modesOf = (ctx: FormContext): VoiceMode[] =>
  MODES.filter((mode) => caseOf(ctx).policy.voice.modes.includes(mode));
