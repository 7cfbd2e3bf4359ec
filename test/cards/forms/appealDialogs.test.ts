import { describe, expect, it } from 'vitest';
import { drawForm } from '../../../src/cards/forms/draw.ts';
import { isInput, type Field } from '../../../src/cards/forms/fields.ts';
import type { FormContext, Values } from '../../../src/cards/forms/form.ts';
import { FORMS } from '../../../src/cards/forms/index.ts';
import { submitForm } from '../../../src/cards/forms/submit.ts';
import { sizeOf } from '../../../src/cards/render.ts';
import type { Dialog } from '../../../src/cards/verbs.ts';
import type { CaseEvent, CaseReview } from '../../../src/domain/caseReview.ts';
import type { CaseView } from '../../../src/domain/caseView.ts';
import { evolve } from '../../../src/domain/evolve.ts';
import { nextSteps } from '../../../src/domain/nextSteps.ts';
import { calendarFor, resolvePolicy } from '../../../src/domain/policy.ts';
import { tell } from '../../../src/domain/tell.ts';
import { PROCEDURES, type Procedure } from '../../../src/domain/words.ts';
import { policyFor } from '../../../src/policies/registry.ts';
import { testPartnership } from '../../support/partnership.ts';

const TODAY = '2026-04-01';
const EVENTS: CaseEvent[] = [
  {
    type: 'applicationReceived',
    act: 'receiveApplication',
    on: '2026-03-02',
    with: {
      channel: 'online',
      applicant: { name: 'A', role: 'victim', kind: 'individual' },
      victim: { name: 'A' },
      complaints: [{ ref: 'c1', occurredOn: '2026-02-20', reports: [{ to: 'police', on: '2026-02-21' }] }],
    },
  },
  {
    type: 'thresholdDecided',
    act: 'decideThreshold',
    on: '2026-03-09',
    with: { result: 'not_met', bodies: ['council', 'police'], reasons: 'One.' },
  },
  {
    type: 'appealReceived',
    act: 'receiveAppeal',
    on: '2026-03-20',
    with: { about: 'threshold', to: 'office', grounds: ['facts'], how: { facts: 'Two more.' } },
  },
];

function contextOf(procedure: Procedure, dialog: Dialog): FormContext {
  const policy = resolvePolicy(policyFor(procedure), {});
  const calendar = calendarFor(policy);
  const partnership = testPartnership();
  const meta = { reference: 'HBC-2026-0007', procedure, authority: partnership.authority.name };
  const review = EVENTS.reduce<CaseReview | null>((before, event) => evolve(before, event, meta), null);
  const person = partnership.people[0];
  if (!review || !person) throw new Error('nothing to show');
  const told = tell(review, policy, calendar, TODAY);
  const steps = nextSteps(review, told, policy, calendar, partnership, TODAY);
  const base = { reference: meta.reference, version: 3, today: TODAY, review, told, policy, calendar, partnership };
  const view: CaseView = { ...base, steps, workings: {} };
  const kind = dialog === 'requestReturns' ? { kind: 'appeal' as const } : {};
  return { params: { dialog, caseId: meta.reference, v: 3, ...kind }, person, today: TODAY, partnership, view };
}

const fieldsOf = (procedure: Procedure, dialog: Dialog, values: Values = {}): Field[] => {
  const ctx = contextOf(procedure, dialog);
  return FORMS[dialog].fields(ctx, { ...FORMS[dialog].start?.(ctx), ...values });
};
function choicesOf(procedure: Procedure, dialog: Dialog, name: string): string[] {
  const field = fieldsOf(procedure, dialog)
    .filter(isInput)
    .find((it) => it.name === name);
  return field && 'choices' in field ? field.choices.map((it) => it.value) : [];
}
const DIALOGS_OF_APPEAL: Dialog[] = [
  'receiveAppeal',
  'passOnAppeal',
  'assignAppeal',
  'handOverAppeal',
  'hearAppeal',
  'decideAppeal',
  'requestReturns',
];

describe.each(PROCEDURES)('the dialogs of an appeal under the %s procedure', (procedure) => {
  it.each(DIALOGS_OF_APPEAL)('%s has labels, choices and a size that Teams takes', (dialog) => {
    const inputs = fieldsOf(procedure, dialog).filter(isInput);
    expect(new Set(inputs.map((it) => it.name)).size).toBe(inputs.length);
    for (const input of inputs) {
      expect(input.label).toMatch(/^[A-ZÀ-Ý]/);
      if ('choices' in input) expect(input.choices.length, input.name).toBeGreaterThan(0);
    }
    const ctx = contextOf(procedure, dialog);
    expect(sizeOf(drawForm(FORMS[dialog], ctx, FORMS[dialog].start?.(ctx) ?? {}).card)).toBeLessThan(28 * 1024);
  });
});

describe('what each procedure offers in an appeal', () => {
  it.each([
    ['llr', ['process', 'facts', 'other']],
    ['staffordshire', ['threshold', 'process', 'facts', 'other']],
    ['warwickshire', []],
    ['hertsmere', []],
    ['shropshire', []],
  ] as const)(
    '%s: the grounds it lists, one free text where it lists none (LLR-12.2, STF-12.3)',
    (procedure, grounds) => {
      expect(choicesOf(procedure, 'receiveAppeal', 'grounds')).toEqual(grounds);
      expect(fieldsOf(procedure, 'receiveAppeal').some((it) => isInput(it) && it.name === 'how_other')).toBe(true);
    },
  );

  it.each([
    ['llr', ['criteria_not_met', 'dismissed', 'upheld'], ['spoc']],
    ['staffordshire', ['criteria_not_met', 'dismissed', 'referred_back'], ['independent_review_manager']],
    ['warwickshire', ['dismissed', 'upheld', 'referred_back'], ['other']],
    ['hertsmere', ['dismissed', 'upheld', 'referred_back'], ['community_safety_manager', 'other']],
    ['shropshire', ['dismissed', 'upheld', 'referred_back'], ['scrutineer']],
  ] as const)('%s: its results and deciders (STF-12.12, AMB-D10)', (procedure, results, roles) => {
    expect(choicesOf(procedure, 'decideAppeal', 'result')).toEqual(results);
    expect(choicesOf(procedure, 'assignAppeal', 'as')).toEqual(roles);
  });

  it.each([
    ['llr', 9, 5],
    ['staffordshire', 11, 6],
    ['warwickshire', 0, 0],
    ['hertsmere', 0, 0],
    ['shropshire', 0, 0],
  ] as const)(
    '%s: of %i documents on its checklist %i can be there where no panel has met, and none is ticked (LLR-12.6, STF-12.10)',
    (procedure, all, possible) => {
      expect(policyFor(procedure).appeal.documents).toHaveLength(all);
      expect(choicesOf(procedure, 'handOverAppeal', 'have')).toHaveLength(possible);
      expect(FORMS.handOverAppeal.start?.(contextOf(procedure, 'handOverAppeal'))).toEqual({ have: '' });
    },
  );

  it('those whose appeals somebody else decides ask where it was made; Staffordshire asks the applicant too (AMB-C13, STF-12.2, STF-12.5)', () => {
    for (const procedure of PROCEDURES)
      expect(choicesOf(procedure, 'receiveAppeal', 'to')).toEqual(
        ['warwickshire', 'staffordshire', 'shropshire'].includes(procedure) ? ['lead', 'office'] : [],
      );
    expect(choicesOf('staffordshire', 'requestReturns', 'agencies')[0]).toBe('the applicant');
  });
});

describe('what is typed becomes an act', () => {
  it('what was not ticked wants a reason each; what the record shows cannot be there is recorded so, and cannot be ticked (STF-5.1)', () => {
    const ctx = contextOf('staffordshire', 'handOverAppeal');
    const have = 'application,policy_followed,threshold_rationale,timeline';
    expect(submitForm(FORMS.handOverAppeal, ctx, { have: 'application,plan' }, 'send')).toMatchObject({
      errors: { have: 'Choose from the answers' },
    });
    expect(submitForm(FORMS.handOverAppeal, ctx, { have }, 'send')).toMatchObject({
      kind: 'again',
      values: { asked: 'yes' },
    });
    const half = { have, asked: 'yes', why_support: 'None was offered.' };
    expect(submitForm(FORMS.handOverAppeal, ctx, half, 'send')).toEqual({
      kind: 'errors',
      errors: { why_other: 'Say why it is missing, or tick it' },
    });
    expect(submitForm(FORMS.handOverAppeal, ctx, { ...half, why_other: 'Nothing else.' }, 'send')).toMatchObject({
      ask: {
        act: 'handOverAppeal',
        with: {
          documents: expect.arrayContaining([
            { item: 'application', available: true },
            { item: 'support', available: false, reason: 'None was offered.' },
            { item: 'minutes', available: false, reason: 'No panel has met.' },
            { item: 'plan', available: false, reason: 'No plan was agreed.' },
            { item: 'risk_assessments', available: false, reason: 'No risk assessment is on record.' },
          ]) as unknown,
        },
      },
    });
  });

  it('a referral back names what is looked at again, and recommendations go to a body with their own numbers (STF-12.11)', () => {
    const ctx = contextOf('staffordshire', 'decideAppeal');
    const typed = {
      result: 'referred_back',
      reasons: 'Because.',
      rows: '2',
      recTo_1: 'police',
      recText_1: 'Share logs.',
    };
    expect(submitForm(FORMS.decideAppeal, ctx, typed, 'send')).toMatchObject({ kind: 'errors' });
    expect(submitForm(FORMS.decideAppeal, ctx, { ...typed, backProcess: 'The risk policy' }, 'send')).toMatchObject({
      ask: {
        with: {
          referBack: [{ for: 'process', name: 'The risk policy' }],
          recommendations: [{ id: 'r1', text: 'Share logs.' }],
        },
      },
    });
    expect(
      submitForm(FORMS.decideAppeal, ctx, { ...typed, backProcess: 'X', recTo_2: 'police' }, 'send'),
    ).toMatchObject({ kind: 'errors' });
  });

  it('an appeal by somebody else carries their consent only with its day (LLR-12.4)', () => {
    const ctx = contextOf('llr', 'receiveAppeal');
    const typed = {
      about: 'threshold',
      grounds: 'facts',
      how_facts: 'Two more.',
      by: 'Ines Corder',
      consentForm: 'signed',
    };
    expect(submitForm(FORMS.receiveAppeal, ctx, typed, 'send')).toMatchObject({ kind: 'errors' });
    expect(submitForm(FORMS.receiveAppeal, ctx, { ...typed, consentOn: '2026-03-31' }, 'send')).toMatchObject({
      ask: { with: { by: 'Ines Corder', consent: { form: 'signed', on: '2026-03-31' }, how: { facts: 'Two more.' } } },
    });
  });
});
