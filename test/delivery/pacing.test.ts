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
  const verdict = (concerns: Verdict['concerns'], retryAfterMs?: number): Verdict => ({
    kind: 'retry',
    concerns,
    code: 'x',
    words: 'x',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });

  it('what concerns one message alone is not tried again, a pause asked for is kept to the millisecond', () => {
    expect(backOff(verdict('message'), 1, 0.5, PATIENCE)).toBeNull();
    expect(backOff(verdict('service', 17_000), 1, 0, PATIENCE)).toBe(17_000);
  });

  it.each(['service', 'place'] as const)(
    'a fault of a %s is never given up; pauses grow, ten minutes at the most',
    (it) => {
      expect(backOff(verdict(it), 1, 0, PATIENCE)).toBe(1_000);
      expect(backOff(verdict(it), 1, 1, PATIENCE)).toBe(2_000);
      expect(backOff(verdict(it), 5, 1, PATIENCE)).toBe(32_000);
      expect(backOff(verdict(it), 10, 1, PATIENCE)).toBe(600_000);
      expect(backOff(verdict(it), 100_000, 1, PATIENCE)).toBe(600_000);
    },
  );

  it('a fault of our own is given up with the 60th try, after most of a working day', () => {
    expect(backOff(verdict('own'), 59, 1, PATIENCE)).toBe(600_000);
    expect(backOff(verdict('own'), 60, 1, PATIENCE)).toBeNull();
  });
});
