import type { CaseEvent } from '../../src/domain/caseReview.ts';
import type { Partnership } from '../../src/domain/directory.ts';
import { STORY } from './caseStory.ts';
import { testPartnership } from './partnership.ts';

/** Text as an attacker, a careless paste or a telephone writes it. */
export const NASTY = [
  '${evil}',
  '[x](http://a)',
  '<at>Cora Spoc</at>',
  '**😀** _👩‍👩‍👧_ "\\" \u202e {{DATE(2026-01-01T00:00:00Z)}}',
  'x'.repeat(10_000),
  '😀'.repeat(5_000),
  '# a\n- b\n1. c\n> d',
];

/** Keys whose values are words of people; everything else is a day, an id or a closed list. */
const WORDS = new Set([
  'actionTaken',
  'basis',
  'closedItems',
  'findings',
  'ground',
  'name',
  'note',
  'outcome',
  'owner',
  'reason',
  'reasons',
  'regardless',
  'responder',
  'risk',
  'text',
  'title',
]);

/** The story and its directory with every word of people replaced by this one; agencies keep theirs in front of it, to stay apart. */
export function nastyStory(text: string): { events: CaseEvent[]; partnership: Partnership } {
  const agencies = new Set(testPartnership().agencies.map((agency) => agency.name));
  const spoil = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => spoil(one, key));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoil(one, name)]));
    if (typeof value !== 'string') return value;
    if (agencies.has(value)) return `${value} ${text}`;
    return WORDS.has(key) ? text : value;
  };
  return { events: spoil(STORY) as CaseEvent[], partnership: spoil(testPartnership()) as Partnership };
}
