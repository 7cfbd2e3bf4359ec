import { createHash } from 'node:crypto';

/** Where an incoming activity came from and its number there. Numbers of Teams are unique within one conversation alone. */
export interface Press {
  tenantId: string;
  conversation: string;
  id: string;
}

/**
 * Under which name the inbox knows an activity: its place, its number, who sent it and about which case. The same number from
 * anywhere else, from somebody else or about another case is another activity.
 */
export function pressKey({ tenantId, conversation, id }: Press, person: string, caseId: string): string {
  const parts = JSON.stringify([tenantId, conversation, person, caseId, id]);
  return `press/${createHash('sha256').update(parts).digest('hex')}`;
}
