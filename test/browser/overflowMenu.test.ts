import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../src/rehearsal/desk/buildPage.ts';
import { deskContext, faultsOf, startBrowser } from './support/browser.ts';
import { startDeskFixture, type DeskFixture } from './support/desk/fixture.ts';

const CHANNEL = '/p/p-landlord/channel/19%3Acase7%40thread.tacv2';

describe('the further buttons of a card, under "More"', () => {
  let browser: Browser;
  let folder: string;
  let desk: DeskFixture;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    folder = await buildPage();
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    desk = await startDeskFixture(folder);
    context = await deskContext(browser);
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await desk.close();
  });

  const more = () => page.getByRole('button', { name: 'More options' }).first();
  const menu = () => page.getByRole('menu');
  const focused = () => page.locator(':focus').textContent();
  const pressed = () => desk.posted.filter(({ path }) => path === 'action').map(({ body }) => JSON.stringify(body));
  async function opened(): Promise<void> {
    await page.goto(`${desk.url}${CHANNEL}`);
    await more().click();
    await menu().waitFor();
  }
  const picture = async (name: string) => {
    const out = process.env['CONVENE_PICTURES_OUT'];
    if (out) await page.screenshot({ path: `${out}/more-${name}.png` });
  };

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
  ] as const)('stand at their button, in the desk’s own colours and letters (%s, %d wide)', async (scheme, width) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 740 });
    await opened();
    await picture(`${scheme}-${String(width)}`);
    const [button, box] = [await more().boundingBox(), await menu().boundingBox()];
    if (button === null || box === null) throw new Error('nothing is shown');
    const below = Math.abs(box.y - (button.y + button.height));
    const above = Math.abs(button.y - (box.y + box.height));
    expect(Math.min(below, above)).toBeLessThan(8);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(740);
    expect(await page.evaluate<number>('document.scrollingElement.scrollTop')).toBe(0);
    const style = "getComputedStyle(document.querySelector('[role=menu]'))";
    const background = await page.evaluate<string>(`${style}.backgroundColor`);
    const font = await page.evaluate<string>(`${style}.fontFamily`);
    expect(background).not.toBe('rgba(0, 0, 0, 0)');
    expect(font).not.toMatch(/Times/);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('are reached by arrow keys, Home and End, and Escape puts the keyboard back', async () => {
    await opened();
    expect(await focused()).toBe('We cannot share what we hold');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Ask for more time');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('We cannot share what we hold');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Ask for more time');
    await page.keyboard.press('Home');
    expect(await focused()).toBe('We cannot share what we hold');
    await page.keyboard.press('End');
    expect(await focused()).toBe('Ask for more time');
    expect(await more().getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await menu().count()).toBe(0);
    expect(await more().getAttribute('aria-expanded')).toBe('false');
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('More options');
  });

  it('close by a click beside them and by Tab, and nothing is pressed', async () => {
    await opened();
    await page.mouse.click(5, 5);
    expect(await menu().count()).toBe(0);
    await more().click();
    await page.keyboard.press('Tab');
    expect(await menu().count()).toBe(0);
    expect(pressed()).toEqual([]);
  });

  it('are pressed by Enter', async () => {
    await opened();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(pressed).toEqual([expect.stringContaining('"later"')]);
    expect(await menu().count()).toBe(0);
  });
});
