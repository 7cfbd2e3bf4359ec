import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(import.meta.dirname, '..', 'pictures');

/** Takes a picture for the README, where `CONVENE_PICTURES=1` asks for it: an ordinary test run leaves the tree clean. */
export async function picture(page: Page, name: string, height = 800): Promise<void> {
  if (process.env['CONVENE_PICTURES'] !== '1') return;
  const before = page.viewportSize();
  await mkdir(folder, { recursive: true });
  await page.setViewportSize({ width: 1280, height });
  await page.mouse.move(0, height - 1);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  if (before !== null) await page.setViewportSize(before);
}
