import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { performOnCase } from '../../src/operations/perform.ts';
import { sweep } from '../../src/operations/sweep.ts';
import { loadCase } from '../../src/store/cases.ts';
import { inTransaction, openDatabase, type Db } from '../../src/store/database.ts';
import { accepted, startShell, type Shell } from '../support/shell.ts';
import { freshDatabase, KINDS } from '../support/store.ts';
import { opened, planned } from '../support/story.ts';

/** A case whose row stands and whose events are gone: the record takes no further event of it. */
const withoutEvents = (db: Db, reference: string): Promise<void> =>
  inTransaction(db, async (tx) => {
    await sql`alter table case_events disable trigger user`.execute(tx);
    await tx.deleteFrom('case_events').where('reference', '=', reference).execute();
    await sql`alter table case_events enable trigger user`.execute(tx);
  });

describe.each(KINDS)('a sweep that meets a case the database refuses, on the %s store', (kind) => {
  let shell: Shell;
  beforeAll(async () => {
    shell = await startShell({ today: '2026-03-02', kind });
  });
  afterAll(() => shell.close());

  it('serves all behind it, leaves it for the next day and tells the coordinator, each day once', async () => {
    const refused = await opened(shell);
    const behind = [await opened(shell), await opened(shell)];
    await withoutEvents(shell.deps.db, refused);
    shell.on('2026-03-03');
    const swept = await sweep(shell.deps, '2026-03-03');
    expect(swept.faults.map((it) => it.caseId)).toEqual([refused]);
    expect(swept.nudges.map((it) => it.caseId)).toEqual(behind);
    expect((await loadCase(shell.deps.db, refused))?.wakeOn).toBe('2026-03-04');
    expect((await sweep(shell.deps, '2026-03-03')).cases).toBe(0);
    shell.on('2026-03-04');
    expect((await sweep(shell.deps, '2026-03-04')).faults.map((it) => it.caseId)).toEqual([refused]);
    const told = (await shell.effects(refused)).filter((it) => it.kind === 'notice');
    expect(told).toMatchObject([
      { key: `notice/caseNotSwept/${refused}/2026-03-03/cora-spoc`, to: 'cora-spoc', notice: { is: 'caseNotSwept' } },
      { key: `notice/caseNotSwept/${refused}/2026-03-04/cora-spoc`, to: 'cora-spoc', notice: { is: 'caseNotSwept' } },
    ]);
  });
});

describe('a sweep in the middle of its batch, on the postgres store', () => {
  const STALL = 4_711;
  const WAITING = `select 1 from pg_locks where locktype = 'advisory' and not granted`;
  let shell: Shell;
  let holder: pg.Client;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    const fresh = await freshDatabase();
    drop = () => fresh.drop();
    shell = await startShell({ today: '2026-03-02', store: await openDatabase({ url: fresh.url }) });
    holder = new pg.Client({ connectionString: fresh.url });
    await holder.connect();
    await holder.query('select pg_advisory_lock($1)', [STALL]);
  });
  afterEach(async () => {
    await holder.end();
    await shell.close();
    await drop();
  });

  /** The record's next event of this case waits for the holder. */
  const stallAt = async (reference: string): Promise<void> => {
    await holder.query(`
      create function stall() returns trigger language plpgsql as $$
      begin
        if new.reference = '${reference}' then perform pg_advisory_xact_lock(${STALL}); end if;
        return new;
      end $$;
      create trigger case_events_stalled before insert on case_events for each row execute function stall()`);
  };
  const stalled = () => expect.poll(async () => (await holder.query(WAITING)).rowCount, { timeout: 20_000 }).toBe(1);
  const letGo = () => holder.query('select pg_advisory_unlock($1)', [STALL]);

  it('does not hold up the press of somebody whom it has just told', async () => {
    const [first, second, third] = [await planned(shell), await planned(shell), await planned(shell)];
    await holder.query('update cases set wake_on = null where reference = $1', [third.caseId]);
    await stallAt(second.caseId);
    shell.on('2026-04-30');
    const sweeping = sweep(shell.deps, '2026-04-30');
    await stalled();
    const pressed = await performOnCase(shell.deps, {
      caseId: third.caseId,
      person: shell.who('odd-fellow'),
      act: 'reportAction',
      with: { action: '1', status: 'done' },
    });
    expect(accepted(pressed).review.actions[0]?.status).toBe('done');
    await letGo();
    const told = (await sweeping).nudges.filter((it) => it.to.includes('odd-fellow'));
    expect(told.map((it) => it.caseId)).toEqual([first.caseId, second.caseId]);
  });

  it('leaves the cases behind its batch of 25 to a second replica, though all tell the same coordinator', async () => {
    const cases: string[] = [];
    while (cases.length < 27) cases.push(await opened(shell));
    await stallAt(cases[24] ?? '');
    shell.on('2026-03-03');
    const first = sweep(shell.deps, '2026-03-03');
    await stalled();
    const second = await sweep(shell.deps, '2026-03-03');
    expect(second.nudges.map((it) => it.caseId)).toEqual(cases.slice(25));
    await letGo();
    expect((await first).nudges.map((it) => it.caseId)).toEqual(cases.slice(0, 25));
  });
});

describe('a sweep of many cases, on the embedded store', () => {
  it('lets a press in between two batches', async () => {
    const shell = await startShell({ today: '2026-03-02' });
    const cases: string[] = [];
    while (cases.length < 27) cases.push(await opened(shell));
    shell.on('2026-03-03');
    const ended: string[] = [];
    const sweeping = sweep(shell.deps, '2026-03-03').then(() => ended.push('sweep'));
    const pressing = performOnCase(shell.deps, {
      caseId: cases[26] ?? '',
      person: shell.who('cora-spoc'),
      act: 'sendLetter',
      with: { letter: 'acknowledgement', by: 'email' },
    }).then(() => ended.push('press'));
    await Promise.all([sweeping, pressing]);
    expect(ended).toEqual(['press', 'sweep']);
    await shell.close();
  });
});
