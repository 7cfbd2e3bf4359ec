import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearseMany, type ManyRehearsals } from '../../src/composeManyRehearsals.ts';
import type { PartnershipOffered } from '../../src/rehearsal/desk/protocol.ts';
import { AtTheDesk } from '../support/desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'convene-many-'));
const log = pino({ level: 'silent' });

describe('the desk offers a partnership for each of the five procedures', () => {
  let many: ManyRehearsals;
  let port: number;
  const start = () => rehearseMany({ procedure: 'hertsmere', folder, port, start: '2026-09-07', log });
  const list = async (origin: string): Promise<PartnershipOffered[]> =>
    (await (await fetch(`${origin}/desk/api/partnerships`)).json()) as PartnershipOffered[];
  const origin = () => new URL(many.first.tenant.deskUrl).origin;
  beforeAll(async () => {
    port = await freePorts();
    many = await start();
  }, 60_000);
  afterAll(async () => {
    await many.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('lists all five, and runs only the one that was asked for', async () => {
    const offered = await list(origin());
    expect(offered.map((it) => it.procedure).sort()).toEqual([
      'hertsmere',
      'llr',
      'shropshire',
      'staffordshire',
      'warwickshire',
    ]);
    expect(new Set(offered.map((it) => it.authority)).size).toBe(5);
    expect(offered.filter((it) => it.url !== null)).toEqual([
      {
        procedure: 'hertsmere',
        title: 'Hertsmere',
        authority: 'Nonesuch Borough Council',
        url: many.first.tenant.deskUrl,
      },
    ]);
  });

  it('starts another when it is chosen, once, with a desk of its own; both desks then know of each other', async () => {
    const desk = new AtTheDesk(origin());
    const [one, two] = await Promise.all([
      desk.post<{ url: string }>('/desk/api/partnerships', { procedure: 'warwickshire' }),
      desk.post<{ url: string }>('/desk/api/partnerships', { procedure: 'warwickshire' }),
    ]);
    expect(two).toEqual(one);
    const other = new AtTheDesk(new URL(one.url).origin);
    expect(await other.view('rosalind-achebe')).toMatchObject({
      authority: 'Oldbarrow District Council',
      procedureKey: 'warwickshire',
      today: '2026-09-07',
    });
    const back = (await list(other.origin)).find((it) => it.procedure === 'hertsmere');
    expect(back?.url).toBe(many.first.tenant.deskUrl);
    await other.move('2026-09-09', 'rosalind-achebe');
    expect((await desk.view('priya-marlow')).today).toBe('2026-09-07');
  }, 60_000);

  it('refuses a procedure that it does not have, in words', async () => {
    const desk = new AtTheDesk(origin());
    await expect(desk.post('/desk/api/partnerships', { procedure: 'nowhere' })).rejects.toThrow(
      'There is no partnership for that procedure.',
    );
    await expect(desk.post('/desk/api/partnerships', {})).rejects.toThrow('answered 400');
  });

  it('keeps each where it was over a restart, and a copied link opens again at the same address', async () => {
    const url = (await list(origin())).find((it) => it.procedure === 'warwickshire')?.url ?? '';
    await many.close();
    many = await start();
    expect((await list(origin())).filter((it) => it.url !== null)).toHaveLength(1);
    const knocked = await fetch(`${url}p/rosalind-achebe/mail`, { redirect: 'manual' });
    expect([knocked.status, knocked.headers.get('location')]).toEqual([307, `${url}p/rosalind-achebe/mail`]);
    expect((await list(origin())).find((it) => it.procedure === 'warwickshire')?.url).toBe(url);
    expect((await new AtTheDesk(new URL(url).origin).view('rosalind-achebe')).today).toBe('2026-09-09');
  }, 60_000);
});

/** A port with room after it for the others: far from those that tests running beside this one are given. */
async function freePorts(): Promise<number> {
  for (let port = 20_100 + (process.pid % 500) * 20; ; port += 20) {
    const free = await Promise.all(Array.from({ length: 10 }, (_, at) => isFree(port + at)));
    if (free.every(Boolean)) return port;
  }
}
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
