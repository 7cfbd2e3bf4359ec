/** A case's reference, `NBC-2026-0001`: the authority's prefix, the year, and a number of four digits, or more once a year has had 9,999. */
export const REFERENCE = /^[A-Z]{2,5}-20\d{2}-\d{4,7}$/;

/** The reference that a person may have meant by what they typed: spaces, small letters and missing noughts are forgiven. */
export function wholeReferenceIn(typed: string): string | null {
  const whole = /^([A-Za-z]{2,5})[\s-]*(20\d{2})[\s-]*(\d{1,7})$/.exec(typed);
  return whole === null ? null : referenceOf(whole[1] ?? '', whole[2] ?? '', Number(whole[3]));
}

export const referenceOf = (prefix: string, year: number | string, number: number): string =>
  `${prefix.toUpperCase()}-${year}-${String(number).padStart(4, '0')}`;

/** In the order in which they were given, also where a year has had more than 9,999. */
export const byReference = (one: string, other: string): number => one.localeCompare(other, 'en-GB', { numeric: true });
