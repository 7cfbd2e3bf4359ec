import { formatDay } from '../../calendar/isoDate.ts';
import { complaintName, MEANS_WORDS } from '../../documents/plainWords.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ClosedAs } from '../../domain/words.ts';
import { choicesOf } from './choices.ts';
import type { Field } from './fields.ts';

/** What the closing as withdrawn rests on. */
export function withdrawalFacts({ review }: CaseView, as: ClosedAs): { label: string; value: string }[] {
  const { withdrawal } = review;
  if (as !== 'withdrawn' || withdrawal === undefined) return [];
  const { by, means, words } = withdrawal.with;
  const who = by === 'victim' ? 'The victim' : 'Somebody who speaks for the victim';
  return [
    { label: 'Who withdrew', value: `${who}, ${MEANS_WORDS[means]} on ${formatDay(withdrawal.on)}` },
    ...(words === undefined ? [] : [{ label: 'What was said', value: words }]),
  ];
}

/** STAT-3: which complaints the other case holds. Those outside it may not reach the count by themselves. */
export function coversFields(view: CaseView): Field[] {
  const { complaints } = view.review;
  const counted = new Map(view.told.complaints.map((it) => [it.ref, it.counted]));
  const title = (ref: string, day: string) =>
    `${complaintName(ref)}, ${formatDay(day)}${counted.get(ref) === true ? ' (counts)' : ''}`;
  return [
    {
      kind: 'text',
      name: 'of',
      label: 'Reference of the other case',
      help: 'It goes into the letter to the applicant.',
      required: true,
      maxLength: 100,
      path: 'of',
    },
    ...(complaints.length === 0
      ? []
      : [
          {
            kind: 'multi',
            name: 'covers',
            label: 'Complaints that stand in the other case',
            help: 'Where the others reach the threshold by themselves, this case must go on.',
            required: true,
            missing: 'Tick the complaints that stand in the other case',
            path: 'covers',
            choices: choicesOf(Object.fromEntries(complaints.map((it) => [it.ref, title(it.ref, it.occurredOn)]))),
          } as const,
        ]),
  ];
}
