import { complaintName } from './plainWords.ts';
import type { Detail } from '../domain/detail.ts';
import { table, text, type Block } from './document.ts';

type Form = Detail<'recordReturn'>;

/** The form's fields as a reader of the pack meets them; `closed` fields may only be spoken of in the closed session. */
const FIELDS: { key: keyof Form; label: string; closed?: true }[] = [
  { key: 'responder', label: 'Filled in by' },
  { key: 'role', label: 'Role' },
  { key: 'unlisted', label: 'Complaints held that are not listed' },
  { key: 'hate', label: 'Hate' },
  { key: 'behaviour', label: 'Kind of behaviour' },
  { key: 'actionTaken', label: 'Action taken' },
  { key: 'actionConsidered', label: 'Action considered and not taken', closed: true },
  { key: 'openCase', label: 'Open case' },
  { key: 'victimContact', label: 'Contact with the victim' },
  { key: 'risk', label: 'Risk', closed: true },
  { key: 'perpetratorAge', label: 'Age of the person responsible', closed: true },
  { key: 'perpetrator', label: 'The person responsible', closed: true },
  { key: 'others', label: 'Other victims or witnesses', closed: true },
  { key: 'immediateRisk', label: 'Immediate risk of harm' },
  { key: 'interimAction', label: 'Action taken at once' },
  { key: 'furtherAction', label: 'What more could be done' },
  { key: 'attending', label: 'Who comes to the panel' },
  { key: 'closedItems', label: 'For the closed session', closed: true },
  { key: 'attachments', label: 'Papers' },
  { key: 'declaredBy', label: 'Declared as true by' },
];

/** What an agency wrote, field by field, empty ones left out. */
export function returnFields(form: Form): Block[] {
  const said = FIELDS.flatMap(({ key, label, closed }) => {
    const value = form[key];
    if (typeof value !== 'string' || value === '') return [];
    return [text(`${label}${closed ? ' (closed session)' : ''}: ${value}`)];
  });
  const traced = (form.traced ?? []).map((one) => [
    complaintName(one.ref),
    one.traced,
    one.reference ?? '',
    one.note ?? '',
  ]);
  return [...(traced.length ? [table(['Complaint', 'Traced', 'Their reference', 'Note'], traced, '')] : []), ...said];
}
