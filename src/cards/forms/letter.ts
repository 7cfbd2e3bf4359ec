import { draftLetter } from '../../documents/draftLetter.ts';
import { LETTERS, type LetterName } from '../../domain/words.ts';
import { clockLabel, roleOf } from '../../documents/procedureWords.ts';
import { capital } from '../../documents/plainWords.ts';
import { LETTER_WAYS, oneOf } from './choices.ts';
import { act, caseOf, errors, type Form, type FormContext } from './form.ts';

const LONGEST = 8000;

/** The draft of a letter, to be read, changed and marked as sent. The day it is marked starts the next clock. */
export const letter: Form = {
  name: 'letter',
  title: (ctx) => `Letter: ${letterName(ctx)}`,
  width: 'large',
  start: (ctx) => ({ by: 'email', draft: draftOf(ctx), ...(ctx.params.clock ? { about: ctx.params.clock } : {}) }),
  fields: (ctx) => {
    const view = caseOf(ctx);
    const sent = view.review.letters.filter((one) => one.letter === named(ctx));
    const open = view.told.clocks.filter((clock) => clock.extended === true && clock.status === 'open');
    return [
      {
        kind: 'help',
        text: 'Read the draft and change what needs changing. Send it from your own mail or post, then mark it as sent here: the day counts from then.',
      },
      ...sent.map(
        (one) => ({ kind: 'help', tone: 'warning', text: `This letter was already sent on ${one.on}.` }) as const,
      ),
      {
        kind: 'multiline',
        name: 'draft',
        label: 'Text of the letter',
        required: true,
        missing: 'Write the letter, or keep the draft',
        help: 'Leave out what would reveal someone’s private data.',
        maxLength: LONGEST,
      },
      ...(named(ctx) === 'update' && open.length > 0
        ? [
            {
              kind: 'choice',
              name: 'about',
              label: 'The date this update is about',
              required: true,
              choices: open.map((clock) => ({ value: clock.id, title: clockLabel(view, clock.id) })),
            } as const,
          ]
        : []),
      {
        kind: 'choice',
        name: 'by',
        label: 'How it is sent',
        required: true,
        expanded: true,
        path: 'by',
        choices: LETTER_WAYS,
      },
      {
        kind: 'date',
        name: 'receivedOn',
        label: 'Day it was received, if known',
        help: 'Only where it was given by hand or its receipt was confirmed.',
        latest: ctx.today,
        path: 'receivedOn',
      },
    ];
  },
  buttons: () => [{ press: 'send', title: 'Mark as sent today', style: 'positive' }],
  build: (values, ctx) => {
    const name = named(ctx);
    const by = oneOf(values['by'], ['email', 'post', 'hand'] as const);
    if (!name || !by) return errors({ by: 'Choose how it is sent' });
    return act(
      'sendLetter',
      {
        letter: name,
        by,
        ...(name === 'update' && values['about'] ? { clock: values['about'] } : {}),
        ...(values['receivedOn'] ? { receivedOn: values['receivedOn'] } : {}),
      },
      { draft: values['draft'] ?? '' },
    );
  },
};

const named = (ctx: FormContext): LetterName | undefined => oneOf(ctx.params.letter, LETTERS);

function letterName(ctx: FormContext): string {
  const name = named(ctx);
  if (!name) return 'unknown';
  const role = capital(roleOf(caseOf(ctx), name).replace(/([A-Z])/g, (big) => ` ${big.toLowerCase()}`));
  return role.toLowerCase() === name.toLowerCase() ? role : `${role} (${name})`;
}

function draftOf(ctx: FormContext): string {
  const name = named(ctx);
  if (!name) return '';
  const { title, paragraphs } = draftLetter(name, caseOf(ctx));
  return [title, ...paragraphs].join('\n\n').slice(0, LONGEST);
}
