import { bindingDay } from '../bindingDay.ts';
import { waitsToBeTold } from '../openPart.ts';
import { daysToTry } from '../slots.ts';
import { chairOf } from '../whoIsWho.ts';
import { datesOf, letterStep, owed, wasSent, type Draft, type StepContext } from './context.ts';
import { numbered } from './letterWords.ts';

/** From the decision "met" to the panel. */
export function stepsOfReview(context: StepContext): Draft[] {
  if (context.review.stage !== 'review') return [];
  return [
    ...interim(context),
    ...acceptance(context),
    ...askAgencies(context),
    ...contact(context),
    ...voice(context),
    ...panel(context),
    ...tellTheDay(context),
    ...meeting(context),
  ];
}

function acceptance(context: StepContext): Draft[] {
  const { review, policy } = context;
  const letter = policy.letters.met;
  const decidedOn = review.decisions.at(-1)?.on ?? review.openedOn;
  if (letter === undefined || wasSent(review, letter, decidedOn)) return [];
  return [letterStep(context, letter, `Send the acceptance letter${numbered(letter)}`)];
}

/** HER-9.1: at high risk something is ordered before the panel, and recorded. */
function interim({ review, spoc }: StepContext): Draft[] {
  const risk = review.risks.at(-1);
  if (risk?.level !== 'high' || review.actions.some((action) => action.interim)) return [];
  const words = 'High risk: record what is done today to keep the victim safe';
  return [
    {
      key: 'interim',
      who: spoc,
      words,
      button: 'Record an urgent action',
      opens: { form: 'addAction', params: { urgent: 'yes' } },
      before: risk.on,
      urgent: 'interim',
    },
  ];
}

function askAgencies(context: StepContext): Draft[] {
  const { review, spoc, policy } = context;
  if (review.requests.some((it) => it.kind === 'review')) return [];
  return [
    {
      key: 'request/review',
      who: spoc,
      words: `Ask each agency for the ${policy.labels.form}`,
      opens: { form: 'requestReturns', params: { kind: 'review' } },
      ...beforePanel(context),
    },
  ];
}

function contact(context: StepContext): Draft[] {
  const { review, spoc } = context;
  const clock = owed(context, { act: 'contact_and_risk' });
  const decidedOn = review.decisions.at(-1)?.on ?? review.openedOn;
  const reached = review.contacts.some((it) => it.reached && it.on >= decidedOn);
  const assessed = review.risks.some((it) => it.stage === 'review');
  const steps: Draft[] = [];
  if (clock !== undefined && !reached)
    steps.push({
      key: 'contact',
      who: spoc,
      words: 'Speak with the victim: explain the steps, ask how they want to be heard',
      button: 'Record the contact',
      opens: { form: 'contact' },
      ...datesOf(clock),
    });
  if (!assessed)
    steps.push({
      key: 'risk/review',
      who: spoc,
      words: 'Assess the risk before the meeting',
      opens: { form: 'risk' },
      // One step for both: what the procedure asks for after acceptance, and the assessment that runs out (AMB-C16).
      ...datesOf(clock ?? owed(context, { act: 'risk_assessed' })),
    });
  return steps;
}

function voice(context: StepContext): Draft[] {
  const { review, spoc } = context;
  if (review.voice !== undefined) return [];
  return [
    {
      key: 'voice',
      who: spoc,
      words: 'Record how the victim wants to be heard',
      opens: { form: 'voice' },
      ...beforePanel(context),
    },
  ];
}

function panel(context: StepContext): Draft[] {
  const { review, spoc, workings, calendar } = context;
  const arranged = review.panelArranged;
  if (arranged === undefined) {
    const picking = (workings.slots?.slots.length ?? 0) > 0;
    return [
      {
        key: 'panel',
        who: spoc,
        words: picking ? 'Pick the time of the panel' : 'Look for a time for the panel',
        opens: picking ? { matter: 'panel' } : { form: 'proposeSlots' },
        ...bindingDates(context),
      },
    ];
  }
  if (review.packIssuedOn !== undefined) return [];
  return [
    {
      key: 'pack',
      who: spoc,
      words: 'Send the pack of returns to the panel',
      opens: { matter: 'panel' },
      dueOn: calendar.subtract(arranged.with.for, 2),
    },
  ];
}

/** STAT-12b: whoever comes and gets no invitation by e-mail hears the day in another way. */
function tellTheDay({ review, spoc, today }: StepContext): Draft[] {
  const guest = waitsToBeTold(review);
  const day = review.panelArranged?.with.for;
  if (guest === null || day === undefined || day < today) return [];
  const who = guest.who === 'victim' ? 'the victim' : 'the victim’s representative';
  return [
    {
      key: 'contact/panel',
      who: spoc,
      words: `Tell ${who} the day of the panel: no e-mail goes to them`,
      rule: 'STAT-12',
      opens: { form: 'contact' },
      before: day,
    },
  ];
}

function meeting({ review, partnership, spoc, today, workings }: StepContext): Draft[] {
  const day = review.panelArranged?.with.for;
  if (day === undefined || today < day) return [];
  const chair = chairOf(review, partnership)?.id;
  const running = workings.meeting;
  return [
    {
      key: 'meeting',
      who: [...(chair === undefined ? [] : [chair]), ...spoc.filter((id) => id !== chair)],
      words:
        running === undefined
          ? 'Open the meeting'
          : running.started
            ? 'Run the meeting and agree the plan'
            : 'Mark who is here and start the meeting',
      opens: { matter: running === undefined ? 'panel' : 'meeting' },
      dueOn: day,
    },
  ];
}

/** The day by which the panel must meet, as the proposals read it. */
function bindingDates({ told, calendar, today, policy }: StepContext): Pick<Draft, 'dueOn' | 'before'> {
  const { before } = bindingDay(told.clocks, (last) => daysToTry({ calendar, today, before: last }).length, policy);
  return before === null ? {} : { dueOn: before };
}

function beforePanel(context: StepContext): { before?: string } {
  const day = context.review.panelArranged?.with.for ?? bindingDates(context).dueOn;
  return day === undefined ? {} : { before: context.calendar.previous(day) };
}
