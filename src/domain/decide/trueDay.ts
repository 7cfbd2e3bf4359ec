import type { Act } from '../acts.ts';
import { onDay } from '../onDay.ts';
import { endOfPeriod } from '../periods.ts';
import { refusal, type Refusal } from '../refusals.ts';
import type { Check, Given } from './given.ts';

/** AMB-C10: the day an act happened has come when it is entered, and one long past says why it is entered so late. */
export function dayRefusal<A extends Act>({ command, policy, calendar }: Given<A>): Refusal | null {
  const { on, enteredOn = on, because } = command;
  if (on > enteredOn)
    return refusal('in_future', 'AMB-C10', 'This day has not come yet. Check the date.', 'happenedOn');
  if (enteredOn > endOfPeriod(on, policy.settings['record.backdate'], calendar) && (because ?? '').trim() === '')
    return refusal(
      'reason_missing',
      'AMB-C10',
      'This happened some time ago. Say why it is entered only now.',
      'because',
    );
  return null;
}

/**
 * True days decide, not the order of entry: what is entered late must also stand on the day it happened. What is known now
 * and was not then had not been done yet.
 */
export function onItsDay<A extends Act>(given: Given<A>, check: Check<A>): Refusal | null {
  const { review, command } = given;
  if (review === null || command.enteredOn === undefined || command.enteredOn <= command.on) return null;
  const refused = check({ ...given, review: onDay(review, command.on) });
  return refused?.code.startsWith('unknown_') === true ? { ...refused, code: 'not_yet' } : refused;
}
