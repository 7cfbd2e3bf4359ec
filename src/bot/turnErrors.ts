import type { TurnContext } from 'botbuilder';
import { errorCard } from '../cards/errorCard.ts';
import type { Log } from '../log.ts';
import { card, message } from './answer.ts';
import { reply } from './reply.ts';

/**
 * A fault of ours: logged by number and kind without a word of what was typed, told to the person with the same number.
 * A second fault while telling is logged and ends there.
 */
export async function reportFault(
  context: TurnContext,
  error: unknown,
  { log, newId }: { log: Pick<Log, 'error'>; newId: () => string },
): Promise<void> {
  const correlation = newId().slice(0, 8);
  log.error({ event: 'turnFailed', correlation, error }, 'a turn failed');
  const answer =
    context.activity.name === 'adaptiveCard/action'
      ? message(
          `Something went wrong on our side. Nothing more is known yet; the number of this fault is ${correlation}.`,
        )
      : card(errorCard(correlation), 'Something went wrong');
  try {
    await reply(context, answer);
  } catch (again) {
    log.error({ event: 'faultUntold', correlation, error: again }, 'a fault could not be told');
  }
}
