import { pino } from 'pino';
import { makeAdapter } from '../src/bot/adapter.ts';
import { fixedCredentials } from '../src/bot/fixedCredentials.ts';
import type { Day } from '../src/calendar/isoDate.ts';
import { join, type Joined } from '../src/compose.ts';
import { PartnershipSchema, type Partnership } from '../src/domain/directory.ts';
import { makeGraph } from '../src/graph/client.ts';
import { rehearsalPartnership } from '../src/rehearsal/partnership.ts';
import type { Db } from '../src/store/database.ts';

export const APP_ID = '6f1d7f2e-1111-4222-8333-444455556666';
const KEY = 'a-key-of-the-bench-that-opens-nothing';
/** Nothing listens here: what is measured never sends, and a mistake would show at once. */
const NOBODY = 'http://127.0.0.1:9';

export interface Ground extends Joined {
  partnership: Partnership;
  adapter: ReturnType<typeof adapterFor>;
  /** Sets the day, at nine in the morning. */
  on(day: Day): void;
}

/** The product as it is joined for production, over the store given, with a clock set by hand. Its loops do not run. */
export async function groundOn(db: Db, today: Day, openIdMetadataUrl = NOBODY): Promise<Ground> {
  let now = new Date(`${today}T09:00:00Z`);
  const partnership = PartnershipSchema.parse((await rehearsalPartnership('hertsmere')).partnership);
  const { tenantId } = partnership.authority;
  const adapter = adapterFor(tenantId, openIdMetadataUrl);
  const joined = await join({
    db,
    partnership,
    adapter,
    log: pino({ level: 'silent' }),
    now: () => now,
    graph: makeGraph({ baseUrl: NOBODY, token: async () => 'bench', insecureLoopback: true }),
    appId: APP_ID,
    tenantId,
    publicUrl: NOBODY,
    applicationsKeys: [KEY],
    notificationsSecret: KEY,
    healthKey: null,
    trustedProxies: 0,
  });
  return {
    ...joined,
    partnership,
    adapter,
    on: (day) => {
      now = new Date(`${day}T09:00:00Z`);
    },
  };
}

/** botbuilder's adapter with its token check on, trusting the bench's own issuer. */
export const adapterFor = (tenantId: string, openIdMetadataUrl: string) =>
  makeAdapter(
    { appId: APP_ID, tenantId, appType: 'SingleTenant', appPassword: 'unused' },
    { log: pino({ level: 'silent' }), newId: () => 'bench' },
    { openIdMetadataUrl, credentials: fixedCredentials(APP_ID, 'bench') },
  );
