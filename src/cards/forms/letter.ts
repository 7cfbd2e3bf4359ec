import { formatDay } from '../../calendar/isoDate.ts';
import { PANEL_LETTERS } from '../../domain/letters.ts';
import { draftLetter } from '../../documents/draftLetter.ts';
import { LETTERS, type LetterName } from '../../domain/words.ts';
import { clockLabel, roleOf } from '../../documents/procedureWords.ts';
import { LETTER_WORDS } from '../../documents/plainWords.ts';
import { numbered } from '../../domain/steps/letterWords.ts';
import { LETTER_WAYS, oneOf } from './choices.ts';
import type { Field } from './fields.ts';
import { reachOf } from '../../domain/openPart.ts';
import { reachFacts } from './victimFacts.ts';
import { act, again, caseOf, errors, type Form, type FormContext, type Values } from './form.ts';

const LONGEST = 12_000;

/**
 * The draft of a letter, to be read, changed and marked as sent. How it goes is chosen before it is written, because its
 * dates are those of that way (AMB-A8); the day it is marked starts the next clock.
 */
export const letter: Form = {
  name: 'letter',
  title: (ctx) => `Letter: ${letterName(ctx)}`,
  width: 'large',
  start: (ctx) => (toPanel(ctx) ? written(ctx, 'email', undefined) : { about: ctx.params.clock ?? '' }),
  fields: (ctx, values) => [
    ...alreadySent(ctx),
    ...(wayOf(ctx, values) === undefined ? howFirst(ctx) : draftFields(ctx, values)),
  ],
  hidden: (ctx, values) => ({
    way: wayOf(ctx, values) ?? '',
    of: (values['of'] ?? '').slice(0, 100),
    drawnOn: (values['drawnOn'] ?? '').slice(0, 10),
  }),
  buttons: (ctx, values) => {
    if (wayOf(ctx, values) === undefined) return [{ press: 'write', title: 'Write the draft', style: 'positive' }];
    const send = toPanel(ctx) ? 'Send it to the panel' : 'Mark as sent today';
    return [
      { press: 'send', title: send, style: 'positive' },
      ...(values['drawnOn'] === ctx.today ? [] : [{ press: 'anew', title: 'Write it anew', lenient: true }]),
      ...(toPanel(ctx) ? [] : [{ press: 'otherWay', title: 'Send it another way', lenient: true }]),
    ];
  },
  build: (values, ctx, press) => {
    const name = named(ctx);
    const way = wayOf(ctx, values) ?? oneOf(values['by'], WAYS);
    if (press === 'otherWay') return again({ about: values['of'] ?? '' });
    if (!name || !way) return errors({ by: 'Choose how it is sent' });
    if (excluded(ctx, way)) return errors({ by: 'The victim must not be reached in this way. Choose another' });
    if (press === 'write') return again(written(ctx, way, values['about']));
    if (press === 'anew') return again(written(ctx, way, values['of']));
    if (values['drawnOn'] !== ctx.today)
      return errors({
        draft: 'This draft was written on an earlier day, and its date and last days are of that day. Write it anew.',
      });
    return act(
      'sendLetter',
      { letter: name, by: way, ...(name === 'update' && values['of'] ? { clock: values['of'] } : {}) },
      { draft: values['draft'] ?? '' },
    );
  },
};

const WAYS = ['email', 'post', 'hand'] as const;
type Way = (typeof WAYS)[number];

/** Letters that go to the members of the panel, and that Convene itself sends. */
const toPanel = (ctx: FormContext): boolean => {
  const name = named(ctx);
  return name !== undefined && PANEL_LETTERS.includes(name);
};

const wayOf = (ctx: FormContext, values: Values): Way | undefined =>
  toPanel(ctx) ? 'email' : oneOf(values['way'], WAYS);

/** The draft for this way, as of today. */
function written(ctx: FormContext, way: Way, clock: string | undefined): Values {
  const name = named(ctx);
  if (!name) return {};
  const { title, paragraphs } = draftLetter(name, caseOf(ctx), way, clock || undefined);
  const draft = [title, ...paragraphs].join('\n\n').slice(0, LONGEST);
  return { way, of: clock ?? '', drawnOn: ctx.today, draft };
}

/** A way that the victim asked us not to use, for a letter that goes to the victim. */
function excluded(ctx: FormContext, way: Way): boolean {
  const { review } = caseOf(ctx);
  if (toPanel(ctx) || way === 'hand' || review.application?.with.applicant.role === 'representative') return false;
  return reachOf(review).notBy?.includes(way) === true;
}

const alreadySent = (ctx: FormContext): Field[] =>
  caseOf(ctx)
    .review.letters.filter((one) => one.letter === named(ctx) && named(ctx) !== 'update')
    .map((one) => ({ kind: 'help', tone: 'warning', text: `This letter was already sent on ${formatDay(one.on)}.` }));

function howFirst(ctx: FormContext): Field[] {
  const view = caseOf(ctx);
  const owed = view.told.updates.map((one) => ({ value: one.clock, title: clockLabel(view, one.clock) }));
  return [
    {
      kind: 'help',
      text: 'Choose first how it is sent. The dates in the draft are those of that way: a letter by post counts as received two working days later.',
    },
    ...reachFacts(view),
    {
      kind: 'choice',
      name: 'by',
      label: 'How it is sent',
      required: true,
      expanded: true,
      missing: 'Choose how it is sent',
      path: 'by',
      choices: LETTER_WAYS,
    },
    ...(named(ctx) === 'update' && owed.length > 0
      ? [
          {
            kind: 'choice',
            name: 'about',
            label: 'The date this update is about',
            required: true,
            path: 'clock',
            choices: owed,
          } as const,
        ]
      : []),
  ];
}

function draftFields(ctx: FormContext, values: Values): Field[] {
  const way = wayOf(ctx, values);
  const found = caseOf(ctx).review.panelHeld?.with.findings;
  const isOutcome = named(ctx) !== undefined && named(ctx) === caseOf(ctx).policy.letters.outcome;
  return [
    {
      kind: 'help',
      text: toPanel(ctx)
        ? 'Read it and change what needs changing. Convene sends it: each member of the panel gets an e-mail that says where to read it.'
        : 'Read the draft and change what needs changing. Send it yourself, then mark it as sent here: the day counts from then.',
    },
    ...(toPanel(ctx)
      ? []
      : [
          {
            kind: 'facts',
            facts: [{ label: 'How it is sent', value: LETTER_WAYS.find((one) => one.value === way)?.title ?? '' }],
          } as const,
        ]),
    ...(isOutcome && found
      ? [
          {
            kind: 'help',
            text: `What the panel found, for you alone. Write into the letter what of it the victim may be told: ${found}`,
          } as const,
        ]
      : []),
    {
      kind: 'multiline',
      name: 'draft',
      label: 'Text of the letter',
      required: true,
      missing: 'Write the letter, or keep the draft',
      help: 'Leave out what would reveal someone’s private data.',
      maxLength: LONGEST,
      path: 'draft',
    },
  ];
}

const named = (ctx: FormContext): LetterName | undefined => oneOf(ctx.params.letter, LETTERS);

function letterName(ctx: FormContext): string {
  const name = named(ctx);
  return name ? `${LETTER_WORDS[roleOf(caseOf(ctx), name)]}${numbered(name)}` : 'unknown';
}
