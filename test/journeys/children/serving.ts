import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeAdapter } from '../../../src/bot/adapter.ts';
import { fixedCredentials } from '../../../src/bot/fixedCredentials.ts';
import { serve } from '../../../src/composeProduction.ts';
import type { Config } from '../../../src/config.ts';
import { PartnershipSchema } from '../../../src/domain/directory.ts';
import { makeGraph } from '../../../src/graph/client.ts';
import { makeLog } from '../../../src/log.ts';
import { rehearsalPartnership } from '../../../src/rehearsal/partnership.ts';

/**
 * The production start in a process of its own, over the database of the first word, with keys of the second and third. The
 * other side of the wire is a loopback that has no time: Teams and Graph answer 503 and ask to come again later.
 */
const [url = '', applicationsKey = '', healthKey = ''] = process.argv.slice(2);
const outside = createServer((request, response) => {
  request.resume();
  response.writeHead(503, { 'Retry-After': '5' }).end();
});
await new Promise<void>((ready) => outside.listen(0, '127.0.0.1', ready));
const elsewhere = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
const partnership = PartnershipSchema.parse((await rehearsalPartnership('hertsmere')).partnership);
const config: Config = {
  appId: '6f1d7f2e-1111-4222-8333-444455556666',
  tenantId: partnership.authority.tenantId,
  appType: 'SingleTenant',
  appPassword: 'unused',
  publicUrl: 'https://convene.nonesuch.example',
  applicationsKey,
  notificationsSecret: applicationsKey,
  healthKey,
  trustedProxies: 0,
  store: { url },
  port: 0,
  host: '127.0.0.1',
  logLevel: 'info',
  partnership,
};
const log = makeLog(config.logLevel);
const running = await serve(config, log, {
  adapter: makeAdapter(
    config,
    { log, newId: () => 'fault' },
    { openIdMetadataUrl: `${elsewhere}/openid`, credentials: fixedCredentials(config.appId, 'loopback') },
  ),
  graph: makeGraph({ baseUrl: elsewhere, token: async () => 'loopback', insecureLoopback: true }),
});
process.stdout.write(`ready at ${running.port}\n`);
process.once('SIGTERM', () => {
  void running.close().then(() => process.exit(0));
});
