/** Longest text and list that any act may carry. The bot must stay readable, and no record may be drowned. */
const LONGEST = 8000;
/** A letter with the plan of a long case and its appeal form. */
const LONGEST_LETTER = 12_000;
const LONGEST_NAME = 300;
const LONGEST_LIST = 200;
const NAMES = new Set(['name', 'title', 'owner', 'agency', 'ref', 'id', 'to', 'reference', 'role', 'clock', 'action']);

/** The first text or list that is too large: where it stands and what to do, without a word of it. Null where all fits. */
export function tooLarge(value: unknown, path: string[] = []): { field: string; text: string } | null {
  if (typeof value === 'string') {
    const limit = limitOf(path.at(-1) ?? '');
    return value.length <= limit
      ? null
      : { field: path.join('.'), text: `This text is too long: at most ${limit} characters.` };
  }
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value) && value.length > LONGEST_LIST)
    return { field: path.join('.'), text: `This list is too long: at most ${LONGEST_LIST} entries.` };
  for (const [key, part] of Object.entries(value)) {
    const found = tooLarge(part, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function limitOf(field: string): number {
  if (NAMES.has(field)) return LONGEST_NAME;
  return field === 'draft' ? LONGEST_LETTER : LONGEST;
}
