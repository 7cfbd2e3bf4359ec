import type { CaseReview } from '../domain/caseReview.ts';
import type { Partnership, Person } from '../domain/directory.ts';
import type { Matter } from '../domain/effects.ts';
import type { Notice } from '../domain/notices.ts';
import type { Graph } from '../graph/client.ts';
import type { Log } from '../log.ts';
import type { Db } from '../store/database.ts';
import type { EffectOf } from './sender.ts';
import type { Teams } from './teams.ts';

/** What the senders need from outside; joined in compose.ts alone. Whatever is sent is drawn from the case at that moment. */
export interface SenderParts {
  db: Db;
  graph: Graph;
  teams: Teams;
  now: () => Date;
  log: Log;
  /** The directory as it stands. */
  directory: () => Promise<Partnership>;
  loadCase: (caseId: string) => Promise<{ review: CaseReview; partnership: Partnership } | null>;
  /** People who belong in the case's channel today; the victim never. */
  membersOf: (caseId: string) => Promise<Person[]>;
  /** The card of a matter; null when there is nothing to show (any more). */
  draw: (caseId: string, matter: Matter) => Promise<Drawn | null>;
  /** All of them to one person, as one message. */
  writeMessage: (effects: EffectOf<'message'>[]) => Promise<{ text: string; mentions: Person[] } | null>;
  /** All of them to one person, as one e-mail; `link` null where there is nothing to press. */
  writeMail: (
    items: { effect: EffectOf<'mail'>; link: string | null }[],
  ) => Promise<{ subject: string; html: string } | null>;
  /** A word that no card of a case can tell, as the text of a chat message and as an e-mail. */
  writeNotice: (
    effect: EffectOf<'notice'>,
    to: Person,
    directory: Partnership,
  ) => { text: string; mail: { subject: string; html: string } };
  /** A word to the coordinators that no card can tell; `key` is unique for what is told. */
  tellCoordinators: (told: { key: string; caseId: string | null; notice: Notice }) => Promise<void>;
  /** The address of a personal, expiring link to what the recipient owes; null where there is nothing to press. */
  personalLink: (effect: EffectOf<'mail'>) => Promise<string | null>;
  writeDocument: (
    caseId: string,
    document: EffectOf<'fileDocument'>['document'],
  ) => Promise<{ content: Uint8Array; contentType: string } | null>;
  /** Where Graph tells of answers to invitations; null where nothing can be told (answers are then read nightly). */
  notifications: { url: string; clientState: string } | null;
  /** Waits before each further look at a running team operation, the last one repeated. */
  operationLooksMs?: number[];
}
export interface Drawn {
  card: object;
  /** What a toast shows: the reference and what is wanted, nothing personal. */
  summary: string;
  /** Brings a card up to date that stands; where there is none, none is posted. */
  onlyIfPosted?: true;
}

/** The case and its partnership, which an effect's case always has. */
export async function caseOf(
  parts: SenderParts,
  caseId: string,
): Promise<{ review: CaseReview; partnership: Partnership }> {
  const found = await parts.loadCase(caseId);
  if (found === null) throw new Error('an effect names a case that the store does not have');
  return found;
}
