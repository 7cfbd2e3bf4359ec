/** What one comparison found: how long `one` took for every `other`, by round, and the middle of the rounds. */
export interface Ratio {
  /** Median of the rounds' ratios, `other` to `one`. */
  ratio: number;
  lowest: number;
  highest: number;
  /** Medians over all rounds, in milliseconds for one piece of work. */
  one: number;
  other: number;
  rounds: number;
}

/** Times the work once, in milliseconds; `before` is outside the time. */
export type Timed = (round: number) => Promise<number[]> | number[];

/**
 * Runs two pieces of work in turn, the order changing each round, so that whatever the machine does meets both alike.
 * `one` is the measure; the ratio says how many of it `other` costs.
 */
export async function interleaved(rounds: number, one: Timed, other: Timed): Promise<Ratio> {
  const ones: number[] = [];
  const others: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const turns: [Timed, number[]][] = [
      [one, ones],
      [other, others],
    ];
    for (const [work, found] of round % 2 === 0 ? turns : turns.reverse()) found.push(median(await work(round)));
  }
  const ratios = others.map((time, round) => time / (ones[round] ?? Number.NaN));
  return {
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    one: median(ones),
    other: median(others),
    rounds,
  };
}

export const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
