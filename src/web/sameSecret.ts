import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever the lengths. */
export const sameSecret = (given: string, kept: string): boolean => timingSafeEqual(digest(given), digest(kept));

/** True when `given` is one of the secrets; all are compared, so that time tells nothing. */
export const anySecret = (given: string, kept: readonly string[]): boolean =>
  kept.map((one) => sameSecret(given, one)).some((same) => same);
