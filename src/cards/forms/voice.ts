import { capital, VOICE_WORDS } from '../../documents/plainWords.ts';
import type { VoiceMode } from '../../domain/words.ts';
import { choicesOf, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form, type FormContext } from './form.ts';

const MODES = Object.keys(VOICE_WORDS) as VoiceMode[];

/** How the victim is heard. "Not heard" needs a reason. */
export const voice: Form = {
  name: 'voice',
  title: () => 'How the victim is heard',
  start: (ctx) => ({ slotMinutes: String(caseOf(ctx).policy.settings.slot_minutes ?? 20) }),
  fields: (ctx) => [
    {
      kind: 'help',
      text: 'Ask the victim which way suits them. They may come to the start of the meeting, or be heard in another way.',
    },
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
    {
      kind: 'toggle',
      name: 'agreement',
      label: 'Representative',
      title: 'The victim has agreed in writing that this person speaks for them',
      path: 'agreement',
    },
    {
      kind: 'number',
      name: 'slotMinutes',
      label: 'Minutes kept for the victim',
      min: 1,
      max: 120,
      path: 'slotMinutes',
    },
    {
      kind: 'multiline',
      name: 'reason',
      label: 'If not heard: the reason',
      help: 'The victim is told this reason.',
      maxLength: 1000,
      path: 'reason',
    },
    { kind: 'multiline', name: 'statement', label: 'Statement to be read out', maxLength: 8000, path: 'statement' },
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
      values['statement'] ? { statement: values['statement'] } : undefined,
    );
  },
};

/** The ways that the procedure names. */
const modesOf = (ctx: FormContext): VoiceMode[] =>
  MODES.filter((mode) => caseOf(ctx).policy.voice.modes.includes(mode));
