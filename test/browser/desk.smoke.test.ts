import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../src/rehearsal/desk/buildPage.ts';
import { faultsOf, startBrowser } from './support/browser.ts';
import { startDeskFixture, type DeskFixture } from './support/desk/fixture.ts';

const channel = '/p/p-landlord/channel/19%3Acase7%40thread.tacv2';

describe('The desk page', () => {
  let folder: string;
  let browser: Browser;
  let desk: DeskFixture;
  let context: BrowserContext;
  let page: Page;
  let outside: string[];

  beforeAll(async () => {
    folder = await buildPage();
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    desk = await startDeskFixture(folder);
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', bypassCSP: true });
    outside = [];
    context.on('request', (request) => {
      if (!request.url().startsWith(desk.url) && !request.url().startsWith('data:')) outside.push(request.url());
    });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await desk.close();
    expect(outside).toEqual([]);
  });
  const open = (path: string) => page.goto(`${desk.url}${path}`);
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  it('lands a first visitor on the coordinator, with the guide open and one line of welcome', async () => {
    await open('/');
    await page.getByRole('region', { name: 'Conversation' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/p/p-coordinator/chat');
    expect(await page.getByRole('region', { name: 'Welcome' }).innerText()).toContain('This is a rehearsal');
    const steps = page.getByRole('region', { name: 'What now' }).getByRole('listitem').getByRole('button');
    expect(await steps.count()).toBe(4);
    expect(await page.title()).toBe('Chat – Imogen Vantongeren – Rehearsal desk');
  });

  it('keeps welcome and guide closed once they were closed, and brings the guide back on demand', async () => {
    await open('/p/p-coordinator/chat');
    await button('Hide the welcome').click();
    await button('Hide the guide').click();
    await page.reload();
    await page.getByRole('region', { name: 'Conversation' }).waitFor();
    expect(await page.getByRole('region', { name: 'Welcome' }).count()).toBe(0);
    await button('What now').click();
    await page.getByRole('region', { name: 'What now' }).waitFor();
  });

  it('asks before it closes a form in which something is typed, and closes one that is untouched at once', async () => {
    await open('/p/p-coordinator/chat');
    await button(/Send the response form/).click();
    const dialog = page.getByRole('dialog', { name: 'Response form' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await button(/Send the response form/).click();
    await dialog.getByLabel('What you have done').fill('Two visits');
    await page.keyboard.press('Escape');
    await dialog.getByRole('alert').filter({ hasText: 'What you typed since the last button is not kept' }).waitFor();
    await dialog.getByRole('button', { name: 'Go on typing' }).click();
    expect(await dialog.getByLabel('What you have done').inputValue()).toBe('Two visits');
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await dialog.getByRole('button', { name: 'Close without keeping it' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('becomes the person of a guide step, opens their dialog, demands what is required and sends what was typed', async () => {
    await open('/p/p-coordinator/chat');
    await button(/Send the response form/).click();
    const dialog = page.getByRole('dialog', { name: 'Response form' });
    await dialog.waitFor();
    await page.waitForURL((url) => url.pathname === channel);
    expect(desk.posted.findLast(({ path }) => path === 'dialog')).toMatchObject({
      body: { as: 'p-landlord', activityId: 'm2', step: 'fetch' },
    });

    await dialog.getByRole('button', { name: 'Send the return' }).click();
    await dialog.getByText('Say what was done, even if it was nothing').waitFor();
    expect(await dialog.getByText('Give a number from 0 to 99').isVisible()).toBe(false);
    expect(desk.posted.filter(({ body }) => body['step'] === 'submit')).toEqual([]);

    await dialog.getByLabel('Risk to the victim').selectOption('high');
    await dialog.getByRole('radio', { name: 'Yes' }).check();
    await dialog.getByLabel('First report').fill('2026-05-02');
    await dialog.getByLabel('What you have done').fill('Two visits');
    desk.answerNext({ kind: 'error', text: 'The form is closed.' });
    await dialog.getByRole('button', { name: 'Send the return' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Something went wrong. The form is closed.' }).waitFor();
    expect(await dialog.getByLabel('What you have done').inputValue()).toBe('Two visits');

    await dialog.getByRole('button', { name: 'Send the return' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(desk.posted.at(-1)?.body).toMatchObject({
      step: 'submit',
      data: { verb: 'sendReturn', risk: 'high', open: 'yes', from: '2026-05-02', done: 'Two visits', checked: 'no' },
    });
  });

  it('sends Execute with its verb, shows what the bot said, and an error as Teams words it', async () => {
    await open('/p/p-coordinator/chat');
    await button(/^Met$/).click();
    await page.getByText('Recorded.').waitFor();
    expect(desk.posted.at(-1)?.body).toEqual({
      as: 'p-coordinator',
      conversation: 'a:chat-coordinator',
      activityId: 'c1',
      action: { type: 'Action.Execute', title: 'Met', verb: 'decideThreshold', data: { met: true } },
    });
    await button('Break something').click();
    await page.getByText('Something went wrong. Please try again.').waitFor();
  });

  it('lays a private view over the shared card for the one who pressed', async () => {
    await open(channel);
    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: 'Larkfold Homes holds nothing' }],
    };
    desk.answerNext({ kind: 'card', card });
    await button('We hold nothing').click();
    await page.getByText('Larkfold Homes holds nothing').waitFor();
    await page.getByText('Only you see this card like this').waitFor();
  });

  it('keeps what is being typed in a card while news comes in, and tells of the news politely', async () => {
    await open(channel);
    const other = await context.newPage();
    await other.goto(`${desk.url}/p/p-police/channel/19%3Acase7%40thread.tacv2`);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByLabel('Ask the coordinator').fill('Which July count?');
    desk.botSays('The panel is booked.');
    await page.getByText('The panel is booked.').waitFor();
    await other.getByText('The panel is booked.').waitFor();
    expect(await page.getByLabel('Ask the coordinator').inputValue()).toBe('Which July count?');
    expect(await page.getByRole('status', { name: 'News' }).innerText()).toBe('New message from Convene');
  });

  it('draws the words of a message without their scripts', async () => {
    await open('/p/p-coordinator/chat');
    await page.getByText('Type a case reference').waitFor();
    expect(await page.evaluate(() => 'harm' in globalThis)).toBe(false);
    expect(await page.getByRole('region', { name: 'Conversation' }).locator('img, script').count()).toBe(0);
  });

  it('brings the same view after refresh, back and a copied link, and puts right what a person may not see', async () => {
    await open('/p/p-landlord/mail/mail-2');
    await page.getByRole('heading', { name: /your response form is due/ }).waitFor();
    await page.getByRole('link', { name: 'NBC-2026-0007 2 unread' }).click();
    await button('Fill in the form').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'open the form' }).waitFor();
    await page.reload();
    const link = page.getByRole('link', { name: 'open the form' });
    expect(await link.getAttribute('target')).toBe('_blank');
    await open('/p/p-victim/channel/19%3Acase7%40thread.tacv2');
    await page.getByRole('region', { name: 'Mail' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/p/p-victim/mail');
    expect(await page.getByRole('link', { name: /Chat with Convene/ }).count()).toBe(0);
  });

  it('can be worked by keyboard alone: another person, a dialog, and back to where one was', async () => {
    await open('/p/p-landlord/channel/19%3Acase7%40thread.tacv2');
    await button('Fill in the form').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the conversation');
    await button('Fill in the form').press('Enter');
    await page.getByRole('dialog', { name: 'Response form' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(`document.activeElement.textContent === 'Fill in the form'`);

    await button('Become another person').press('Enter');
    const mine = page.getByRole('option', { name: 'Casimir Thripp', exact: true });
    await page.waitForFunction(`document.activeElement.dataset.name === 'Casimir Thripp'`);
    expect(await mine.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/p\/p-police\/channel\//);
  });

  it('moves the date and lists what came of it, each entry a way to its place', async () => {
    await open('/p/p-coordinator/chat');
    await button('Next working day').click();
    const report = page.getByRole('region', { name: 'What happened' });
    await report.getByRole('button', { name: 'Show all 3' }).click();
    expect(desk.posted.at(-1)).toEqual({ path: 'clock', body: { as: 'p-coordinator', to: 'nextWorkingDay' } });
    await page.getByText('Tue 8 September 2026', { exact: true }).first().waitFor();
    await report.getByRole('button', { name: /reminded of the response form/ }).click();
    await page.waitForURL(/\/p\/p-landlord\/channel\/.*message=m2/);
  });

  it('posts, replies, opens the extension, answers an invitation and switches trouble on', async () => {
    await open(channel);
    await page.getByLabel('Start a post').fill('When is the panel?');
    await page.getByLabel('Start a post').press('Enter');
    await expect.poll(() => desk.posted.at(-1)?.body).toMatchObject({ text: 'When is the panel?', mentionBot: true });
    await button('Reply').last().click();
    await page.getByLabel('Write a reply').fill('Soon');
    await page.getByLabel('Write a reply').press('Enter');
    await expect.poll(() => desk.posted.at(-1)?.body).toMatchObject({ text: 'Soon', replyTo: 'm2' });

    await button('Actions and apps').click();
    await page.getByRole('menuitem', { name: 'Open a case review' }).click();
    await page.getByRole('dialog', { name: 'Open a case review' }).waitFor();
    expect(desk.posted.at(-1)).toMatchObject({ path: 'extension', body: { command: 'openCase', step: 'fetch' } });
    await button(/^Close$/).click();

    await open('/p/p-landlord/calendar/event-1');
    await button('Tentative').click();
    await expect.poll(() => button('Tentative').getAttribute('aria-pressed')).toBe('true');
    await button('Trouble').click();
    await page.getByRole('switch', { name: /Lost answers/ }).check();
    await expect.poll(() => desk.posted.at(-1)?.body).toMatchObject({ lostAnswers: true, fail: false });
  });

  it.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'has nothing for axe to report in %s at %i pixels, and nothing runs off the side',
    async (scheme, width) => {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      for (const path of [
        `${channel}?message=m2`,
        '/p/p-coordinator/chat?behind=record',
        '/p/p-landlord/mail/mail-2',
      ]) {
        await open(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await faultsOf(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
      }
      await open(channel);
      await button('Fill in the form').click();
      await page.getByRole('dialog').waitFor();
      expect(await faultsOf(page)).toEqual([]);
    },
  );
});
