import type { With } from './acts.ts';

/**
 * What an application is about, so that one that was sent twice is known: the victim's name, however it is spaced or
 * capitalised, and the days of the incidents, in whatever order. Null where no victim is named. It holds personal data.
 */
export function likenessOf({ applicant, victim, complaints }: With<'receiveApplication'>): string | null {
  const named = victim.name ?? (applicant.role === 'victim' ? applicant.name : undefined);
  const name = (named ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (name === '') return null;
  const days = [...new Set(complaints.map(({ occurredOn }) => occurredOn))].sort();
  return [name, ...days].join(' ');
}
