import { letterStep, owed, wasSent, type Draft, type StepContext } from './context.ts';
import { numbered } from './letterWords.ts';
import type { LetterName } from '../words.ts';

/** From the plan to the closing of the case. */
export function stepsAfterPanel(context: StepContext): Draft[] {
  const { review } = context;
  if (review.stage !== 'plan') return [];
  return [...plan(context), ...letters(context), ...close(context)];
}

function plan({ review, spoc }: StepContext): Draft[] {
  if (review.planAgreedOn !== undefined) return [];
  return [
    {
      key: 'plan',
      who: spoc,
      words: 'Record the plan that the panel agreed',
      opens: { form: 'more' },
      before: review.panelHeld?.on ?? review.openedOn,
    },
  ];
}

function letters(context: StepContext): Draft[] {
  const { review, policy } = context;
  const heldOn = review.panelHeld?.on ?? '';
  const { outcome, minutes, plan_draft: planDraft } = policy.letters;
  const steps: Draft[] = [];
  const owe = (letter: LetterName | undefined, words: (letter: LetterName) => string) => {
    if (letter !== undefined && !wasSent(review, letter, heldOn))
      steps.push(letterStep(context, letter, words(letter)));
  };
  owe(planDraft, () => 'Send the draft letter to the panel');
  owe(minutes, () => 'Send minutes and plan to the panel');
  owe(outcome, (letter) => `Send the outcome to the victim${numbered(letter)}`);
  return steps;
}

function close(context: StepContext): Draft[] {
  const { review, policy, spoc } = context;
  const { outcome } = policy.letters;
  const open = review.actions.some((action) => action.status === 'open');
  const wasTold = outcome === undefined || wasSent(review, outcome, review.panelHeld?.on ?? '');
  if (review.planAgreedOn === undefined || open || !wasTold) return [];
  // SHR-10.2: the call back comes first, and closes or opens a further review.
  if (owed(context, { act: 'follow_up' }) !== undefined) return [];
  const closing: Draft = {
    key: 'close',
    who: spoc,
    words: 'Close the case: all actions have ended',
    button: 'Close the case',
    opens: { form: 'close' },
  };
  if (review.risks.some((it) => it.stage === 'closing')) return [closing];
  return [
    {
      key: 'risk/closing',
      who: spoc,
      words: 'Assess the risk once more before closing',
      opens: { form: 'risk' },
    },
    closing,
  ];
}
