import { drawForm, type DrawnDialog } from '../../../src/cards/forms/draw.ts';
import { isInput } from '../../../src/cards/forms/fields.ts';
import { FORMS } from '../../../src/cards/forms/index.ts';
import type { Errors, FormContext, Values } from '../../../src/cards/forms/form.ts';
import { DIALOGS, type DialogParams } from '../../../src/cards/verbs.ts';
import type { CaseEvent } from '../../../src/domain/caseReview.ts';
import type { Partnership } from '../../../src/domain/directory.ts';
import { viewOn } from '../../support/caseFixtures.ts';
import { meetingAt } from '../../support/cardSamples.ts';
import { STORY } from '../../support/caseStory.ts';
import { testPartnership } from '../../support/partnership.ts';

/** The day of the story on which each dialog makes sense, and what it is about. */
const WHEN: Partial<Record<DialogParams['dialog'], [string, Partial<DialogParams>]>> = {
  application: ['2026-08-19', {}],
  amendComplaints: ['2026-08-19', {}],
  threshold: ['2026-08-19', {}],
  decline: ['2026-08-19', {}],
  consent: ['2026-08-19', {}],
  letter: ['2026-08-26', { letter: 'CT4' }],
  return: ['2026-08-28', { kind: 'review', agency: 'police' }],
  readReturn: ['2026-09-02', { kind: 'review', agency: 'police' }],
  extend: ['2026-08-19', {}],
  explain: ['2026-08-19', { clock: 'HER.ack' }],
  moveAction: ['2026-09-23', { action: '1' }],
  actionDelayed: ['2026-09-23', { action: '1' }],
  actionNotViable: ['2026-09-23', { action: '1' }],
  answerRecommendation: ['2026-09-23', { recommendation: 'r1' }],
  close: ['2026-11-19', {}],
  followUp: ['2026-11-19', {}],
};

export interface SampleOf {
  events?: readonly CaseEvent[];
  partnership?: Partnership;
  values?: Values;
  errors?: Errors;
}

/** The context of a dialog in the story, for the coordinator. */
export function contextOf(
  dialog: DialogParams['dialog'],
  it: SampleOf = {},
  more: Partial<FormContext> = {},
): FormContext {
  const [day, about] = WHEN[dialog] ?? ['2026-09-21', {}];
  const partnership = it.partnership ?? testPartnership();
  const view = viewOn(day, { partnership, workings: { meeting: meetingAt(2), meetingVersion: 3 } }, it.events ?? STORY);
  const person = partnership.people[0];
  if (person === undefined) throw new Error('an empty directory');
  const answer = view.review.requests.find((one) => one.answer)?.answer;
  return {
    params: { dialog, caseId: view.reference, v: view.version, ...about },
    person,
    partnership,
    today: day,
    view: dialog === 'application' || dialog === 'safeguarding' ? null : view,
    agencyReturn: answer ? { result: 'held', form: answer.detail ?? {}, savedOn: answer.on, savedBy: '' } : null,
    ...more,
  };
}

/** The most that may be typed into every text of a form. */
function everything(dialog: DialogParams['dialog'], section = ''): Values {
  const fields = FORMS[dialog].fields(contextOf(dialog), { rows: '3,3,2,1,1,1,1,1', section }).filter(isInput);
  return Object.fromEntries(
    fields.flatMap((field) => ('maxLength' in field ? [[field.name, 'a'.repeat(field.maxLength)]] : [])),
  );
}

/** Every dialog as it first opens, and the sectioned form at each of its sections. */
export function dialogSamples(it: SampleOf = {}): Record<string, DrawnDialog> {
  const drawn = (dialog: DialogParams['dialog'], values: Values = {}): DrawnDialog => {
    const form = FORMS[dialog];
    const ctx = contextOf(dialog, it);
    return drawForm(form, ctx, { ...form.start?.(ctx), ...it.values, ...values }, it.errors);
  };
  return {
    ...Object.fromEntries(DIALOGS.map((dialog) => [dialog, drawn(dialog)])),
    ...Object.fromEntries(
      ['complaints', 'work', 'risk', 'finish'].map((section) => [`return-${section}`, drawn('return', { section })]),
    ),
    'application-three': drawn('application', { rows: '1,2,1' }),
    'application-most': drawn('application', { rows: '9,9,9,9,9,9,9,9,9,9' }),
    'application-full': drawn('application', { rows: '3,3,2,1,1,1,1,1', ...everything('application') }),
    ...Object.fromEntries(
      ['complaints', 'work', 'risk', 'finish'].map((section) => [
        `return-${section}-full`,
        drawn('return', { section, ...everything('return', section) }),
      ]),
    ),
    'letter-full': drawn('letter', everything('letter')),
    'threshold-full': drawn('threshold', everything('threshold')),
  };
}
