import { readFile } from 'node:fs/promises';
import type { Partnership } from '../domain/directory.ts';
import type { ExtraPerson } from './tenantOptions.ts';

/** A small fictional partnership to rehearse with. The composition checks `partnership` against the directory's schema. */
export interface RehearsalPartnership {
  partnership: Partnership;
  /** People with a mailbox alone: the victim. */
  extraPeople: ExtraPerson[];
  /** Agencies outside the host tenant whose free/busy times can be seen. */
  sharesAvailability: string[];
}

/** Reads the partnership that comes with a procedure. Throws when there is none of that name. */
export async function rehearsalPartnership(procedure: string): Promise<RehearsalPartnership> {
  if (!/^[a-z]+$/.test(procedure)) throw new Error(`No rehearsal partnership is called ${JSON.stringify(procedure)}`);
  const file = new URL(`./partnerships/${procedure}.json`, import.meta.url);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`There is no rehearsal partnership for the procedure ${procedure}`, { cause });
  });
  return JSON.parse(text) as RehearsalPartnership;
}
