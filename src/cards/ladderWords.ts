import { formatDay } from '../calendar/isoDate.ts';
import { capital, RUNG_WORDS } from '../documents/plainWords.ts';
import type { PlannedAction } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { ToldRung } from '../domain/told.ts';

/** Who was told already, and "If nothing is heard: your line manager on Fri 17 October 2025". Empty where there is no ladder. */
export function ladderWords(view: CaseView, action: PlannedAction): { told: string[]; ahead: string } {
  const rungs = view.told.ladder.filter((rung) => rung.action === action.id).sort((a, b) => a.step - b.step);
  const told = rungs
    .filter((rung) => rung.state === 'fired' && rung.messageOn)
    .map((rung) => `${capital(RUNG_WORDS[rung.to])} was told on ${formatDay(rung.messageOn ?? '')}.`);
  const next = rungs.filter((rung) => rung.state === 'pending' && rung.messageOn);
  if (action.status !== 'open' || next.length === 0) return { told, ahead: '' };
  return { told, ahead: `If nothing is heard: ${next.map(aheadWords).join('')}.` };
}

/** "your line manager on Fri 17 October 2025", ", and again on …" where the same person hears once more. */
function aheadWords(rung: ToldRung, at: number, all: ToldRung[]): string {
  const on = `on ${formatDay(rung.messageOn ?? '')}`;
  if (all[at - 1]?.to === rung.to) return `, and again ${on}`;
  return `${at > 0 ? ', then ' : ''}${rung.to === 'owner' ? 'you' : `your ${RUNG_WORDS[rung.to].replace(/^the /, '')}`} ${on}`;
}
