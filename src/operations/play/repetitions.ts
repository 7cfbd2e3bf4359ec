import type { With } from '../../domain/acts.ts';
import type { Step } from './workedCase.ts';

/** Lists of a step in which nothing may stand twice: the bodies that decided, the grounds of an appeal, the refs. */
export function repetitions(step: Step, at: string): string[] {
  return listsOf(step)
    .filter(([, list]) => list !== undefined && new Set(list).size !== list.length)
    .map(([name]) => `${at}.${name}: expected a list without repetitions`);
}

/** Two of a kind may decide together, as two landlords do; the same one is named once. */
const nameOfBody = (it: With<'decideThreshold'>['bodies'][number]): string =>
  typeof it === 'string' ? it : `${it.body}/${it.agency ?? ''}/${it.name}`;

function listsOf(step: Step): [string, readonly unknown[] | undefined][] {
  // A step whose content did not parse carries nothing; its faults are told already.
  if (step.with === undefined) return [];
  switch (step.act) {
    case 'receiveApplication': {
      const carried = step.with as With<'receiveApplication'>;
      return [
        ['complaints', carried.complaints.map((it) => it.ref)],
        ['earlierComplaints', carried.earlierComplaints],
      ];
    }
    case 'amendComplaints':
      return [['complaints', (step.with as With<'amendComplaints'>).complaints.map((it) => it.ref)]];
    case 'decideThreshold':
      return [['bodies', (step.with as With<'decideThreshold'>).bodies.map(nameOfBody)]];
    case 'receiveAppeal':
      return [['grounds', (step.with as With<'receiveAppeal'>).grounds]];
    default:
      return [];
  }
}
