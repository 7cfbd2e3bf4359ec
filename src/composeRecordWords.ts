import { MOST_CHASERS } from './domain/chasers.ts';
import type { CaseEvent } from './domain/caseReview.ts';
import { letterRule } from './domain/decide/sendLetter.ts';
import type { ResolvedPolicy } from './domain/policy.ts';

/** An event of the record in a line for engineers and auditors, with the rules it rests on. Ids and kinds alone, no names. */
export function wordsOf(event: CaseEvent, policy: ResolvedPolicy): { words: string; rules: string[] } {
  const plain = event.type.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  const words = plain.charAt(0).toUpperCase() + plain.slice(1);
  switch (event.type) {
    case 'letterSent':
      return { words: `${words}: ${event.with.letter}`, rules: [letterRule(event.with.letter, policy)] };
    case 'thresholdDecided':
      return {
        words: `${words}: ${event.with.result.replace('_', ' ')}`,
        rules: ['STAT-3', policy.countRule, policy.bodiesRule],
      };
    case 'returnRecorded':
      return { words: `${words}: ${event.with.kind}, ${event.with.result}`, rules: [`${policy.prefix}-5.1`] };
    case 'returnsRequested':
      return { words: `${words}: ${event.with.kind}`, rules: [`${policy.prefix}-5.1`] };
    case 'panelHeld':
      return { words, rules: [policy.seats.minimumRule, policy.seats.chairRule] };
    case 'actionReported':
      return {
        words: `${words}: action ${event.with.action}, ${event.with.status.replaceAll('_', ' ')}`,
        rules: [policy.openActionsRule],
      };
    case 'nudged':
      return {
        words:
          event.nudge === 'chase_ended'
            ? `No answer from ${event.about.agency ?? 'the agency'} after ${MOST_CHASERS} reminders`
            : `${event.nudge.replace('_', ' ')}${event.about.chase === undefined ? '' : ` ${event.about.chase}`} to ${event.to.role.replaceAll('_', ' ')}`,
        rules: rulesOfNudge(event, policy),
      };
    case 'caseClosed':
      return { words: `${words}: ${event.with.as.replace('_', ' ')}`, rules: ['STAT-13', policy.openActionsRule] };
    case 'withdrawalRecorded':
      return { words: `${words}: by the ${event.with.by}, by ${event.with.means}`, rules: ['STAT-13'] };
    default:
      return { words, rules: [] };
  }
}

function rulesOfNudge(event: Extract<CaseEvent, { type: 'nudged' }>, policy: ResolvedPolicy): string[] {
  const rung = policy.ladder.find((it) => it.step === event.about.step);
  const clock = policy.clocks.find((it) => it.id === event.about.clock);
  return [rung?.rule ?? clock?.rule ?? []].flat();
}
