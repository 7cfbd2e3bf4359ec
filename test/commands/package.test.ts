import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { filled, packageApp } from '../../src/commands/package.ts';

const kept = readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'convene-package-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const botId = '11111111-2222-4333-8444-555555555555';

describe('the Teams app package', () => {
  it('carries this installation’s ids and host and nothing of those it is kept with', async () => {
    const out = join(folder, 'app.zip');
    expect(await packageApp(['--bot-id', botId, '--host', 'bot.nonesuch.example', '--out', out])).toBe(0);
    const files = unzipSync(new Uint8Array(readFileSync(out)));
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const text = strFromU8(files['manifest.json'] ?? new Uint8Array());
    const manifest = JSON.parse(text) as {
      bots: { botId: string }[];
      webApplicationInfo: { id: string; resource: string };
      validDomains: string[];
    };
    expect(manifest.bots[0]?.botId).toBe(botId);
    expect(manifest.webApplicationInfo).toEqual({ id: botId, resource: `api://bot.nonesuch.example/${botId}` });
    expect(manifest.validDomains).toEqual(['bot.nonesuch.example']);
    expect(text).not.toContain('convene.example');
  });

  it('refuses ids that are none, and names the option', async () => {
    expect(
      await packageApp(['--bot-id', 'x', '--host', 'bot.nonesuch.example', '--out', join(folder, 'none.zip')]),
    ).toBe(2);
  });

  it('has icons of the sizes that Teams asks for, and at most sixteen permissions of the team', () => {
    const size = (name: string) => {
      const png = readFileSync(new URL(`../../appPackage/${name}`, import.meta.url));
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    expect([size('color.png'), size('outline.png')]).toEqual([
      [192, 192],
      [32, 32],
    ]);
    const manifest = JSON.parse(filled(kept, { botId, host: 'h.example' })) as {
      authorization: { permissions: { resourceSpecific: unknown[] } };
      supportsChannelFeatures: string;
    };
    expect(manifest.authorization.permissions.resourceSpecific.length).toBeLessThanOrEqual(16);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });
});
