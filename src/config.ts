import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';
import { PartnershipSchema, type Partnership } from './domain/directory.ts';
import { faultsOfPartnership } from './domain/directoryFaults.ts';
import { faultsOfSettings } from './policies/lint/settings.ts';
import { policyFor } from './policies/registry.ts';
import { weaknessOf } from './weakSecret.ts';

const guid = z.uuid('must be a GUID');
const secret = z.string().superRefine((given, context) => {
  const weakness = weaknessOf(given);
  if (weakness !== null) context.addIssue({ code: 'custom', message: weakness });
});
const port = z.coerce.number().int().min(1).max(65535);

/** Every setting of the production start. Nothing has a default that would open a door. */
const Environment = z.object({
  MicrosoftAppId: guid,
  MicrosoftAppTenantId: guid,
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi'], 'must be SingleTenant or UserAssignedMsi'),
  MicrosoftAppPassword: z.string().min(1).optional(),
  CONVENE_PUBLIC_URL: z.url({ protocol: /^https$/, error: 'must be the https address at which Convene is reached' }),
  CONVENE_PARTNERSHIP: z.string().min(1, 'must name the partnership file'),
  CONVENE_APPLICATIONS_KEY: secret,
  CONVENE_NOTIFICATIONS_SECRET: z.string().max(128, 'must have at most 128 characters').pipe(secret),
  CONVENE_HEALTH_KEY: secret.optional(),
  CONVENE_TRUSTED_PROXIES: z.coerce.number('must be a number').int().min(0).max(5).default(0),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' }).optional(),
  CONVENE_DATA: z.string().min(1).optional(),
  CONVENE_REPLICAS: z.coerce.number().int().min(1).default(1),
  PORT: port.default(3978),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Config {
  appId: string;
  tenantId: string;
  appType: 'SingleTenant' | 'UserAssignedMsi';
  appPassword: string | null;
  publicUrl: string;
  applicationsKey: string;
  notificationsSecret: string;
  healthKey: string | null;
  trustedProxies: number;
  store: { url: string } | { folder: string };
  port: number;
  host: string;
  logLevel: string;
  partnership: Partnership;
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; faults: string[] };

/** Reads environment and partnership file into one typed value; every fault is reported at once, by name, never with the value. */
export function readConfig(env: Record<string, string | undefined>, read = readText): ConfigResult {
  const faults: string[] = [];
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      faults.push(given[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`);
    }
  }
  if (given['MicrosoftAppType'] === 'SingleTenant' && !given['MicrosoftAppPassword']) {
    faults.push('MicrosoftAppPassword is missing (SingleTenant needs it)');
  }
  if (!given['DATABASE_URL'] && !given['CONVENE_DATA']) {
    faults.push('DATABASE_URL is missing (or CONVENE_DATA, a folder for the embedded store)');
  }
  if (!given['DATABASE_URL'] && Number(given['CONVENE_REPLICAS'] ?? 1) > 1) {
    faults.push('CONVENE_REPLICAS above 1 needs DATABASE_URL: the embedded store serves one process');
  }
  const partnership = given['CONVENE_PARTNERSHIP'] ? readPartnership(given['CONVENE_PARTNERSHIP'], read) : null;
  if (partnership && 'faults' in partnership) faults.push(...partnership.faults);
  if (faults.length > 0 || !parsed.success || !partnership || 'faults' in partnership) return { ok: false, faults };
  const it = parsed.data;
  return {
    ok: true,
    config: {
      appId: it.MicrosoftAppId,
      tenantId: it.MicrosoftAppTenantId,
      appType: it.MicrosoftAppType,
      appPassword: it.MicrosoftAppPassword ?? null,
      publicUrl: it.CONVENE_PUBLIC_URL.replace(/\/$/, ''),
      applicationsKey: it.CONVENE_APPLICATIONS_KEY,
      notificationsSecret: it.CONVENE_NOTIFICATIONS_SECRET,
      healthKey: it.CONVENE_HEALTH_KEY ?? null,
      trustedProxies: it.CONVENE_TRUSTED_PROXIES,
      store: it.DATABASE_URL ? { url: it.DATABASE_URL } : { folder: it.CONVENE_DATA ?? '' },
      port: it.PORT,
      host: it.HOST,
      logLevel: it.LOG_LEVEL,
      partnership: partnership.partnership,
    },
  };
}

/** The partnership of a file, or what is wrong with it: the path inside the file and what was expected there. */
export function readPartnership(
  path: string,
  read: (path: string) => string = readText,
): { partnership: Partnership } | { faults: string[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(read(path));
  } catch (error) {
    return {
      faults: [`CONVENE_PARTNERSHIP cannot be read as JSON: ${error instanceof Error ? error.message : 'unknown'}`],
    };
  }
  const parsed = PartnershipSchema.safeParse(raw);
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map((issue) => `CONVENE_PARTNERSHIP ${issue.path.join('.')}: ${issue.message}`),
    };
  }
  const { procedure, settings } = parsed.data.authority;
  const faults = [
    ...faultsOfPartnership(parsed.data),
    ...faultsOfSettings(policyFor(procedure), settings).map((fault) => `authority.settings: ${fault}`),
  ];
  return faults.length > 0
    ? { faults: faults.map((fault) => `CONVENE_PARTNERSHIP ${fault}`) }
    : { partnership: parsed.data };
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
