import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultSwitches } from '../../src/rehearsal/faults.ts';
import { openBox, TEAM, type Box } from './support/box.ts';

let box: Box;
beforeEach(async () => {
  box = await openBox({ slowMs: 30 });
});
afterEach(() => box.close());

const channels = () => box.graph('GET', `/teams/${TEAM}/channels`);

describe('trouble of the tenant', () => {
  it('throttles with Retry-After, on the side asked for alone', async () => {
    box.tenant.faults.set('graph', 'throttle', { next: 1 });
    const refused = await channels();
    expect([refused.status, refused.headers.get('retry-after'), refused.body.error?.code]).toEqual([
      429,
      '1',
      'TooManyRequests',
    ]);
    expect((await channels()).status).toBe(200);
    box.tenant.faults.set('graph', 'throttle', 'always');
    const team = `v3/teams/${encodeURIComponent(box.tenant.team.internalId)}`;
    expect((await box.connector('GET', team)).status).toBe(200);
  });

  it('fails with 503 and does nothing', async () => {
    box.tenant.faults.set('graph', 'fail', { next: 1 });
    const refused = await box.graph('POST', `/teams/${TEAM}/channels`, { displayName: 'Lost' });
    expect(refused.status).toBe(503);
    expect(box.tenant.channels().map((channel) => channel.name)).toEqual(['General']);
  });

  it('loses an answer after the work is done', async () => {
    box.tenant.faults.set('graph', 'lostAnswers', { next: 1 });
    await expect(box.graph('POST', `/teams/${TEAM}/channels`, { displayName: 'Done' })).rejects.toThrow();
    expect(box.tenant.channels().map((channel) => channel.name)).toEqual(['General', 'Done']);
  });

  it('is slow when told so', async () => {
    box.tenant.faults.set('graph', 'slow', { next: 1 });
    const started = performance.now();
    await channels();
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
  });

  it('switched on at the desk lets a patient bot through', () => {
    const faults = faultSwitches();
    faults.setTrouble({ throttle: true, fail: false, slow: false, lostAnswers: false, repeatClicks: false });
    expect([1, 2, 3, 4].map(() => faults.strikes('connector', 'throttle'))).toEqual([true, true, false, true]);
    faults.setTrouble({ throttle: false, fail: false, slow: false, lostAnswers: false, repeatClicks: false });
    expect(faults.strikes('connector', 'throttle')).toBe(false);
  });
});
