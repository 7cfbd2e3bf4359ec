import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BackstageView } from '../../src/rehearsal/desk/protocol.ts';
import { cardActivity } from './support/acting.ts';
import { caseChannel, openBox, TEAM, type Box } from './support/box.ts';

let folder: string;
let box: Box;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'convene-traffic-'));
  box = await openBox({ trafficLog: folder });
});
afterEach(async () => {
  await box.close();
  rmSync(folder, { recursive: true, force: true });
});

const lines = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the traffic log', () => {
  it('has one exchange a line, with everything a contract asks for and no token', async () => {
    const channel = await caseChannel(box, 'NBC-2026-0001');
    await box.connector('POST', `v3/conversations/${encodeURIComponent(channel)}/activities`, cardActivity('Hello'));
    const [made] = lines('graph.jsonl');
    expect(made).toMatchObject({
      method: 'POST',
      path: `/v1.0/teams/${TEAM}/channels`,
      query: {},
      headers: { authorization: 'Bearer redacted', 'content-type': 'application/json' },
      requestBody: { displayName: 'NBC-2026-0001' },
      status: 202,
      time: '2026-09-02T08:00:00.000Z',
    });
    expect(made?.responseHeaders).toHaveProperty('Location');
    expect(lines('connector.jsonl')).toMatchObject([
      { method: 'POST', status: 201, responseBody: { id: expect.any(String) as string } },
    ]);
    expect(readFileSync(join(folder, 'graph.jsonl'), 'utf8')).not.toContain('a-token');
  });

  it('the drawer of the desk shows the last exchanges, newest first', async () => {
    await caseChannel(box, 'NBC-2026-0001');
    await box.graph('GET', '/users/nobody@nonesuch.example');
    const { wire } = await box.desk<BackstageView>('GET', '/backstage');
    expect(wire[0]).toMatchObject({ side: 'graph', method: 'GET', status: 404 });
  });
});
