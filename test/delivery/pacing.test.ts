import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, PATIENCE } from '../../src/delivery/backOff.ts';
import { makePacing } from '../../src/delivery/pacing.ts';
import type { Verdict } from '../../src/delivery/verdict.ts';

const at = (ms: number) => new Date(Date.UTC(2026, 8, 7, 8) + ms);
const most = (times: number[], within: number): number =>
  Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time < start + within).length));

describe('pacing', () => {
  it('whatever is asked, no published limit of a conversation or of the app is passed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(300)), { maxLength: 400 }), (asked) => {
        const pacing = makePacing();
        const sent = new Map<string, number[]>();
        const all: number[] = [];
        let now = 0;
        for (const [conversation, gap] of asked) {
          now += gap;
          const name = String(conversation);
          now += pacing.wait(name, at(now));
          pacing.sent(name, at(now));
          sent.set(name, [...(sent.get(name) ?? []), now]);
          all.push(now);
        }
        for (const times of sent.values()) {
          expect(most(times, 1_000)).toBeLessThanOrEqual(7);
          expect(most(times, 2_000)).toBeLessThanOrEqual(8);
          expect(most(times, 30_000)).toBeLessThanOrEqual(60);
        }
        expect(most(all, 1_000)).toBeLessThanOrEqual(50);
      }),
      { numRuns: 60 },
    );
  });

  it('1,800 in an hour is the most that one conversation takes', () => {
    const pacing = makePacing();
    let now = 0;
    for (let i = 0; i < 1_800; i += 1) {
      now += pacing.wait('c', at(now));
      pacing.sent('c', at(now));
    }
    expect(now + pacing.wait('c', at(now))).toBe(3_600_000);
    expect(pacing.wait('other', at(now))).toBe(0);
  });
});

describe('backing off', () => {
  const verdict = (kind: Verdict['kind'], retryAfterMs?: number): Verdict => ({
    kind,
    code: 'x',
    words: 'x',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

  it('a refusal is not tried again, a pause asked for is kept to the millisecond', () => {
    expect(backOff(verdict('refused'), 1, 0.5, PATIENCE)).toBeNull();
    expect(backOff(verdict('retry', 17_000), 1, 0, PATIENCE)).toBe(17_000);
  });

  it('grows with jitter, and never past a quarter of an hour', () => {
    expect(backOff(verdict('retry'), 1, 0, PATIENCE)).toBe(1_000);
    expect(backOff(verdict('retry'), 1, 1, PATIENCE)).toBe(2_000);
    expect(backOff(verdict('retry'), 5, 1, PATIENCE)).toBe(32_000);
    expect(backOff(verdict('retry'), 39, 1, PATIENCE)).toBe(900_000);
    expect(backOff(verdict('retry'), 40, 1, PATIENCE)).toBeNull();
  });

  it('what is not there yet is given about a quarter of an hour', () => {
    const waits = Array.from({ length: 9 }, (_, i) => backOff(verdict('lag'), i + 1, 1, PATIENCE) ?? 0);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(1_022_000);
    expect(backOff(verdict('lag'), 10, 1, PATIENCE)).toBeNull();
  });
});
