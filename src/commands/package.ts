import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod/v4';

const folder = resolve(import.meta.dirname, '../../appPackage');
const Options = z.object({
  'bot-id': z.uuid('must be the GUID of the bot'),
  'app-id': z.uuid('must be the GUID of the Teams app').optional(),
  host: z.string().regex(/^[a-z0-9.-]+$/i, 'must be a bare host name'),
  out: z.string().default('dist/convene.zip'),
});

/** `convene package`: manifest with this installation's ids and host, and the icons, zipped without a network. Exit 2 on a bad option. */
export async function packageApp(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      'bot-id': { type: 'string' },
      'app-id': { type: 'string' },
      host: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const parsed = Options.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) process.stderr.write(`--${String(issue.path[0])}: ${issue.message}\n`);
    return 2;
  }
  const { host, out, 'bot-id': botId, 'app-id': appId } = parsed.data;
  writePackage(out, filled(readFileSync(resolve(folder, 'manifest.json'), 'utf8'), { botId, appId, host }));
  process.stdout.write(`${out}\n`);
  return 0;
}

/** The manifest with the ids and the host of this installation in place of those it is kept with. */
export function filled(text: string, own: { botId: string; appId?: string | undefined; host: string }): string {
  const manifest = JSON.parse(text) as { id: string; bots: { botId: string }[]; validDomains: string[] };
  const kept = { botId: manifest.bots[0]?.botId ?? '', host: manifest.validDomains[0] ?? '', id: manifest.id };
  return text
    .replaceAll(kept.botId, own.botId)
    .replaceAll(kept.host, own.host)
    .replaceAll(kept.id, own.appId ?? kept.id);
}

function writePackage(out: string, manifest: string): void {
  const icon = (name: string) => new Uint8Array(readFileSync(resolve(folder, name)));
  mkdirSync(dirname(resolve(out)), { recursive: true });
  writeFileSync(
    out,
    zipSync({ 'manifest.json': strToU8(manifest), 'color.png': icon('color.png'), 'outline.png': icon('outline.png') }),
  );
}
