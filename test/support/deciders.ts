import { decidersOf } from '../../src/domain/deciders.ts';
import type { Partnership } from '../../src/domain/directory.ts';
import type { Body, ThresholdResult } from '../../src/domain/words.ts';
import { BODY_WORDS } from '../../src/cards/forms/choices.ts';
import type { Deed } from '../../src/operations/parseDeed.ts';
import { testPartnership } from './partnership.ts';

/** The bodies' decision by these people of a directory, as the dialog would send it. */
export const decision = (
  ids: readonly string[] = ['sam-manager', 'ines-pector'],
  result: ThresholdResult = 'met',
  partnership: Partnership = testPartnership(),
): Deed => ({
  act: 'decideThreshold',
  with: { result, bodies: decidersOf(ids, partnership), reasons: 'Three separate incidents.' },
  detail: { deciders: [...ids] },
});

/** Who decided for each body, typed into the dialog by its labels. */
export const whoDecided = (ids: Partial<Record<Body, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(ids).map(([body, id]) => [`${BODY_WORDS[body as Body]}: who decided`, id]));
