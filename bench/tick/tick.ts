import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIONS_OF_OWNER } from '../oneCase.ts';
import { interleaved, timed, type Ratio } from '../rounds.ts';
import { hangUp } from './call.ts';
import { startChild } from './child.ts';
import type { EchoReady, EchoStart } from './echo.ts';
import { personAt } from './person.ts';
import type { ProductReady, ProductStart } from './product.ts';
import { startService } from './service.ts';

/** An action ticked on its card, from the request to the card in the answer, against botbuilder's echo of a message. */
export async function tick(quick: boolean): Promise<Ratio> {
  const { rounds, inRound, warm } = quick
    ? { rounds: 5, inRound: 15, warm: 60 }
    : { rounds: 15, inRound: 31, warm: 400 };
  const cases = Math.ceil((warm + rounds * inRound) / ACTIONS_OF_OWNER.length);
  const folder = mkdtempSync(join(tmpdir(), 'convene-bench-'));
  const service = await startService();
  const ends: (() => Promise<void> | void)[] = [
    () => service.close(),
    hangUp,
    () => rmSync(folder, { recursive: true, force: true }),
  ];
  try {
    const { openIdUrl } = service;
    const product = await startChild<ProductReady>('./product.ts', { folder, openIdUrl, cases } satisfies ProductStart);
    ends.push(product.end);
    const tenantId = product.ready.hostTenantId;
    const echo = await startChild<EchoReady>('./echo.ts', { tenantId, openIdUrl } satisfies EchoStart);
    ends.push(echo.end);
    const person = personAt(service, echo.ready.url, product.ready);
    const said = () => timed(person.say);
    const ticked = () => timed(person.tick);
    await interleaved({ rounds: 1, inRound: warm }, said, ticked);
    return await interleaved({ rounds, inRound }, said, ticked);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}
