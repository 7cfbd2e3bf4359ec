import { createHash } from 'node:crypto';
import { canonicalText } from '../store/values.ts';

/** The same text for values that say the same, however their keys stand. Nobody reads the value off it. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalText(value)).digest('hex');
