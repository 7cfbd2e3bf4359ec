import { createHash } from 'node:crypto';
import type { Person } from '../domain/directory.ts';
import { refusal } from '../domain/refusals.ts';
import { loadCase } from '../store/cases.ts';
import { addLink, findLink } from '../store/links.ts';
import { personById } from '../store/people.ts';
import { unlessAltered } from './altered.ts';
import { done, refused, type Deps, type Outcome } from './deps.ts';
import { keepLook } from './gate.ts';

export type LinkPurpose = 'return' | 'action';
export interface LinkAsk {
  caseId: string;
  /** Person id. The link is theirs alone; what it opens is decided anew, by their rights, each time. */
  person: string;
  purpose: LinkPurpose;
  /** `{kind, agency}` of a return, `{action}` of an action. */
  data: Record<string, string>;
  /** How many calendar days it lives. */
  days: number;
}
export interface OpenedLink {
  person: Person;
  caseId: string;
  purpose: LinkPurpose;
  data: Record<string, string>;
}

const DAY_MS = 86_400_000;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A personal link's token. Only its hash is kept: the store cannot give the link away. */
export async function personalLink(deps: Deps, ask: LinkAsk): Promise<string> {
  const token = deps.newToken();
  await addLink(deps.db, {
    tokenHash: hashOf(token),
    caseId: ask.caseId,
    person: ask.person,
    purpose: ask.purpose,
    data: ask.data,
    expiresAt: new Date(deps.now().getTime() + ask.days * DAY_MS),
  });
  return token;
}

/** Whose link this is and what it opens. Unknown and expired get the same words. That it was opened is recorded. */
export const openLink = (deps: Deps, token: string): Promise<Outcome<OpenedLink>> =>
  unlessAltered(deps, () => openedLink(deps, token));

async function openedLink(deps: Deps, token: string): Promise<Outcome<OpenedLink>> {
  const link = token.length > 400 ? null : await findLink<Record<string, string>>(deps.db, hashOf(token), deps.now());
  const person = link === null ? null : await personById(deps.db, link.person);
  const stored = link === null ? null : await loadCase(deps.db, link.caseId);
  if (link === null || !isPurpose(link.purpose)) return refused(expired());
  const look = { person: link.person, caseId: link.caseId, what: `link/${link.purpose}` };
  if (person === null || stored === null) {
    const no = refused(expired());
    await keepLook(deps, deps.db, look, no);
    return no;
  }
  const opened = done({ person, caseId: link.caseId, purpose: link.purpose, data: link.data });
  await keepLook(deps, deps.db, look, opened);
  return opened;
}
const isPurpose = (purpose: string): purpose is LinkPurpose => purpose === 'return' || purpose === 'action';

const expired = () =>
  refusal(
    'not_allowed',
    'capability 20',
    'This link has run out or was never ours. Ask the council’s contact for a new one; nothing you sent before is lost.',
  );
