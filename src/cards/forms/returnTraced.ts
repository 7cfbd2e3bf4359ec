import { complaintName } from '../../documents/plainWords.ts';
import { formatDay } from '../../calendar/isoDate.ts';
import { BODY_WORDS, choicesOf } from './choices.ts';
import type { Field } from './fields.ts';
import type { FormContext } from './form.ts';
import { complaintsAsked } from './returnValues.ts';

/** So many complaints are asked about one by one; the rest go into one text, because a card has a largest size. */
const MOST = 12;

/** Each complaint of the application: do you know of it, under which reference, and what your record says. */
export function tracedFields(ctx: FormContext): Field[] {
  const asked = complaintsAsked(ctx);
  return [
    ...asked.slice(0, MOST).flatMap((complaint, at): Field[] => [
      { kind: 'heading', text: complaintName(complaint.ref) },
      {
        kind: 'facts',
        facts: [
          { label: 'Happened', value: formatDay(complaint.occurredOn) },
          ...complaint.reports.slice(0, 4).map((report) => ({
            label: 'Reported',
            value: `${formatDay(report.on)} to ${BODY_WORDS[report.to].toLowerCase()}${report.reference ? ` (${report.reference})` : ''}`,
          })),
        ],
      },
      {
        kind: 'choice',
        name: `t${at + 1}_traced`,
        label: `Is ${complaintName(complaint.ref).toLowerCase()} in your records?`,
        choices: choicesOf({ yes: 'Yes, we found it', no: 'No' }),
        expanded: true,
        path: `traced.${at}.traced`,
      },
      {
        kind: 'text',
        name: `t${at + 1}_reference`,
        label: `Your reference for ${complaintName(complaint.ref).toLowerCase()}`,
        maxLength: 200,
      },
      {
        kind: 'text',
        name: `t${at + 1}_note`,
        label: `What your record says about ${complaintName(complaint.ref).toLowerCase()}`,
        ...(at === 0
          ? { help: 'Day reported, day it happened, how it was reported, same event as another complaint.' }
          : {}),
        maxLength: 400,
      },
    ]),
    {
      kind: 'multiline',
      name: 'unlisted',
      label: 'Other complaints you hold about the same trouble',
      help: 'For each: the day it happened, the day it was reported, your reference.',
      maxLength: 2000,
      path: 'unlisted',
    },
    { kind: 'text', name: 'hate', label: 'Hate marker and strand, if any', maxLength: 200, path: 'hate' },
  ];
}
