import type { ClockRule, ResolvedPolicy } from './policy.ts';
import type { Explanation, ToldClock } from './told.ts';

/** What the procedure leaves open where this clock is read, and how it was read here (rule-book section 8). */
export function readingsOf(rule: ClockRule, clock: ToldClock, policy: ResolvedPolicy): Explanation['readings'] {
  const readings: Explanation['readings'] = [
    { id: 'AMB-A1', words: 'A working day is Monday to Friday and not a bank holiday in England and Wales.' },
    {
      id: 'AMB-A2',
      words: policy.settings['clock.count_event_day']
        ? 'The day of the event counts as day one.'
        : 'The day of the event does not count.',
    },
  ];
  if (rule.from === 'application')
    readings.push({ id: 'AMB-A9', words: 'The council’s time runs from the day the application was received.' });
  if (rule.kind === 'right') {
    readings.push({
      id: 'AMB-A8',
      words:
        policy.settings['appeal.anchor'] === 'sent'
          ? 'The time to appeal runs from the day the letter was sent.'
          : 'The time to appeal runs from the day the letter was received, or is taken to have been: e-mail and hand the same day, post the second working day.',
    });
    readings.push({ id: 'AMB-A4', words: 'A last day that is not a working day moves to the next one.' });
  }
  if (rule.capBefore !== undefined) {
    readings.push({
      id: 'AMB-C3',
      words: `Never later than ${rule.capBefore} working days before the decision or the meeting.`,
    });
  }
  if (rule.kind === 'target')
    readings.push({
      id: rule.rule,
      words: 'The procedure gives no time here. This is a local target; missing it is not a breach.',
    });
  if (clock.governing !== undefined) {
    readings.push({
      id: policy.bindTogether.find(({ clocks }) => clocks.includes(clock.id))?.reading ?? 'AMB-D9',
      words: clock.governing
        ? 'Of two times that bind the same act, this one comes first.'
        : 'Another time binds the same act and comes first.',
    });
  }
  return readings;
}
