import { requestLabel } from '../../documents/procedureWords.ts';
import { agencyIdOf } from '../../domain/whoIsWho.ts';
import { again, ask, caseOf, errors, type Built, type Form, type FormContext, type Values } from './form.ts';
import type { Button } from './fields.ts';
import { readReturnForm, returnStart } from './returnValues.ts';
import { byAppellant, sectionFields, sectionsOf, type Section } from './returnSections.ts';
import { formatDay } from '../../calendar/isoDate.ts';
import { panelMet } from '../../domain/panel.ts';

/**
 * An agency's response form, in sections sized for a phone. Every step saves the draft; the answer may be changed until the
 * pack goes to the panel. "We hold nothing" is one press and a proper answer.
 */
export const agencyReturn: Form = {
  name: 'return',
  title: (ctx) =>
    byAppellant(ctx) ? 'Reasons for the appeal' : requestLabel(caseOf(ctx), ctx.params.kind ?? 'review'),
  width: 'large',
  start: (ctx) => ({ ...returnStart(ctx), section: 'holding' }),
  fields: (ctx, values) =>
    readOnly(ctx)
      ? [
          { kind: 'help', tone: 'warning', text: readOnlyWords(ctx) },
          ...sectionsOf(ctx).flatMap((section) => sectionFields(section, ctx, values, true)),
        ]
      : sectionFields(sectionOf(ctx, values), ctx, values, false),
  hidden: (ctx, values) => ({ section: sectionOf(ctx, values) }),
  buttons: (ctx, values) => (readOnly(ctx) ? [] : buttonsOf(ctx, sectionOf(ctx, values), values)),
  build: (values, ctx, press) => {
    if (readOnly(ctx)) return errors({ form: readOnlyWords(ctx) });
    const section = sectionOf(ctx, values);
    if (press === 'nil') return ask({ do: 'nilReturn' });
    if (press === 'save') return save(values, ctx, 'close');
    if (press === 'back') return save(values, ctx, { ...values, section: neighbour(ctx, section, -1) });
    if (press === 'next') return next(values, ctx, section);
    return send(values, ctx);
  },
};

function next(values: Values, ctx: FormContext, section: Section): Built {
  if (section === 'holding' && values['holding'] === 'nil') return ask({ do: 'nilReturn' });
  if (section === 'holding' && values['holding'] === 'withheld' && !values['ground'])
    return errors({ ground: 'Write why you cannot share it' });
  const on = section === 'holding' && values['holding'] === 'withheld' ? 'finish' : neighbour(ctx, section, 1);
  return save(values, ctx, { ...values, section: on });
}

function send(values: Values, ctx: FormContext): Built {
  const result = values['holding'];
  if (result === 'nil') return ask({ do: 'nilReturn' });
  if (result !== 'held' && result !== 'withheld') return again({ ...values, section: 'holding' });
  if (result === 'withheld' && !values['ground']) return errors({ ground: 'Write why you cannot share it' });
  return ask({
    do: 'sendReturn',
    result,
    ...(result === 'withheld' ? { ground: values['ground'] ?? '' } : {}),
    form: readReturnForm(values, ctx),
  });
}

function save(values: Values, ctx: FormContext, then: Values | 'close'): Built {
  const result = values['holding'];
  return ask({
    do: 'saveReturn',
    draft: {
      ...(result === 'held' || result === 'withheld' ? { result } : {}),
      ...(values['ground'] ? { ground: values['ground'] } : {}),
      form: readReturnForm(values, ctx),
    },
    then,
  });
}

function buttonsOf(ctx: FormContext, section: Section, values: Values): Button[] {
  const saves: Button = { press: 'save', title: 'Save and finish later', lenient: true };
  if (section === 'holding')
    return [
      { press: 'next', title: 'Continue', style: 'positive' },
      ...(answered(ctx) || byAppellant(ctx) ? [] : [{ press: 'nil', title: 'We hold nothing', lenient: true }]),
      saves,
    ];
  const back: Button = { press: 'back', title: 'Back', lenient: true };
  if (section === 'finish')
    return [
      {
        press: 'send',
        title: values['holding'] === 'withheld' ? 'Send this answer' : 'Send the form',
        style: 'positive',
      },
      back,
      saves,
    ];
  return [{ press: 'next', title: 'Continue', style: 'positive' }, back, saves];
}

function sectionOf(ctx: FormContext, values: Values): Section {
  return sectionsOf(ctx).find((one) => one === values['section']) ?? 'holding';
}

function neighbour(ctx: FormContext, from: Section, by: 1 | -1): Section {
  const all = sectionsOf(ctx);
  return all[all.indexOf(from) + by] ?? from;
}

const requestOf = (ctx: FormContext) => {
  const view = caseOf(ctx);
  const agency = agencyIdOf(view.partnership, ctx.params.agency ?? '');
  return view.review.requests.findLast(
    (one) => one.kind === (ctx.params.kind ?? 'review') && agencyIdOf(view.partnership, one.agency) === agency,
  );
};
const answered = (ctx: FormContext): boolean => requestOf(ctx)?.answer !== undefined;

/** Once the pack has gone to the panel an answer can no longer be changed; one never given still may be. */
function readOnly(ctx: FormContext): boolean {
  const { review } = caseOf(ctx);
  if (ctx.params.kind === 'appeal') return review.appeals.at(-1)?.decided !== undefined;
  return review.stage === 'closed' || (answered(ctx) && (review.packIssuedOn ?? panelMet(review)) !== undefined);
}
function readOnlyWords(ctx: FormContext): string {
  const { review } = caseOf(ctx);
  if (ctx.params.kind === 'appeal') return 'The appeal is decided. The form can be read but not changed.';
  if (review.stage === 'closed') return 'The case is closed. The form can be read but not changed.';
  return review.packIssuedOn
    ? `The pack went to the panel on ${formatDay(review.packIssuedOn)}. The form can be read but no longer changed.`
    : 'The panel has met. The form can be read but no longer changed.';
}
