import { parseArgs } from 'node:util';
import { arithmetic } from './arithmetic.ts';
import type { Ratio } from './rounds.ts';
import { sweepScale } from './sweepScale.ts';
import { table, type Line } from './table.ts';
import { tick } from './tick/tick.ts';

/** `npm run bench`: three ratios of one run, each with its aim. `--quick` takes fewer rounds and smaller stores. */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const from = performance.now();
const say = (words: string): void => void process.stderr.write(`${words}\n`);

const measured = async (what: string, measure: (quick: boolean) => Promise<Ratio>): Promise<Ratio> => {
  say(`measuring ${what} …`);
  return measure(values.quick);
};

const ticked = await measured('a card tick against an echo turn', tick);
const swept = await measured('the sweep among few and among ten times as many cases', sweepScale);
const added = await measured('twenty working days against a date-fns loop', arithmetic);

const lines: Line[] = [
  {
    what: 'card tick : botbuilder echo turn',
    ratio: ticked,
    aim: { words: 'at most 2', met: ticked.ratio <= 2 },
    sides: ['echo', 'tick'],
  },
  {
    what: values.quick
      ? 'sweep, 200 due: 20,000 cases : 2,000 cases'
      : 'sweep, 1,000 due: 100,000 cases : 10,000 cases',
    ratio: swept,
    aim: { words: 'at most 1.5', met: swept.ratio <= 1.5 },
    sides: ['few', 'many'],
  },
  {
    what: 'date-fns loop : adding 20 working days',
    ratio: added,
    aim: { words: 'at least 8', met: added.ratio >= 8 },
    sides: ['ours', 'loop'],
  },
];
process.stdout.write(`${table(lines)}\n`);
say(`took ${((performance.now() - from) / 1000).toFixed(0)} s`);
