import { periodWords } from '../../domain/explain.ts';
import type { Period } from '../../domain/settings.ts';

/** A setting's value as an officer would say it: "5 working days", "none", "yes", "council, police, landlord". */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value.replaceAll('_', ' ');
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ');
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isPeriod(value)) return periodWords(value);
  if (isLimit(value))
    return `${value.n} ${value.unit}${value.n === 1 ? '' : 's'}${value.style ? ` (${valueWords(value.style)})` : ''}`;
  const parts = Object.entries(value).map(([name, held]) => `${name} ${valueWords(held)}`);
  return parts.length === 0 ? 'none' : parts.join('; ');
}

/** A number with one of the four units of time, and nothing else. */
export const isPeriod = (value: unknown): value is Period =>
  typeof value === 'object' &&
  value !== null &&
  'n' in value &&
  'unit' in value &&
  ['wd', 'cd', 'wk', 'mo'].includes(value.unit as string);

/** The time for reporting an incident: in months or days, a month read in one of two ways (AMB-A6). */
const isLimit = (value: object): value is { n: number; unit: 'month' | 'day'; style?: string } =>
  'n' in value && 'unit' in value && ['month', 'day'].includes(value.unit as string);
