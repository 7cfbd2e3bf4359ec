import type { Migration } from 'kysely';
import * as cases from './0001_cases.ts';
import * as outbox from './0002_outbox.ts';
import * as directory from './0003_directory.ts';
import * as doors from './0004_doors.ts';
import * as partnershipDigest from './0005_partnershipDigest.ts';
import * as looks from './0006_looks.ts';
import * as seal from './0007_seal.ts';
import * as nightAndDirectories from './0008_nightAndDirectories.ts';
import * as outboxTrouble from './0009_outboxTrouble.ts';
import * as watched from './0010_watched.ts';
import * as likeness from './0011_likeness.ts';

/** Every step of the schema in order. Only added to: a step that has run somewhere is never edited. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001_cases': cases,
  '0002_outbox': outbox,
  '0003_directory': directory,
  '0004_doors': doors,
  '0005_partnershipDigest': partnershipDigest,
  '0006_looks': looks,
  '0007_seal': seal,
  '0008_nightAndDirectories': nightAndDirectories,
  '0009_outboxTrouble': outboxTrouble,
  '0010_watched': watched,
  '0011_likeness': likeness,
};
