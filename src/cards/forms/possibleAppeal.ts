import {
  hasClockFor,
  hasStep,
  lastAppeal,
  openAppeal,
  sentBack,
  waitsToBePassedOn,
} from '../../domain/appealStanding.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { toldOn } from '../../domain/letters.ts';
import type { Possible } from './possible.ts';

type Named = 'receiveAppeal' | 'passOnAppeal' | 'assignAppeal' | 'handOverAppeal' | 'hearAppeal' | 'decideAppeal';
const step = (dialog: Named, title: string): Possible => ({ press: 'open', title, opens: { dialog }, doing: dialog });

/** What may be done about an appeal: take one once there is a decision to appeal against, and then its steps in their order. */
export function appealThings(view: CaseView): Possible[] {
  const { review, policy } = view;
  const appeal = openAppeal(review);
  if (appeal === undefined) return [...received(view), ...again(view)];
  return [
    ...(waitsToBePassedOn(appeal, policy) ? [step('passOnAppeal', 'Pass the appeal on')] : []),
    step('assignAppeal', appeal.assigned ? 'Change who decides the appeal' : 'Who decides the appeal'),
    ...(hasStep('handOverAppeal', policy) ? [step('handOverAppeal', 'Hand over the documents')] : []),
    ...(hasClockFor('appeal_request', policy)
      ? [
          {
            press: 'open',
            title: 'Ask for documents for the appeal',
            opens: { dialog: 'requestReturns', kind: 'appeal' },
            doing: 'requestReturns',
          } satisfies Possible,
        ]
      : []),
    ...(appeal.heardOn === undefined ? [step('hearAppeal', 'Record the hearing of the appeal')] : []),
    step('decideAppeal', 'Decision on the appeal'),
  ];
}

const received = ({ review, told, policy, calendar }: CaseView): Possible[] =>
  told.threshold.decided === 'not_met' ||
  review.declined ||
  review.panelHeld ||
  lastAppeal(review) ||
  ABOUT.some((about) => toldOn(review, about, policy, calendar) !== null)
    ? [step('receiveAppeal', 'Record an appeal')]
    : [];

/** A case that ended without a decision or an outcome can be appealed against once its ending is told (STAT-13). */
const ABOUT = ['threshold', 'review'] as const;

/** In the stage of the application the decision stands among its own things. */
const again = ({ review, policy }: CaseView): Possible[] =>
  review.stage === 'closed' && sentBack(review, policy)
    ? [
        {
          press: 'open',
          title: 'Decide the threshold again',
          opens: { dialog: 'threshold' },
          doing: 'decideThreshold',
        },
        { press: 'open', title: 'Record the risk', opens: { dialog: 'risk' }, doing: 'assessRisk' },
      ]
    : [];
