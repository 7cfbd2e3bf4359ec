import { createHash } from 'node:crypto';
import type { HeadMessage } from '../store/outbox.ts';

/** Stands for a key in the log: keys and lanes carry ids of people, which are made from their names. Compare with the outbox's. */
export const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 12);

/** What a log line may tell of a message. */
export const logged = ({ key, kind, caseId, attempt }: HeadMessage) => ({
  key: digestOf(key),
  kind,
  caseId,
  attempts: attempt.number,
});
