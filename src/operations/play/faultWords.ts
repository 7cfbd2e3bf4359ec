import type { z } from 'zod/v4';

type Issue = z.core.$ZodIssue;

/** A place inside the file: `steps[2].with.channel`. */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return place === '' ? 'the file' : place.replace(/^\./, '');
}

/** One line a fault: the place inside the file, and what was expected there. What was found is not repeated. */
export function faultWords(issue: Issue, before: readonly PropertyKey[] = []): string[] {
  const path = [...before, ...issue.path];
  const place = placeOf(path);
  switch (issue.code) {
    case 'invalid_union': {
      const branch = nearest(issue.errors);
      return branch === null ? [`${place}: ${expectedOf(issue)}`] : branch.flatMap((it) => faultWords(it, path));
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => `${placeOf([...path, key])}: expected no key of this name`);
    default:
      return [`${place}: ${expectedOf(issue)}`];
  }
}

/** The branch of a union that the file comes nearest to. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const missed = branches.filter((issues) => issues.length > 0);
  if (missed.length === 0) return null;
  return missed.reduce((best, issues) => (weight(issues) < weight(best) ? issues : best));
}

// A branch of another type altogether lies further off than one with a wrong value in it.
const weight = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, issue) =>
      sum +
      (issue.path.length === 0 && issue.code !== 'unrecognized_keys' ? 10 : 1) +
      (issue.code === 'unrecognized_keys' ? issue.keys.length : 0),
    0,
  );

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${NOUNS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((it) => JSON.stringify(it)).join(', ')}`;
    case 'too_small':
      return `expected at least ${issue.minimum}${UNITS[issue.origin] ?? ''}`;
    case 'too_big':
      return `expected at most ${issue.maximum}${UNITS[issue.origin] ?? ''}`;
    default:
      return issue.message
        .replace(/^must be /, 'expected ')
        .replace(/^is a day that does not exist$/, 'expected a day that exists');
  }
}

const NOUNS: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
const UNITS: Record<string, string> = { string: ' character', array: ' entry' };
