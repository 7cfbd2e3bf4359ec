import { formatDay } from '../calendar/isoDate.ts';
import type { ClockRule, LetterRole } from '../domain/policy.ts';
import { afterSending } from './afterSending.ts';
import type { Writing } from './letters/parts.ts';

/** News that a letter may promise, with the letters or acts that bring it. */
const NEWS: Record<string, { words: string; letters: LetterRole[]; acts: string[] }> = {
  decision: { words: 'our decision', letters: ['met', 'not_met'], acts: ['decided'] },
  contact: { words: 'a call from us', letters: [], acts: ['contact_and_risk'] },
  outcome: { words: 'the outcome in writing', letters: ['outcome'], acts: [] },
  followUp: { words: 'a call to ask how things are', letters: [], acts: ['follow_up'] },
  heard: { words: 'your appeal to be heard', letters: [], acts: ['heard'] },
  result: { words: 'the result of the appeal', letters: ['appeal_result', 'appeal_criteria_not_met'], acts: [] },
};
export type News = 'decision' | 'contact' | 'outcome' | 'followUp' | 'heard' | 'result';

/** "our decision by Fri 24 July 2026", for each piece of news that will have a date once this letter has gone. The earliest where several bind. */
export function nextDates(writing: Writing, wanted: readonly News[]): string[] {
  const { view, letter, by } = writing;
  const open = afterSending(view, letter, by).clocks.filter((clock) => clock.status === 'open' && clock.dueOn);
  return wanted.flatMap((name) => {
    // Where an appeal is decided on the papers there is no hearing to promise.
    if (name === 'heard' && !view.policy.appeal.hearing) return [];
    const rules = new Set(view.policy.clocks.filter((rule) => brings(writing, rule, name)).map((rule) => rule.id));
    const days = open.filter((clock) => rules.has(clock.id)).map((clock) => clock.dueOn ?? '');
    const first = days.sort()[0];
    return first ? [`${NEWS[name]?.words ?? ''} by ${formatDay(first)}`] : [];
  });
}

function brings({ view }: Writing, rule: ClockRule, name: News): boolean {
  const news = NEWS[name];
  if (!news) return false;
  if ('act' in rule.metBy) return news.acts.includes(rule.metBy.act);
  return rule.metBy.letter.some((letter) => news.letters.some((role) => view.policy.letters[role] === letter));
}
