import type { Choice, Field } from './fields.ts';

const KEEP_OUT = 'Leave out health details of other people.';

const long = (name: string, label: string, help?: string): Field => ({
  kind: 'multiline',
  name,
  label,
  ...(help === undefined ? {} : { help }),
  maxLength: 3000,
  path: name,
});

/** What the agency did, and did not do: asked for a review only. */
export const workFields = (): Field[] => [
  { kind: 'heading', text: 'What you did' },
  long('behaviour', 'Kind of behaviour, and where in general terms'),
  long(
    'actionTaken',
    'Action taken',
    'For each: the day, what was done, under which power or informally, what came of it.',
  ),
  long('actionConsidered', 'Action considered and not taken, and why', 'The victim never sees this.'),
  long('openCase', 'Open case, officer, next step and its day'),
  long('victimContact', 'Contact with the victim: last, how often'),
];

/** What cannot wait: a yes is told to the coordinator and senior managers at once. */
export const dangerFields = (yesNo: Choice[]): Field[] => [
  {
    kind: 'choice',
    name: 'immediateRisk',
    label: 'Is anyone at risk of harm now?',
    help: 'If so, act now; do not wait for the panel. The coordinator is told at once when you send this.',
    choices: yesNo,
    expanded: true,
    path: 'immediateRisk',
  },
  long('interimAction', 'What you are doing now about that risk'),
];

/** Risk, the person responsible, and what cannot wait. */
export const riskFields = (review: boolean, ages: Choice[], yesNo: Choice[]): Field[] => [
  { kind: 'heading', text: 'Risk and people' },
  ...dangerFields(yesNo),
  long('risk', 'Risk: level, tool and day; known vulnerabilities; referrals', KEEP_OUT),
  {
    kind: 'choice',
    name: 'perpetratorAge',
    label: 'Age of the person responsible',
    choices: ages,
    path: 'perpetratorAge',
  },
  ...(review
    ? [
        long(
          'perpetrator',
          'Person responsible: identified? vulnerable? orders in force?',
          'The victim never sees this.',
        ),
        long('others', 'Other victims or witnesses', 'The victim never sees this.'),
      ]
    : []),
];

/** STF-12.6: the papers of the case, and STF-5.1: why something is missing or was done another way. */
export const paperFields = (): Field[] => [
  { kind: 'heading', text: 'Your papers on the case' },
  long('actionTaken', 'What you did, in the order of the days', 'Set it against the times of the local procedure.'),
  long('victimContact', 'Support offered, and letters and messages with the applicant'),
  long('openCase', 'Actions of the plan: done, overdue, open'),
  long(
    'furtherAction',
    'What you do not have, or did differently from guidance or procedure: explain in detail',
    'Leave it empty where nothing is missing.',
  ),
];

/** STF-12.5: the applicant's reasons for each ground. */
export const reasonFields = (): Field[] => [
  { kind: 'heading', text: 'The applicant’s reasons' },
  long('behaviour', 'Reasons for each ground, in their own words'),
];

/** What the agency can add, who comes, and its word that the answer is right. */
export const meetingFields = (review: boolean): Field[] => [
  { kind: 'heading', text: 'To finish' },
  ...(review
    ? [
        long('furtherAction', 'What more you could do, and what you need from others'),
        {
          kind: 'text',
          name: 'attending',
          label: 'Who comes to the meeting',
          help: 'Someone who can promise resources.',
          maxLength: 200,
          path: 'attending',
        } as const,
        long('closedItems', 'For the closed part only, and why', 'The victim never sees this.'),
      ]
    : []),
  {
    kind: 'text',
    name: 'attachments',
    label: 'Where the papers are',
    help: 'A link in your record system rather than a copy.',
    maxLength: 200,
    path: 'attachments',
  },
  { kind: 'text', name: 'responder', label: 'Your name', required: true, maxLength: 200, path: 'responder' },
  { kind: 'text', name: 'role', label: 'Your role', maxLength: 200, path: 'role' },
  {
    kind: 'text',
    name: 'declaredBy',
    label: 'Type your name to say that this is accurate and lawful to share',
    required: true,
    missing: 'Type your name to confirm the answer',
    maxLength: 200,
    path: 'declaredBy',
  },
];
