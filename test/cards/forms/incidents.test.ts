import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../src/cards/forms/index.ts';
import { submitForm } from '../../../src/cards/forms/submit.ts';
import type { Built, Values } from '../../../src/cards/forms/form.ts';
import { contextOf } from './samples.ts';

const form = FORMS.application;
const ctx = contextOf('application');
const incident = (at: number, occurredOn: string, to = 'council'): Values => ({
  [`c${at}_occurredOn`]: occurredOn,
  [`c${at}_what`]: `Noise ${at}`,
  [`c${at}_r1_to`]: to,
  [`c${at}_r1_on`]: occurredOn,
});
const typed = (more: Values): Values => ({
  channel: 'phone',
  madeOn: '2026-08-19',
  applicantName: 'Elsie Example',
  applicantRole: 'victim',
  applicantKind: 'individual',
  victimUnder18: 'false',
  victimHealth: 'false',
  ...more,
});
const press = (values: Values, name: string): Built => submitForm(form, ctx, values, name);
const after = (built: Built): Values => {
  if (built.kind !== 'again') throw new Error(`not drawn again, but ${JSON.stringify(built)}`);
  return built.values;
};
const opened = (built: Built) => {
  if (built.kind !== 'ask' || built.ask.do !== 'openCase') throw new Error(JSON.stringify(built));
  return built.ask.with as {
    complaints: { ref: string; occurredOn: string; sameIncidentAs?: string; reports: object[] }[];
  };
};

describe('incidents of an application', () => {
  const two = typed({ rows: '1,1,1', ...incident(1, '2026-08-01'), ...incident(3, '2026-08-09', 'police') });

  it('a blank one does not keep the case from opening, and goes nowhere', () => {
    const { complaints } = opened(press(two, 'send'));
    expect(complaints.map((one) => [one.ref, one.occurredOn])).toEqual([
      ['c1', '2026-08-01'],
      ['c2', '2026-08-09'],
    ]);
  });

  it('one of which anything is typed is asked for the rest, at its own field', () => {
    const built = press({ ...two, c2_what: 'Shouting' }, 'send');
    expect(built).toMatchObject({ kind: 'errors', errors: { c2_occurredOn: 'Enter the day it happened' } });
  });

  it('the only one is demanded though it is blank', () => {
    const built = press(typed({ rows: '1' }), 'send');
    expect(built).toMatchObject({ kind: 'errors', errors: { c1_occurredOn: 'Enter the day it happened' } });
  });

  it('can be taken out; those after it move up, and “the same event as” still names the same', () => {
    const three = typed({
      rows: '1,2,1',
      ...incident(1, '2026-08-01'),
      ...incident(2, '2026-08-05'),
      c2_r2_to: 'police',
      c2_r2_on: '2026-08-06',
      ...incident(3, '2026-08-09'),
      c3_same: 'c2',
    });
    const left = after(press(three, 'dropIncident:0'));
    expect(left).toMatchObject({
      rows: '2,1',
      c1_occurredOn: '2026-08-05',
      c2_occurredOn: '2026-08-09',
      c2_same: 'c1',
    });
    expect(left['c3_occurredOn']).toBeUndefined();
    const { complaints } = opened(press(left, 'send'));
    expect(complaints[1]).toMatchObject({ ref: 'c2', sameIncidentAs: 'c1' });
    expect(complaints[0]?.reports).toHaveLength(2);
    expect(after(press(three, 'dropIncident:1'))['c2_same']).toBeUndefined();
  });

  it('an extra report can be taken out, and a blank one is left out', () => {
    const values = typed({ rows: '2', ...incident(1, '2026-08-01') });
    expect(opened(press(values, 'send')).complaints[0]?.reports).toHaveLength(1);
    expect(after(press(values, 'dropReport:0:1'))['rows']).toBe('1');
  });

  it('the last incident and the last report have no button that takes them out', () => {
    const built = press(typed({ rows: '1', ...incident(1, '2026-08-01') }), 'dropIncident:0');
    expect(built.kind).toBe('errors');
  });

  it('kept for later, the form holds no blank rows, and a wrong day or address does not refuse it', () => {
    const built = press({ ...two, c1_occurredOn: '2099-01-01', victimEmail: 'not yet known' }, 'save');
    expect(built).toMatchObject({
      kind: 'ask',
      ask: { do: 'keepTyped', values: { rows: '1,1', c1_occurredOn: '2099-01-01', c2_occurredOn: '2026-08-09' } },
    });
  });

  it('but a text that is too long for the form is still told, at its field', () => {
    expect(press({ ...two, c1_what: 'x'.repeat(201) }, 'save')).toMatchObject({ kind: 'errors' });
  });
});
