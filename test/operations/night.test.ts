import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { night, type NightWork } from '../../src/operations/night.ts';
import { performOnCase } from '../../src/operations/perform.ts';
import { sweep } from '../../src/operations/sweep.ts';
import { viewCase } from '../../src/operations/view.ts';
import { inTransaction } from '../../src/store/database.ts';
import { accepted, refusalOf, startShell, type Shell } from '../support/shell.ts';
import { KINDS } from '../support/store.ts';
import { accepted4, opened, planned } from '../support/story.ts';

const NOTHING: NightWork = { once: [], eachCase: [] };

describe.each(KINDS)('the night, on the %s store', (kind) => {
  let shell: Shell;
  beforeEach(async () => {
    shell = await startShell({ today: '2026-03-02', kind });
  });
  afterEach(() => shell.close());

  /** What somebody with full rights over the database could do by hand. */
  const byHand = (...statements: string[]): Promise<void> =>
    inTransaction(shell.deps.db, async (tx) => {
      await sql`alter table case_events disable trigger user`.execute(tx);
      for (const statement of statements) await sql.raw(statement).execute(tx);
      await sql`alter table case_events enable trigger user`.execute(tx);
    });
  const notices = async (is: string) =>
    (await shell.effects()).filter((it) => it.kind === 'notice' && it.notice.is === is);

  it.each([
    [
      'an edited event',
      [`update case_events set event = event || '{"on":"2026-02-01"}' where version = 2 and reference = 'R'`],
    ],
    [
      'a last event deleted',
      [
        `delete from case_events where reference = 'R' and version = (select max(version) from case_events where reference = 'R')`,
      ],
    ],
    [
      'two events swapped',
      [
        `update case_events set version = 900 where version = 1 and reference = 'R'`,
        `update case_events set version = 1 where version = 2 and reference = 'R'`,
        `update case_events set version = 2 where version = 900 and reference = 'R'`,
      ],
    ],
    [
      'an edited snapshot',
      [`update cases set review = jsonb_set(review, '{openedOn}', '"2026-02-01"') where reference = 'R'`],
    ],
  ])('finds %s, names the case and tells the coordinator; every other case is looked at', async (_what, statements) => {
    const altered = await accepted4(shell);
    const whole = await accepted4(shell);
    await byHand(...statements.map((it) => it.replaceAll("'R'", `'${altered}'`)));
    const looked: string[] = [];
    const faults = await night(shell.deps, {
      once: [],
      eachCase: [{ task: 'look', run: async ({ reference }) => void looked.push(reference) }],
    });
    expect(faults).toMatchObject([{ task: 'record', caseId: altered, error: { name: 'AlteredRecord' } }]);
    expect(looked).toEqual([whole]);
    expect(await notices('recordAltered')).toMatchObject([{ caseId: altered, to: 'cora-spoc' }]);
  });

  it('raises no false alarm over a whole story, however its days go', async () => {
    const cases = [await opened(shell), (await planned(shell)).caseId];
    for (const day of ['2026-03-31', '2026-04-30', '2026-05-01', '2026-06-30', '2026-10-30']) {
      shell.on(day);
      expect((await sweep(shell.deps, day)).faults).toEqual([]);
      expect(await night(shell.deps, NOTHING)).toEqual([]);
    }
    expect(cases).toHaveLength(2);
    expect(await notices('recordAltered')).toEqual([]);
  });

  it('isolates each case: one that fails is told by its reference, the others go on, and none is done twice that night', async () => {
    const [failing, sound] = [await opened(shell), await opened(shell)];
    const done: string[] = [];
    const work: NightWork = {
      once: [{ task: 'inbox', run: async () => void done.push('inbox') }],
      eachCase: [
        {
          task: 'answers',
          run: async ({ reference }) => {
            done.push(`answers ${reference}`);
            if (reference === failing) throw new Error('the calendar gave no answer');
          },
        },
        { task: 'roster', run: async ({ reference }) => void done.push(`roster ${reference}`) },
      ],
    };
    expect(await night(shell.deps, work)).toMatchObject([{ task: 'answers', caseId: failing }]);
    const all = ['inbox', `answers ${failing}`, `roster ${failing}`, `answers ${sound}`, `roster ${sound}`];
    expect(done).toEqual(all);
    expect(await night(shell.deps, work)).toEqual([]);
    expect(done).toEqual(all);
    expect(await notices('nightFailed')).toMatchObject([{ to: 'cora-spoc', notice: { cases: [failing] } }]);
    shell.on('2026-03-03');
    expect(await night(shell.deps, work)).toMatchObject([{ task: 'answers', caseId: failing }]);
    expect(done).toEqual([...all, ...all]);
  });

  it('is shared by two replicas: each piece is done by one of them', async () => {
    const cases = [await opened(shell), await opened(shell), await opened(shell)];
    const done: string[] = [];
    const work: NightWork = {
      once: [{ task: 'inbox', run: async () => void done.push('inbox') }],
      eachCase: [{ task: 'look', run: async ({ reference }) => void done.push(reference) }],
    };
    await Promise.all([night(shell.deps, work), night(shell.deps, work)]);
    expect(done.sort()).toEqual([...cases, 'inbox'].sort());
  });

  it('an altered case is neither shown nor acted on, in words, and the coordinator hears of it with the first press', async () => {
    const caseId = await opened(shell);
    await byHand(`update cases set review = jsonb_set(review, '{openedOn}', '"2026-02-01"')`);
    const person = shell.who('cora-spoc');
    const letter = { letter: 'acknowledgement', by: 'email' } as const;
    const before = await shell.deps.db.selectFrom('case_events').selectAll().execute();
    const pressed = await performOnCase(shell.deps, { caseId, person, act: 'sendLetter', with: letter });
    expect(refusalOf(pressed).code).toBe('altered');
    expect(refusalOf(await viewCase(shell.deps, caseId, { person, doing: 'seeCase' })).code).toBe('altered');
    expect(await shell.deps.db.selectFrom('case_events').selectAll().execute()).toEqual(before);
    expect(await notices('recordAltered')).toMatchObject([
      { caseId, key: `notice/recordAltered/${caseId}/2026-03-02/cora-spoc` },
    ]);
    expect(accepted(await viewCase(shell.deps, await opened(shell), { person, doing: 'seeCase' })).review.stage).toBe(
      'application',
    );
  });
});
