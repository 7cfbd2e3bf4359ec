import { readConfig } from './config.ts';
import { makeLog } from './log.ts';

/** The production start: config, compose, listen, loops, and a clean stop. Refuses to start on a faulty configuration. */
const read = readConfig(process.env);
if (!read.ok) {
  process.stderr.write(`Convene cannot start:\n${read.faults.map((fault) => `  - ${fault}`).join('\n')}\n`);
  process.exit(1);
}
const log = makeLog(read.config.logLevel);
try {
  const { serve } = await import('./composeProduction.ts');
  const running = await serve(read.config, log);
  log.info({ event: 'ready', port: running.port });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  log.fatal({ event: 'notStarted', error });
  process.stderr.write(`Convene cannot start: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
  process.exit(1);
}
