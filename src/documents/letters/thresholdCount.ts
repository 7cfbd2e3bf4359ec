import type { CaseView } from '../../domain/caseView.ts';
import { counted } from '../plainWords.ts';
import { periodWords } from '../procedureWords.ts';

/** How much the threshold asks for in this authority, so that "not met" can be checked by whoever reads it. */
export function neededWords({ policy: { settings } }: CaseView): string {
  const { n, unit } = settings['threshold.report_limit'];
  const limit = counted(n, unit);
  const window = periodWords(settings['threshold.window']);
  const needed = `The threshold asks for at least ${counted(settings['threshold.count'], 'separate incident')}, each reported within ${limit} of happening and within ${window} of the application.`;
  const hate = settings['threshold.hate'];
  return hate === null
    ? needed
    : `${needed} ${hate.count === 1 ? 'One hate incident' : `${hate.count} hate incidents`} within ${counted(hate.months, 'month')} will do as well.`;
}

/** What of this application counted. */
export function countWords({ told: { threshold } }: CaseView): string {
  if (threshold.count === 0) return 'So none counted.';
  return `So ${threshold.count} counted.`;
}
