import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../src/store/database.ts';
import {
  claimLanes,
  headMessages,
  markDone,
  markSending,
  outboxCounts,
  putBack,
  releaseLane,
  renewLease,
  type HeadMessage,
} from '../../../src/store/outbox.ts';

/**
 * One replica of a sender, as the real one works: claim lanes, send the head in order, record. The other side is a file
 * of what arrived; for an unsure message it looks there first. Every seventeenth first attempt is told to wait. One that
 * `dies` kills itself in the middle of its tenth message, just before or just after it arrives.
 */
const [url = '', arrivals = '', owner = '', dies = 'never'] = process.argv.slice(2);
const LEASE = { leaseSeconds: 10, limit: 4 };
const DIES_AT = 10;
let sent = 0;
const { db, close } = await openDatabase({ url });
const hasArrived = (key: string): boolean => readFileSync(arrivals, 'utf8').split('\n').includes(key);

async function send(message: HeadMessage): Promise<boolean> {
  const { key, lane, attempt } = message;
  if (!(await renewLease(db, lane, owner, { now: new Date(), leaseSeconds: LEASE.leaseSeconds }))) return false;
  if (!(await markSending(db, key, owner))) return false;
  if (attempt.unsure && hasArrived(key)) {
    await markDone(db, key, 'had arrived');
    return true;
  }
  if (attempt.number === 1 && Number(key.split('/')[1]) % 17 === 0) {
    await putBack(db, lane, key, new Date(Date.now() + 50), 'asked to wait');
    return false;
  }
  sent += 1;
  if (sent === DIES_AT && dies === 'before') process.kill(process.pid, 'SIGKILL');
  appendFileSync(arrivals, `${key}\n`);
  if (sent === DIES_AT && dies === 'after') process.kill(process.pid, 'SIGKILL');
  await markDone(db, key);
  return true;
}

process.stdout.write('open\n');
for (;;) {
  const lanes = await claimLanes(db, owner, { now: new Date(), ...LEASE });
  for (const { lane } of lanes) {
    let going = true;
    while (going) {
      const messages = await headMessages(db, lane, owner, 5);
      going = messages.length > 0;
      for (const message of messages) going = going && (await send(message));
    }
    await releaseLane(db, lane, owner, null);
  }
  const { waiting, sending, unsure } = await outboxCounts(db);
  if (waiting + sending + unsure === 0) break;
  if (lanes.length === 0) await pause(50);
}
await close();
