import { createHash, randomUUID } from 'node:crypto';

export const newId = (): string => randomUUID();

/** The same id for the same words, in the form of a GUID. */
export function guidOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function hexOf(words: string, length: number): string {
  return createHash('sha256').update(words).digest('hex').slice(0, length);
}

/** A number from 0 up to, not including, `below`: the same for the same words. */
export function numberOf(words: string, below: number): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) % below;
}
