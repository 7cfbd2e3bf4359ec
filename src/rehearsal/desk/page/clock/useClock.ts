import { useState } from 'react';
import type { MoveClock, TickReport } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { sayChanged } from '../api/deskEvents.ts';
import { useDesk } from '../app/deskContext.ts';
import { count } from '../words/counts.ts';
import { dayWords } from '../words/days.ts';

/** Moves the rehearsal's date and tells what came of it. One move at a time. */
export function useClock(): { moving: boolean; move: (to: string) => void } {
  const { view, note, tell } = useDesk();
  const [moving, setMoving] = useState(false);

  const move = (to: string): void => {
    if (moving) return;
    setMoving(true);
    const ask: MoveClock & { as: string } = { as: view.me.id, to };
    postJson<TickReport>('clock', ask)
      .then(
        (report) => {
          sayChanged({ changed: 'all' });
          const came =
            report.came.length === 0 ? 'Nothing fell due.' : `${count(report.came.length, 'thing')} happened.`;
          tell(`It is now ${dayWords(report.to)}. ${came}`);
        },
        (fault: unknown) => note(wordsOfFault(fault), 'error'),
      )
      .finally(() => setMoving(false));
  };
  return { moving, move };
}
