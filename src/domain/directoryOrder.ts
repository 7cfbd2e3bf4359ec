/** Why a partnership file is not taken: each says that it is older than the directory in force, or cannot be told from an older one. */
export type Older = 'lowerVersion' | 'sameVersion' | 'noVersion' | 'seenBefore';

/**
 * Whether a partnership file that differs from the directory in force may replace it; null where it may. Versions decide where the
 * directory in force has one. Else the day on which a file was first seen does: one that was in force before and has been
 * replaced since is older, so that an old process that starts last brings nobody back.
 */
export function olderThanInForce(
  file: { version?: number | undefined; seenBefore: boolean },
  inForce: { version?: number | undefined },
): Older | null {
  if (inForce.version === undefined) return file.version === undefined && file.seenBefore ? 'seenBefore' : null;
  if (file.version === undefined) return 'noVersion';
  if (file.version < inForce.version) return 'lowerVersion';
  return file.version === inForce.version ? 'sameVersion' : null;
}
