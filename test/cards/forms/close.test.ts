import { describe, expect, it } from 'vitest';
import { close } from '../../../src/cards/forms/close.ts';
import type { FormContext, Values } from '../../../src/cards/forms/form.ts';
import { possibleNow } from '../../../src/cards/forms/possible.ts';
import { submitForm, typedInto } from '../../../src/cards/forms/submit.ts';
import { ACTION, met, notMet, PANEL, planned, received, type Playing } from '../../policies/support/playing.ts';
import { someone } from '../../support/partnership.ts';

/** The dialog on a day, for somebody who may close the case. */
const contextOf = (playing: Playing, on: string): FormContext => {
  const view = playing.view(on);
  const person = view.partnership.people.find((one) => one.roles.includes('coordinator')) ?? someone('cora-spoc');
  const params = { dialog: 'close', caseId: view.reference, v: 1 } as const;
  return { params, person, today: on, partnership: view.partnership, view };
};
const opened = (ctx: FormContext): Values => typedInto(close, ctx, close.start?.(ctx) ?? {});
const wordsOf = (ctx: FormContext, values: Values): string => JSON.stringify(close.fields(ctx, values));
const names = (ctx: FormContext, values: Values) =>
  close.fields(ctx, values).flatMap((field) => ('name' in field ? [field.name] : []));
const pressed = (ctx: FormContext, values: Values, press = 'send') => submitForm(close, ctx, values, press);

describe('the dialog that closes a case (STAT-13)', () => {
  it('offers only the ways that can stand, and says in plain words what the others lack', () => {
    const ctx = contextOf(received('warwickshire'), '2026-03-30');
    const values = opened(ctx);
    expect(names(ctx, values)).toEqual(['way']);
    const text = wordsOf(ctx, values);
    expect(text).toContain('"choices":[{"value":"duplicate","title":"Dealt with in another case"}]');
    for (const reason of [
      'The panel has not met yet.',
      'The bodies have not decided that the threshold is not met.',
      'Nobody has recorded that the applicant no longer wants it.',
      'The application has not been declined.',
      'At least 3 attempts by 2 means over 10 working days come first.',
    ])
      expect(text).toContain(reason);
  });

  it('has no button where no way can stand: an action is open', () => {
    const ctx = contextOf(planned('hertsmere'), '2026-05-06');
    const values = opened(ctx);
    expect(names(ctx, values)).toEqual([]);
    expect(close.buttons(ctx, values)).toEqual([]);
    expect(wordsOf(ctx, values)).toContain('Actions are still open.');
    expect(pressed(ctx, { as: 'completed', reason: 'x' }).kind).toBe('errors');
  });

  it('opens with the way in which the case has ended, and leads to another by a press', () => {
    const ctx = contextOf(notMet('llr'), '2026-04-13');
    expect(opened(ctx)['as']).toBe('not_met');
    expect(names(ctx, opened(ctx))).toEqual(['reason']);
    const other = pressed(ctx, opened(ctx), 'other');
    expect(other).toMatchObject({ kind: 'again', values: { as: '' } });
    expect(pressed(ctx, { ...opened(ctx), reason: 'One incident.' })).toEqual({
      kind: 'ask',
      ask: { do: 'act', act: 'closeCase', with: { as: 'not_met', reason: 'One incident.' } },
    });
  });

  it('asks for the other case and what stands in it where it is a duplicate, and for nothing else', () => {
    const ctx = contextOf(received('shropshire'), '2026-03-30');
    const chosen = pressed(ctx, { as: '', way: 'duplicate' }, 'choose');
    if (chosen.kind !== 'again') throw new Error('the way was not taken');
    expect(names(ctx, chosen.values)).toEqual(['of', 'covers', 'reason']);
    expect(wordsOf(ctx, chosen.values)).toContain('Complaint a, Mon 12 January 2026 (counts)');
    const typed = { ...chosen.values, of: 'MDC-2026-0001', covers: 'a,b', reason: 'It stands there.' };
    expect(pressed(ctx, { ...typed, covers: '' })).toMatchObject({ kind: 'errors', errors: { covers: /./ } });
    expect(pressed(ctx, typed)).toMatchObject({
      ask: { with: { as: 'duplicate', of: 'MDC-2026-0001', covers: ['a', 'b'], reason: 'It stands there.' } },
    });
  });

  it('asks for a second person, and says why, while the risk is high; whoever closes is not among them', () => {
    const playing = received('llr')
      .does('2026-03-30', 'assessRisk', { stage: 'review', level: 'high' })
      .does('2026-03-30', 'recordWithdrawal', { by: 'victim', means: 'email', words: 'I am moving away.' });
    const ctx = contextOf(playing, '2026-03-30');
    const values = opened(ctx);
    expect(values['as']).toBe('withdrawn');
    expect(names(ctx, values)).toEqual(['reason', 'approvedBy']);
    const text = wordsOf(ctx, values);
    expect(text).toContain('The risk to the victim was last assessed as high, so a second person must approve');
    expect(text).toContain('I am moving away.');
    expect(text).not.toContain(`"value":"${ctx.person.id}"`);
    expect(pressed(ctx, { ...values, reason: 'At her wish.' })).toMatchObject({ kind: 'errors' });
    const senior = ctx.partnership.people.find((it) => it.roles.includes('senior_manager') && it.id !== ctx.person.id);
    expect(pressed(ctx, { ...values, reason: 'At her wish.', approvedBy: senior?.id ?? '' })).toMatchObject({
      ask: { with: { approvedBy: [{ name: senior?.name, role: senior?.title }] } },
    });
  });
});

describe('what a closed case still offers (STAT-13)', () => {
  const offers = (playing: Playing, on: string) => {
    const { partnership, ...view } = playing.view(on);
    const person = partnership.people[0] ?? someone('cora-spoc');
    return possibleNow({ ...view, partnership }, person).flatMap((group) => group.things.map((it) => it.title));
  };

  it('the one letter that fits its ending until it has gone, and no date of an action', () => {
    const withdrawn = met('hertsmere')
      .does('2026-04-14', 'recordWithdrawal', { by: 'victim', means: 'phone' })
      .does('2026-04-14', 'closeCase', { as: 'withdrawn', reason: 'At her wish.' });
    expect(offers(withdrawn, '2026-04-15')).toEqual(['Letter: when and why it was closed']);
    expect(offers(withdrawn.sends('2026-04-15', 'withdrawal'), '2026-04-15')).toEqual(['Record an appeal']);
    const refused = notMet('llr').does('2026-04-13', 'closeCase', { as: 'not_met', reason: 'One.' });
    expect(offers(refused, '2026-04-13')).toEqual(['Record an appeal']);
  });

  it('the minutes where the panel still waits for them, and in Shropshire the call back (SHR-10.1)', () => {
    const completed = met('shropshire')
      .does('2026-05-05', 'holdPanel', PANEL)
      .does('2026-05-05', 'agreePlan', { actions: [ACTION] })
      .sends('2026-05-07', 'outcome')
      .does('2026-06-01', 'reportAction', { action: '1', status: 'done' })
      .does('2026-06-02', 'closeCase', { as: 'completed', reason: 'Done.' });
    expect(offers(completed, '2026-06-02')).toEqual([
      'Letter: when and why it was closed',
      'Send the minutes',
      'Record an appeal',
      'Record the follow-up',
    ]);
  });
});
