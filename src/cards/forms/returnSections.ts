import { complaintName } from '../../documents/plainWords.ts';
import { formatDay } from '../../calendar/isoDate.ts';
import { agencyNameOf } from '../../domain/whoIsWho.ts';
import { APPLICANT_ASKED, type ReturnKind } from '../../domain/words.ts';
import { legalBasis } from '../legalBasis.ts';
import { AGE_CHOICES, choicesOf, YES_NO } from './choices.ts';
import { isInput, type Field } from './fields.ts';
import { caseOf, type FormContext, type Values } from './form.ts';
import { complaintsAsked } from './returnValues.ts';
import { dangerFields, meetingFields, paperFields, reasonFields, riskFields, workFields } from './returnTexts.ts';
import { tracedFields } from './returnTraced.ts';

export const SECTIONS = ['holding', 'complaints', 'work', 'risk', 'papers', 'finish'] as const;
export type Section = (typeof SECTIONS)[number];

/** A threshold request asks only who was told what and when; a review asks for what was done about it too; an appeal for papers. */
const ASKED: Record<ReturnKind, Section[]> = {
  threshold: ['holding', 'complaints', 'risk', 'finish'],
  review: ['holding', 'complaints', 'work', 'risk', 'finish'],
  appeal: ['holding', 'papers', 'finish'],
};
export const sectionsOf = (ctx: FormContext): Section[] => ASKED[ctx.params.kind ?? 'review'];

const isReview = (ctx: FormContext): boolean => (ctx.params.kind ?? 'review') === 'review';

/** The appellant's reasons, written down by the coordinator. */
export const byAppellant = (ctx: FormContext): boolean =>
  ctx.params.kind === 'appeal' && ctx.params.agency === APPLICANT_ASKED;

/** The fields of one section; for reading alone, what was answered as facts. */
export function sectionFields(section: Section, ctx: FormContext, values: Values, reading: boolean): Field[] {
  const fields = of(section, ctx, values);
  return reading ? asFacts(fields, values) : fields;
}

function of(section: Section, ctx: FormContext, values: Values): Field[] {
  switch (section) {
    case 'holding':
      return holdingFields(ctx);
    case 'complaints':
      return tracedFields(ctx);
    case 'work':
      return workFields();
    case 'risk':
      return riskFields(isReview(ctx), AGE_CHOICES, YES_NO);
    case 'papers':
      return byAppellant(ctx) ? reasonFields() : paperFields();
    case 'finish':
      return [...(asksDangerLast(ctx, values) ? dangerFields(YES_NO) : []), ...meetingFields(isReview(ctx))];
  }
}

/** Who cannot share, and who answers in an appeal, never comes to the section on risk: danger is asked of them all the same. */
const asksDangerLast = (ctx: FormContext, values: Values): boolean =>
  !byAppellant(ctx) && (ctx.params.kind === 'appeal' || values['holding'] === 'withheld');

function holdingFields(ctx: FormContext): Field[] {
  const view = caseOf(ctx);
  const agency = agencyNameOf(view.partnership, ctx.params.agency ?? '');
  const told = view.told.returns.find(
    (one) => one.kind === (ctx.params.kind ?? 'review') && agencyNameOf(view.partnership, one.agency) === agency,
  );
  return [
    {
      kind: 'facts',
      facts: [
        { label: 'Case', value: view.reference },
        { label: byAppellant(ctx) ? 'Answer of' : 'Your organisation', value: agency },
        ...(told?.dueOn ? [{ label: 'Please answer by', value: formatDay(told.dueOn) }] : []),
        { label: 'We ask about', value: complaintsWords(ctx) },
      ],
    },
    {
      kind: 'choice',
      name: 'holding',
      label: byAppellant(ctx)
        ? 'What did the applicant answer?'
        : ctx.params.kind === 'appeal'
          ? 'What do you hold on this case?'
          : 'What do you hold on these complaints?',
      required: true,
      missing: 'Say whether you hold anything',
      expanded: true,
      path: 'result',
      choices: choicesOf(
        byAppellant(ctx)
          ? { held: 'They answered', nil: 'They have nothing to add' }
          : {
              held: 'We hold something and share it',
              nil: 'We hold nothing',
              withheld: 'We hold something and cannot share it',
            },
      ),
    },
    ...(byAppellant(ctx) ? [] : whyAndWhyNot(ctx.params.kind ?? 'review')),
  ];
}

const whyAndWhyNot = (kind: ReturnKind): Field[] => [
  {
    kind: 'multiline',
    name: 'ground',
    sometimes: true,
    label: 'If you cannot share it: because',
    help: 'Name the rule that stops you, not the information itself.',
    maxLength: 1000,
    path: 'ground',
  },
  { kind: 'heading', text: 'Why you may answer' },
  ...legalBasis(kind).map((text) => ({ kind: 'help', text }) as const),
];

function complaintsWords(ctx: FormContext): string {
  const days = complaintsAsked(ctx).map((one) => `${complaintName(one.ref)}: ${formatDay(one.occurredOn)}`);
  return days.length > 6 ? `${days.slice(0, 6).join('; ')} and ${days.length - 6} more` : days.join('; ');
}

const asFacts = (fields: Field[], values: Values): Field[] => {
  const facts = fields.filter(isInput).flatMap((field) => {
    const value = values[field.name];
    if (!value) return [];
    const title = 'choices' in field ? field.choices.find((one) => one.value === value)?.title : undefined;
    return [{ label: field.label, value: title ?? value }];
  });
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
};
