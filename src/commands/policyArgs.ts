import type { z } from 'zod/v4';
import { DaySchema, type Day } from '../calendar/isoDate.ts';
import { PartnershipSchema, type Partnership } from '../domain/directory.ts';
import type { Policy } from '../domain/policy.ts';
import { PROCEDURES, type Procedure } from '../domain/words.ts';
import { faultsOfSettings } from '../policies/lint/settings.ts';
import { policyByName, policyFor } from '../policies/registry.ts';
import { WrongUse, type Io } from './io.ts';

/** `hertsmere` or `hertsmere/2023-05-01`. */
export function policyNamed(name: string): Policy {
  const [procedure = '', version] = name.split('/');
  if (!(PROCEDURES as readonly string[]).includes(procedure))
    throw new WrongUse(`There is no procedure "${procedure}". Choose one of ${PROCEDURES.join(', ')}.`);
  if (version === undefined) return policyFor(procedure as Procedure);
  try {
    return policyByName(name);
  } catch {
    throw new WrongUse(`There is no version "${version}" of ${procedure}.`);
  }
}

/** The settings of a JSON file, such as this procedure takes; none where no file is named. */
export function settingsIn(path: string | undefined, policy: Policy, io: Io): Record<string, unknown> {
  const own = rawSettingsIn(path, io);
  const faults = faultsOfSettings(policy, own);
  if (faults.length > 0) throw new WrongUse(faults.map((fault) => `${path ?? ''}: ${fault}`).join('\n'));
  return own;
}

/** The same, unchecked: for the linter, which has its own words for what is wrong. */
export function rawSettingsIn(path: string | undefined, io: Io): Record<string, unknown> {
  const json = path === undefined ? {} : jsonIn(path, io);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new WrongUse(`${path ?? ''}: expected an object of settings`);
  return json as Record<string, unknown>;
}

/** A partnership file, or a rehearsal's file that holds one. */
export function partnershipIn(path: string, io: Io): Partnership {
  const json = jsonIn(path, io);
  const inner = typeof json === 'object' && json !== null && 'partnership' in json ? json.partnership : json;
  return parsed(path, inner, PartnershipSchema);
}

/** A day as it was typed. */
export function dayTyped(text: string, option: string): Day {
  if (!DaySchema.safeParse(text).success) throw new WrongUse(`${option} must be a day, YYYY-MM-DD`);
  return text;
}

/** The text of a file. */
export function textIn(path: string, io: Io): string {
  try {
    return io.read(path);
  } catch {
    throw new WrongUse(`${path} cannot be read`);
  }
}

function jsonIn(path: string, io: Io): unknown {
  try {
    return JSON.parse(textIn(path, io)) as unknown;
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(`${path}: expected JSON`);
  }
}

function parsed<T>(path: string, json: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map((it) => `${path}: ${it.path.join('.') || 'the file'}: ${it.message}`);
  throw new WrongUse(faults.join('\n'));
}
