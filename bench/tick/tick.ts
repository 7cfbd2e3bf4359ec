import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_ID } from '../ground.ts';
import { ACTIONS_OF_OWNER } from '../oneCase.ts';
import { interleaved, timed, type Ratio } from '../rounds.ts';
import { call, hangUp } from './call.ts';
import type { Ready, Start } from './servers.ts';
import { startService, type Service } from './service.ts';

/** An action ticked on its card, from the request to the card in the answer, against botbuilder's echo of a message. */
export async function tick(quick: boolean): Promise<Ratio> {
  const { rounds, inRound, warm } = quick
    ? { rounds: 5, inRound: 15, warm: 60 }
    : { rounds: 15, inRound: 31, warm: 400 };
  const ticks = warm + rounds * inRound;
  const folder = mkdtempSync(join(tmpdir(), 'convene-bench-'));
  const service = await startService();
  const child = fork(new URL('./servers.ts', import.meta.url));
  try {
    const cases = Math.ceil(ticks / ACTIONS_OF_OWNER.length);
    const ready = await started(child, { folder, openIdUrl: service.openIdUrl, cases });
    const person = personAt(ready, service);
    const work = person.ticks();
    const echoed = () => timed(person.echo);
    const ticked = () => timed(() => nextOf(work));
    await interleaved({ rounds: 1, inRound: warm }, echoed, ticked);
    return await interleaved({ rounds, inRound }, echoed, ticked);
  } finally {
    hangUp();
    if (child.connected) child.send('end');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    service.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function started(child: ChildProcess, start: Start): Promise<Ready> {
  child.send(start);
  const gone = once(child, 'exit').then(() => {
    throw new Error('the bots did not start');
  });
  const [ready] = (await Promise.race([once(child, 'message'), gone])) as [Ready];
  gone.catch(() => undefined);
  return ready;
}

async function nextOf(work: Iterator<() => Promise<void>>): Promise<void> {
  const next = work.next();
  if (next.done === true) throw new Error('there is no action left to tick');
  await next.value();
}

/** The owner of the actions in Teams: says a word to the echo, or ticks one action after another. */
function personAt(ready: Ready, service: Service) {
  let count = 0;
  const activity = (more: object): object => ({
    id: `activity-${(count += 1)}`,
    channelId: 'msteams',
    serviceUrl: service.url,
    from: {
      id: `29:${ready.person.objectId}`,
      name: ready.person.name,
      aadObjectId: ready.person.objectId,
      tenantId: ready.person.tenantId,
    },
    recipient: { id: `28:${APP_ID}`, name: 'Convene' },
    conversation: { id: 'a:one', conversationType: 'personal', tenantId: ready.hostTenantId },
    channelData: { tenant: { id: ready.hostTenantId } },
    ...more,
  });
  const echo = async (): Promise<void> => {
    const before = service.posted();
    const { status } = await call(ready.echo, service.token, activity({ type: 'message', text: 'Good morning' }));
    if (status !== 200 || service.posted() !== before + 1) throw new Error(`the echo answered ${status}`);
  };
  function* ticks(): Generator<() => Promise<void>> {
    for (const action of ACTIONS_OF_OWNER)
      for (const caseId of ready.cases)
        yield async () => {
          const value = { action: { type: 'Action.Execute', verb: 'action.done', data: { caseId, action } } };
          const press = activity({ type: 'invoke', name: 'adaptiveCard/action', value });
          const { status, text } = await call(ready.product, service.token, press);
          if (status !== 200 || !text.includes('Recorded as done')) throw new Error(`a tick was answered ${status}`);
        };
  }
  return { echo, ticks };
}
