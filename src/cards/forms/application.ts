import { REFERENCE } from '../../domain/reference.ts';
import { AGE_CHOICES, choicesOf, filled } from './choices.ts';
import { CONSENT_CHOICES, consentFaults, consentFields, readConsent } from './consentFields.ts';
import type { Field } from './fields.ts';
import { again, ask, type Form, type FormContext, type Values } from './form.ts';
import { incidentFields, readIncidents } from './incidents.ts';
import {
  anotherIncident,
  anotherReport,
  rowsOf,
  startRows,
  withoutBlanks,
  withoutIncident,
  withoutReport,
} from './incidentRows.ts';
import { NOT_BY_FIELD, notByOf } from './victimFacts.ts';

/** Takes an application for a case review: by phone, letter or in person, typed in by the coordinator. Opens the case. */
export const application: Form = {
  name: 'application',
  title: () => 'Open a case review',
  width: 'large',
  start: (ctx) =>
    ctx.typed ?? {
      ...startRows(),
      channel: 'phone',
      madeOn: ctx.today,
      applicantRole: 'victim',
      applicantKind: 'individual',
    },
  fields: (ctx, values) => [
    ...alike(values),
    ...people(ctx, values),
    ...incidentFields(values, ctx.today),
    ...wishes(),
  ],
  hidden: (ctx, values) => ({
    rows: rowsOf(values),
    nonce: (values['nonce'] ?? ctx.nonce ?? '').slice(0, 100),
    looksLike: looksLike(values),
  }),
  buttons: () => [
    { press: 'send', title: 'Open the case review', style: 'positive' },
    { press: 'addComplaint', title: 'Add another incident', lenient: true },
    { press: 'save', title: 'Save and finish later', lenient: true, asTyped: true },
    { press: 'open', title: 'Safeguarding review instead', opens: { dialog: 'safeguarding' } },
  ],
  build: (values, ctx, press) => {
    if (press === 'addComplaint') return again(anotherIncident(values));
    if (press.startsWith('addReport:')) return again(anotherReport(values, Number(press.slice('addReport:'.length))));
    const [drop, incident, report] = press.split(':');
    if (drop === 'dropIncident') return again(withoutIncident(values, Number(incident)));
    if (drop === 'dropReport') return again(withoutReport(values, Number(incident), Number(report)));
    if (press === 'save') return ask({ do: 'keepTyped', values: withoutBlanks(values) });
    const { complaints, descriptions, errors } = readIncidents(values);
    const missing = representativeFaults(values);
    if (Object.keys({ ...errors, ...missing }).length > 0) return { kind: 'errors', errors: { ...missing, ...errors } };
    return ask({
      do: 'openCase',
      once: values['nonce'] ?? '',
      with: carried(values, complaints, ctx),
      detail: details(values, descriptions),
      alikeKnown: values['alikeKnown'] === 'true' ? looksLike(values).split(', ') : [],
      typed: withoutBlanks(values),
    });
  },
};

/** References of earlier cases, as the store found them at the last press; what is anything else is dropped. */
const looksLike = (values: Values): string =>
  (values['looksLike'] ?? '')
    .split(', ')
    .filter((one) => REFERENCE.test(one))
    .slice(0, 20)
    .join(', ');

/** Asked once the store has found earlier cases that this application looks like. */
function alike(values: Values): Field[] {
  const references = looksLike(values);
  if (references === '') return [];
  return [
    {
      kind: 'help',
      tone: 'warning',
      text: `This looks like ${references}: the same victim and the same days of incidents. No case has been opened yet. If it was sent twice, close this window.`,
    },
    {
      kind: 'toggle',
      name: 'alikeKnown',
      label: 'It is another application',
      title: 'Open another case all the same',
    },
  ];
}

function people(ctx: FormContext, values: Values): Field[] {
  return [
    {
      kind: 'help',
      text: 'What you type is kept when you press a button here, and is still there if you close this window and open it again.',
    },
    { kind: 'heading', text: 'Who applies' },
    {
      kind: 'choice',
      name: 'channel',
      label: 'How it reached us',
      required: true,
      path: 'channel',
      choices: choicesOf({
        phone: 'By phone',
        person: 'In person',
        online: 'Online form',
        email: 'By e-mail',
        post: 'By post',
      }),
    },
    {
      kind: 'date',
      name: 'madeOn',
      label: 'Day on the form or postmark',
      help: 'The day it was made. For a phone call, the day of the call.',
      latest: ctx.today,
      path: 'madeOn',
    },
    {
      kind: 'text',
      name: 'applicantName',
      label: 'Applicant’s full name',
      help: 'A review cannot be opened for someone who does not give a name. The name is never shown in the channel.',
      required: true,
      missing: 'Enter the applicant’s name: an anonymous application cannot be opened',
      maxLength: 200,
      path: 'applicant.name',
    },
    {
      kind: 'choice',
      name: 'applicantRole',
      label: 'The applicant is',
      required: true,
      expanded: true,
      path: 'applicant.role',
      choices: choicesOf({ victim: 'The victim', representative: 'Someone who applies for the victim' }),
    },
    {
      kind: 'choice',
      name: 'applicantKind',
      label: 'On behalf of',
      required: true,
      path: 'applicant.kind',
      choices: choicesOf({
        individual: 'A person or household',
        business: 'A business',
        community_group: 'A community group',
      }),
    },
    {
      kind: 'choice',
      name: 'consentForm',
      label: 'The victim’s consent, if someone else applies',
      help: 'Without it the case opens and its dates run, but no agency may be told until consent is recorded.',
      path: 'consent.form',
      choices: [{ value: 'none', title: 'Not given yet' }, ...CONSENT_CHOICES],
    },
    ...consentFields(ctx, CONSENT, 'consent.'),
    { kind: 'heading', text: 'The victim' },
    {
      kind: 'text',
      name: 'victimName',
      label:
        values['applicantRole'] === 'representative'
          ? 'Victim’s full name'
          : 'Victim’s full name, if not the applicant',
      maxLength: 200,
      path: 'victim.name',
    },
    { kind: 'toggle', name: 'victimUnder18', label: 'Age', title: 'The victim is under 18', path: 'victim.under18' },
    {
      kind: 'toggle',
      name: 'victimHealth',
      label: 'Health',
      title: 'A health condition makes the victim more vulnerable',
      help: 'Tick only. Do not write what the condition is.',
      path: 'victim.healthVulnerability',
    },
    {
      kind: 'text',
      style: 'email',
      name: 'victimEmail',
      label: 'Victim’s e-mail',
      help: 'An invitation goes there only if the victim chooses to come to the meeting. It is never shown in the channel.',
      maxLength: 200,
      path: 'victimEmail',
    },
  ];
}

function wishes(): Field[] {
  return [
    { kind: 'heading', text: 'More that helps' },
    {
      kind: 'choice',
      name: 'perpetratorAge',
      label: 'Age of the person responsible',
      path: 'perpetrator.age',
      choices: AGE_CHOICES,
    },
    {
      kind: 'multiline',
      name: 'noEffectiveAction',
      label: 'Why the victim feels that enough was not done',
      maxLength: 1000,
      path: 'noEffectiveAction',
    },
    { kind: 'multiline', name: 'effect', label: 'How it affects the household', maxLength: 1000, path: 'effect' },
    {
      kind: 'multiline',
      name: 'wantedOutcome',
      label: 'What the victim wants to happen',
      maxLength: 1000,
      path: 'wantedOutcome',
    },
    {
      kind: 'text',
      name: 'contactPreference',
      label: 'Best way to contact the victim',
      maxLength: 200,
      path: 'contactPreference',
    },
    NOT_BY_FIELD,
    { kind: 'text', name: 'safeTimes', label: 'Safe times to call', maxLength: 200, path: 'safeTimes' },
    { kind: 'text', name: 'accessNeeds', label: 'Interpreter or access needs', maxLength: 200, path: 'accessNeeds' },
    { kind: 'text', name: 'landlord', label: 'Landlord, if any', maxLength: 200, path: 'landlord' },
  ];
}

const CONSENT = { form: 'consentForm', on: 'consentOn', by: 'consentBy' };

function representativeFaults(values: Values): Record<string, string> {
  return {
    ...(values['applicantRole'] === 'representative' && !values['victimName']
      ? { victimName: 'Enter the name of the victim this person applies for' }
      : {}),
    ...consentFaults(values, CONSENT),
  };
}

const carried = (values: Values, complaints: unknown[], ctx: FormContext): object =>
  filled({
    madeOn: values['madeOn'],
    channel: values['channel'],
    applicant: filled({ name: values['applicantName'], role: values['applicantRole'], kind: values['applicantKind'] }),
    consent: readConsent(values, ctx, CONSENT),
    victim: filled({
      name: values['victimName'] || (values['applicantRole'] === 'victim' ? values['applicantName'] : undefined),
      under18: values['victimUnder18'] === 'true' ? true : undefined,
      healthVulnerability: values['victimHealth'] === 'true' ? true : undefined,
    }),
    perpetrator: values['perpetratorAge'] ? { age: values['perpetratorAge'] } : undefined,
    complaints,
    noEffectiveAction: values['noEffectiveAction'],
  });

const details = (values: Values, descriptions: Record<string, string>): object =>
  filled({
    victimEmail: values['victimEmail'],
    contactPreference: values['contactPreference'],
    notBy: notByOf(values['notBy']),
    safeTimes: values['safeTimes'],
    accessNeeds: values['accessNeeds'],
    wantedOutcome: values['wantedOutcome'],
    effect: values['effect'],
    landlord: values['landlord'],
    descriptions: Object.keys(descriptions).length > 0 ? descriptions : undefined,
  });
