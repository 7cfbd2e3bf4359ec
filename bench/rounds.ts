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

/** Does the work once and says how long it took, in milliseconds; what has to be made ready first is not in it. */
export type Timed = () => Promise<number>;

/**
 * Runs two pieces of work in turn, so often in each round, so that whatever the machine does meets both alike; the rounds
 * begin with one and the other by turns. `one` is the measure; the ratio says how many of it `other` costs.
 */
export async function interleaved(
  { rounds, inRound }: { rounds: number; inRound: number },
  one: Timed,
  other: Timed,
): Promise<Ratio> {
  const ones: number[] = [];
  const others: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times: [number[], number[]] = [[], []];
    for (let time = 0; time < inRound; time += 1) {
      if (round % 2 === 0) times[0].push(await one());
      times[1].push(await other());
      if (round % 2 === 1) times[0].push(await one());
    }
    ones.push(median(times[0]));
    others.push(median(times[1]));
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
