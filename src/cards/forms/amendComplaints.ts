import { formatDay } from '../../calendar/isoDate.ts';
import { complaintName } from '../../documents/plainWords.ts';
import { ask, again, caseOf, type Form, type FormContext } from './form.ts';
import { anotherReport, rowsOf, withoutReport } from './incidentRows.ts';
import { incidentFields, readIncidents } from './incidents.ts';

/** Adds a complaint to the case. The dates of the application stand. */
export const amendComplaints: Form = {
  name: 'amendComplaints',
  title: () => 'Add a complaint',
  start: () => ({ rows: '1' }),
  fields: (ctx, values) => [
    {
      kind: 'facts',
      facts: caseOf(ctx).review.complaints.map((one) => ({
        label: complaintName(one.ref),
        value: `happened ${formatDay(one.occurredOn)}`,
      })),
    },
    {
      kind: 'help',
      text: 'Add what was left out. The day of the application does not change.',
    },
    ...incidentFields({ ...values, rows: rowsOf(values).split(',')[0] ?? '1' }, ctx.today),
  ],
  hidden: (_ctx, values) => ({ rows: rowsOf(values).split(',')[0] ?? '1' }),
  buttons: () => [{ press: 'send', title: 'Add this complaint', style: 'positive' }],
  build: (values, ctx, press) => {
    if (press.startsWith('addReport:')) return again(anotherReport(values, 0));
    if (press.startsWith('dropReport:')) return again(withoutReport(values, 0, Number(press.split(':')[2])));
    const read = readIncidents({ ...values, rows: rowsOf(values).split(',')[0] ?? '1' });
    if (Object.keys(read.errors).length > 0) return { kind: 'errors', errors: read.errors };
    return ask({ do: 'act', act: 'amendComplaints', with: { complaints: named(read.complaints, ctx) } });
  },
};

/** The next free ref: `c4` after three complaints. */
function named(complaints: object[], ctx: FormContext): object[] {
  const taken = new Set(caseOf(ctx).review.complaints.map((one) => one.ref));
  let next = taken.size + 1;
  while (taken.has(`c${next}`)) next += 1;
  return complaints.map((one) => ({ ...one, ref: `c${next}` }));
}
