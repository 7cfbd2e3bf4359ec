import type { Joined } from './compose.ts';
import { nightOf } from './composeNight.ts';
import type { Log } from './log.ts';
import { reconcile, roundOf } from './operations/reconcile.ts';
import { sweep } from './operations/sweep.ts';

const SWEEP_EVERY_MS = 60_000;

/**
 * Sweeps each minute; brings the cases in line with the directory and does the night's work once a day, and the first also whenever
 * the directory changed. Until the signal. One that fails is logged, and keeps neither the others nor the next round back;
 * `beat` hears of each sweep that went well.
 */
export async function runTime(
  { deps, sending, hearts }: Pick<Joined, 'deps' | 'sending' | 'hearts'>,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const done = { night: '', directory: '' };
  const attempt = async (event: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ event, error });
    }
  };
  while (!signal.aborted) {
    const day = deps.today();
    await attempt('sweepFailed', async () => {
      const swept = await sweep(deps, day);
      hearts.sweep.beat();
      if (swept.cases > 0) log.info({ event: 'swept', count: swept.cases, day });
      for (const { caseId, error } of swept.faults) log.error({ event: 'caseNotSwept', caseId, error });
    });
    await attempt('reconcileFailed', async () => {
      const round = await roundOf(deps.db, day);
      if (round === done.directory) return;
      const { cases, faults } = await reconcile(deps);
      if (cases > 0) log.info({ event: 'reconciled', count: cases });
      for (const { caseId, error } of faults) log.error({ event: 'caseNotReconciled', caseId, error });
      done.directory = round;
    });
    await attempt('nightFailed', async () => {
      if (day === done.night) return;
      for (const { task, caseId, error } of await nightOf(deps, sending))
        log.error({ event: 'nightWorkFailed', operation: task, ...(caseId === null ? {} : { caseId }), error });
      done.night = day;
    });
    await pause(SWEEP_EVERY_MS, signal);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms);
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
