import type { CaseEvent, CaseFile } from './caseReview.ts';

type Dangers = NonNullable<CaseFile['dangers']>;

/**
 * Who says that somebody is at risk of harm now, after one more event. It stands until a risk or an interim action is recorded
 * after it, or until the agency's changed form no longer says so; a changed form that says it again stands anew.
 */
export function dangersAfter(standing: Dangers, event: CaseEvent): Dangers {
  switch (event.type) {
    case 'returnRecorded': {
      const { agency, kind } = event.with;
      const others = standing.filter((it) => it.agency !== agency || it.kind !== kind);
      return saysDanger(event) ? [...others, { agency, kind, on: event.on }] : others;
    }
    case 'riskAssessed':
      return [];
    case 'actionAdded':
      return event.with.interim === true ? [] : standing;
    case 'planAgreed':
      return event.with.actions.some((it) => it.interim === true) ? [] : standing;
    default:
      return standing;
  }
}

/** The form answers "Is anyone at risk of harm now?" with yes. */
export const saysDanger = (event: CaseEvent): boolean =>
  event.type === 'returnRecorded' && event.detail?.immediateRisk === 'yes';
