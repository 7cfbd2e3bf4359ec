import type { Day } from '../calendar/isoDate.ts';
import type { Appeal, CaseFile, CaseReview, PlannedAction, ReturnRequest } from './caseReview.ts';

/**
 * What had happened in a case by the end of a day, whenever it was entered; null where nothing had. An act that is entered
 * late is held against this, so that it cannot stand before what it rests on (AMB-C10).
 */
export function onDay(review: CaseReview, day: Day): CaseReview | null {
  const {
    application,
    safeguarding,
    declined,
    voice,
    panelArranged,
    panelHeld,
    planAgreedOn,
    withdrawal,
    closed,
    ...rest
  } = review;
  const past = <T extends { on: Day }>(it: T | undefined): T | undefined => (it && it.on <= day ? it : undefined);
  const by = <T extends { on: Day }>(list: readonly T[]): T[] => list.filter((it) => it.on <= day);
  const asked = voice !== undefined && (voice.firstOn ?? voice.on) <= day;
  const appeals = review.appeals.filter((it) => it.receivedOn <= day).map((it) => appealOn(it, day));
  const began = {
    ...whereKnown('application', past(application)),
    ...whereKnown('safeguarding', past(safeguarding)),
  };
  if (Object.keys(began).length === 0 && appeals.length === 0) return null;
  const file: CaseFile = {
    ...rest,
    ...began,
    ...whereKnown('declined', past(declined)),
    ...whereKnown('voice', asked ? voice : undefined),
    ...whereKnown('panelArranged', past(panelArranged)),
    ...whereKnown('panelHeld', past(panelHeld)),
    ...whereKnown('planAgreedOn', planAgreedOn !== undefined && planAgreedOn <= day ? planAgreedOn : undefined),
    ...whereKnown('withdrawal', past(withdrawal)),
    ...whereKnown('closed', past(closed)),
    consents: by(review.consents),
    letters: by(review.letters),
    requests: review.requests.filter((it) => it.sentOn <= day).map((it) => requestOn(it, day)),
    risks: by(review.risks),
    decisions: by(review.decisions),
    extensions: by(review.extensions),
    contacts: by(review.contacts),
    actions: review.actions.filter((it) => (it.agreedOn ?? '') <= day).map((it) => actionOn(it, day)),
    recommendations: review.recommendations.filter((it) => (it.on ?? '') <= day),
    followUps: by(review.followUps),
    appeals,
    reviewOpened: by(review.reviewOpened),
  };
  return { ...file, stage: review.stage } as CaseReview;
}

/** A field that has a value, or none at all: what had not happened has no field. */
const whereKnown = <K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Record<K, T>>);

function requestOn({ answer, ...request }: ReturnRequest, day: Day): ReturnRequest {
  return answer && answer.firstOn <= day ? { ...request, answer } : request;
}

function actionOn(action: PlannedAction, day: Day): PlannedAction {
  if (action.completedOn === undefined || action.completedOn <= day) return action;
  const { completedOn: _later, ...open } = action;
  return { ...open, status: 'open' };
}

function appealOn(appeal: Appeal, day: Day): Appeal {
  const { passedOn, assigned, handedOver, heardOn, decided, ...received } = appeal;
  const past = (on: Day | undefined): boolean => on !== undefined && on <= day;
  return {
    ...received,
    ...(passedOn !== undefined && past(passedOn) ? { passedOn } : {}),
    ...(assigned && past(assigned.on) ? { assigned } : {}),
    ...(handedOver && past(handedOver.on) ? { handedOver } : {}),
    ...(heardOn !== undefined && past(heardOn) ? { heardOn } : {}),
    ...(decided && past(decided.on) ? { decided } : {}),
  };
}
