import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { personalLink } from '../../src/operations/links.ts';
import { accepted4 } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { startRig, type Rig } from '../bot/support/rig.ts';

let shell: Shell;
let rig: Rig;
let browser: Browser;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
  rig = await startRig(shell);
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser.close();
  await rig.close();
  await shell.close();
});

/** What axe finds against WCAG 2.2 AA on the page as it stands. */
async function faults(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
  return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

it('a partner answers by link with the keyboard at hand and no fault for axe, on a narrow screen', async () => {
  const caseId = await accepted4(shell);
  const data = { kind: 'review', agency: 'homes' };
  const token = await personalLink(shell.deps, { caseId, person: 'lana-lord', purpose: 'return', data, days: 30 });
  // Only the checker's own script needs the policy of the page out of its way.
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${rig.url}/form/${token}`);
  expect(await faults(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('link', { name: /Say whether you hold anything/ }).click();
  expect(await page.evaluate('document.activeElement.id')).toBe('holding');

  await page.getByLabel('We hold something and share it').check();
  for (const heading of ['Complaint a', 'What you did', 'Risk and people', 'To finish']) {
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: heading }).waitFor();
    expect(await faults(page)).toEqual([]);
  }
  await page.getByLabel('Type your name').fill('Lana Lord');
  await page.getByRole('button', { name: 'Send the form' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await faults(page)).toEqual([]);
});
