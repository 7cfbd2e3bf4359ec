import { GROUND_WORDS, type Ground } from '../../documents/appealWords.ts';
import { capital, APPEAL_ABOUT_WORDS } from '../../documents/plainWords.ts';
import { hasStep } from '../../domain/appealStanding.ts';
import type { With } from '../../domain/acts.ts';
import { windowOpenedBy } from '../../domain/closing.ts';
import type { AppealAbout } from '../../domain/words.ts';
import { choicesOf, filled, oneOf } from './choices.ts';
import { CONSENT_CHOICES, consentFaults, consentFields, readConsent } from './consentFields.ts';
import type { Field } from './fields.ts';
import { act, caseOf, errors, type Form, type FormContext, type Values } from './form.ts';

/** Takes an appeal. One that is late, or names no ground, is recorded all the same: whoever decides it judges. */
export const receiveAppeal: Form = {
  name: 'receiveAppeal',
  title: () => 'Record an appeal',
  width: 'large',
  start: (ctx) => ({
    about: usual(ctx),
    madeOn: ctx.today,
    to: 'lead',
    ...(groundsOf(ctx).length === 1 ? { grounds: 'other' } : {}),
  }),
  fields: (ctx) => [...what(ctx), ...why(ctx), ...who(ctx)],
  buttons: () => [{ press: 'send', title: 'Record the appeal', style: 'positive' }],
  build: (values, ctx) => {
    const about = oneOf(values['about'], ['threshold', 'review'] as const);
    const [first, ...rest] = groundsOf(ctx).filter((one) => (values['grounds'] ?? '').split(',').includes(one));
    if (!about) return errors({ about: 'Choose what the appeal is about' });
    if (!first) return errors({ grounds: 'Choose at least one reason' });
    const lacking = consentFaults(values, CONSENT);
    if (Object.keys(lacking).length > 0) return errors(lacking);
    const consent = readConsent(values, ctx, CONSENT);
    return act('receiveAppeal', {
      about,
      grounds: [first, ...rest],
      how: filled(Object.fromEntries([first, ...rest].map((one) => [one, values[`how_${one}`]]))),
      ...toWhom(values, ctx),
      ...filled({ madeOn: values['madeOn'], by: values['by'], toldOn: values['toldOn'] }),
      ...(consent === undefined ? {} : { consent }),
    });
  },
};

/** The grounds that the procedure lists, and room for what fits none of them; one free text where it lists none. */
function groundsOf(ctx: FormContext): Ground[] {
  const listed = caseOf(ctx).policy.settings['appeal.grounds'];
  return [...listed.filter((one) => one !== 'other'), 'other'];
}

function what(ctx: FormContext): Field[] {
  const view = caseOf(ctx);
  return [
    {
      kind: 'help',
      text: `Record it on the day it arrives. A late appeal is recorded too and goes to ${view.policy.settings['appeal.body']}, who decides about it.`,
    },
    {
      kind: 'choice',
      name: 'about',
      label: 'What the appeal is about',
      required: true,
      expanded: true,
      path: 'about',
      choices: choicesOf({
        threshold: capital(APPEAL_ABOUT_WORDS.threshold),
        review: capital(APPEAL_ABOUT_WORDS.review),
      }),
    },
    ...(hasStep('passOnAppeal', view.policy)
      ? [
          {
            kind: 'choice',
            name: 'to',
            label: 'Where it was made',
            required: true,
            expanded: true,
            path: 'to',
            choices: choicesOf({
              lead: 'To us: we pass it on',
              office: `Straight to ${view.policy.settings['appeal.body']}`,
            }),
          } as const,
        ]
      : []),
    {
      kind: 'date',
      name: 'madeOn',
      label: 'Day it was made',
      help: 'The day on the letter, form or e-mail. It decides whether the appeal is in time.',
      latest: ctx.today,
      path: 'madeOn',
    },
    ...(told(ctx)
      ? []
      : [
          {
            kind: 'date',
            name: 'toldOn',
            label: 'Day the applicant was told the decision',
            help: 'Only because no letter of this case tells it.',
            latest: ctx.today,
            path: 'toldOn',
          } as const,
        ]),
  ];
}

function why(ctx: FormContext): Field[] {
  const grounds = groundsOf(ctx);
  const text = (ground: Ground, label: string): Field => ({
    kind: 'multiline',
    name: `how_${ground}`,
    label,
    maxLength: 3000,
    path: `how.${ground}`,
  });
  if (grounds.length === 1)
    return [{ kind: 'heading', text: 'What they are unhappy with' }, text('other', 'In their own words')];
  return [
    { kind: 'heading', text: 'Why they appeal' },
    {
      kind: 'multi',
      name: 'grounds',
      label: 'Reasons they give',
      help: 'If they only say that the threshold was met, look which reason that comes to: a missed incident is a fact that was not considered.',
      required: true,
      missing: 'Choose at least one reason',
      path: 'grounds',
      choices: choicesOf(Object.fromEntries(grounds.map((one) => [one, GROUND_WORDS[one]]))),
    },
    ...grounds.map((one) => text(one, `${GROUND_WORDS[one]}: how`)),
  ];
}

const who = (ctx: FormContext): Field[] => [
  { kind: 'heading', text: 'Who appeals' },
  {
    kind: 'text',
    name: 'by',
    label: 'Representative’s full name',
    help: 'Leave it empty where the applicant appeals.',
    maxLength: 200,
    path: 'by',
  },
  {
    kind: 'choice',
    name: 'consentForm',
    label: 'The victim’s consent to this representative',
    help: 'Without it the appeal is received, but nothing is passed on until it comes.',
    choices: CONSENT_CHOICES,
    path: 'consent.form',
  },
  ...consentFields(ctx, CONSENT, 'consent.'),
];

const CONSENT = { form: 'consentForm', on: 'consentOn', by: 'consentBy' };

const toWhom = (values: Values, ctx: FormContext): Pick<With<'receiveAppeal'>, 'to'> =>
  hasStep('passOnAppeal', caseOf(ctx).policy) && values['to'] === 'office' ? { to: 'office' } : {};

/** Does a letter of this case tell a decision that can be appealed, or that it ended without one (STAT-13)? */
function told(ctx: FormContext): boolean {
  const { review, policy } = caseOf(ctx);
  const { not_met, outcome } = policy.letters;
  return review.letters.some(
    (it) => it.letter === not_met || it.letter === outcome || windowOpenedBy(it, review, policy) !== null,
  );
}

/** The review, once its panel has met or its ending is told; else the threshold. */
function usual(ctx: FormContext): AppealAbout {
  const { review, policy } = caseOf(ctx);
  const ended = review.letters.some((it) => windowOpenedBy(it, review, policy) === 'review');
  return review.panelHeld || ended ? 'review' : 'threshold';
}
