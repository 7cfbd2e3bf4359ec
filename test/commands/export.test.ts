import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportLines } from '../../src/commands/store.ts';
import { openDatabase, type OpenDatabase } from '../../src/store/database.ts';
import { openTestCase } from '../store/fixtures.ts';
import { freshDatabase } from '../support/store.ts';

describe('convene export', () => {
  let store: OpenDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = () => fresh.drop();
    store = await openDatabase({ url: fresh.url });
    vi.stubEnv('DATABASE_URL', fresh.url);
    for (const number of ['1', '2', '3']) await openTestCase(store.db, `NBC-2026-000${number}`);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await store.close();
    await drop();
  });

  /** Exit code, lines written, and what was said. */
  async function exported(): Promise<{ exit: number; lines: number; said: string }> {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      const exit = await exportLines();
      return { exit, lines: out.mock.calls.length, said: err.mock.calls.map(([text]) => String(text)).join('') };
    } finally {
      out.mockRestore();
      err.mockRestore();
    }
  }

  it('writes a store whose records are whole', async () => {
    expect(await exported()).toMatchObject({ exit: 0, said: '' });
  });

  it('refuses one with a broken record before the first line, with exit 1, and names the case', async () => {
    await store.db.updateTable('cases').set({ stage: 'plan' }).where('reference', '=', 'NBC-2026-0002').execute();
    expect(await exported()).toEqual({
      exit: 1,
      lines: 0,
      said: 'the record of NBC-2026-0002 does not verify: nothing was exported\n',
    });
  });
});
