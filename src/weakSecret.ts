const SHORTEST = 32;
const DIFFERENT = 10;
const SURELY_RANDOM = 16;

/**
 * What is wrong with a secret that opens a door, in words that do not show it; null for one that nobody guesses. Length is
 * not enough: `kkkk…` and `changemechangeme…` are long.
 */
export function weaknessOf(secret: string): string | null {
  if (secret.length < SHORTEST) return `must have at least ${SHORTEST} characters`;
  if (new Set(secret).size < DIFFERENT)
    return `is too easily guessed: it has fewer than ${DIFFERENT} different characters`;
  if (repeats(secret) || climbs(secret))
    return 'is too easily guessed: it repeats or counts. Take a random one, e.g. from: openssl rand -base64 32';
  return null;
}

/** One piece written again and again, the last time perhaps not to its end. */
function repeats(secret: string): boolean {
  for (let length = 1; length <= Math.min(SURELY_RANDOM, secret.length / 2); length += 1)
    if (secret.slice(length) === secret.slice(0, -length)) return true;
  return false;
}

/** Characters that mostly follow one another: 0123456789abcdef… */
function climbs(secret: string): boolean {
  const steps = [...secret].slice(1).map((char, at) => char.charCodeAt(0) - secret.charCodeAt(at));
  return steps.filter((step) => Math.abs(step) <= 1).length > secret.length / 2;
}
