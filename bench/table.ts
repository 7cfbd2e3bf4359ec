import type { Ratio } from './rounds.ts';

export interface Line {
  what: string;
  ratio: Ratio;
  aim: { words: string; met: boolean };
  /** What `one` and `other` of the ratio are. */
  sides: [string, string];
}

/** The ratios beside their aims, and the times they are made of, which say something about this machine alone. */
export function table(lines: Line[]): string {
  const rows = lines.map(({ what, ratio, aim, sides }) => [
    what,
    `${shown(ratio.ratio)} (${shown(ratio.lowest)} to ${shown(ratio.highest)})`,
    aim.words,
    aim.met ? 'met' : 'missed',
    `${sides[0]} ${time(ratio.one)}, ${sides[1]} ${time(ratio.other)}, ${ratio.rounds} rounds`,
  ]);
  const all = [['ratio of', 'median (rounds)', 'aim', '', 'on this machine'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const shown = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : 0);

function time(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 0.1) return `${ms.toFixed(1)} ms`;
  return ms >= 0.001 ? `${(ms * 1000).toFixed(1)} µs` : `${(ms * 1_000_000).toFixed(0)} ns`;
}
