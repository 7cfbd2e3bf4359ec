import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPage } from '../../src/rehearsal/desk/buildPage.ts';
import { printed } from '../support/printed.ts';
import { startRehearsal, type Running } from '../support/rehearsal.ts';
import { deskContext, faultsOf, startBrowser } from './support/browser.ts';
import { picture } from './support/pictures.ts';
import { Player } from './support/player.ts';

const REF = 'NBC-2026-0001';
const OVER_THE_SIDE = 'document.documentElement.scrollWidth - window.innerWidth';
const PANEL = ['Priya Marlow', 'Marcus Oyelaran', 'Tom Brackley', 'Oonagh Pell', 'Idris Quarrie'];

const incident = (n: number, on: string, to: string, reported: string) => ({
  [`Day incident ${n} happened`]: on,
  [`Incident ${n}: reported to`]: to,
  [`Incident ${n}: day it was reported`]: reported,
});

/** The story a newcomer plays by hand: the real bot, the built page, and nothing pressed that is not seen. */
describe('the story on the desk, from application to Chief Executive', () => {
  let run: Running;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let me: Player;
  const broken: string[] = [];

  beforeAll(async () => {
    const [folder, started] = await Promise.all([buildPage(), startBrowser()]);
    browser = started;
    run = await startRehearsal({ page: folder });
    context = await deskContext(browser);
    page = await context.newPage();
    page.on('pageerror', (error) => broken.push(error.message));
    me = new Player(page, run.desk.origin);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await run.close();
    expect(broken, 'faults of the page').toEqual([]);
  });

  it('begins with one step: the coordinator opens a case in a dialog, and what is wrong is told there', async () => {
    await me.open();
    await page.getByRole('button', { name: 'Hide the welcome' }).click();
    await me.step(/Open a case/);
    await me.send('Add another incident', {
      'Applicant’s full name': 'Elsie Wainfleet',
      'Victim’s e-mail': 'elsie.wainfleet@post.example',
      ...incident(1, '2026-07-20', 'Police', '2026-07-21'),
    });
    await me.send(
      'Add another incident',
      incident(2, '2026-08-03', 'Registered landlord or housing association', '2026-08-05'),
    );
    await me.send('Open the case review', incident(3, '2026-08-29', 'Police', '2026-08-28'));
    await me.dialog().getByText('It cannot have been reported before it happened').first().waitFor();
    expect(await me.dialog().getByLabel('Applicant’s full name').inputValue()).toBe('Elsie Wainfleet');
    await me.send('Open the case review', incident(3, '2026-08-27', 'Police', '2026-08-28'));
    await me.dialog().getByText(`${REF} is open`).waitFor();
    await me.close();
  });

  it('shows the case in its channel: what is next, what counted, each date, and why this date (HER-3.1)', async () => {
    await me.goTo(REF);
    await me.card('ASB Case Review').getByText('Acknowledge the application').first().waitFor();
    await me
      .card('ASB Case Review')
      .evaluate('card => card.scrollIntoView()')
      .catch(() => undefined);
    await picture(page, 'case-card', 1200);
    await me.press('ASB Case Review', /^Why this date: Acknowledge the application/);
    await me.dialog().getByText(printed('hertsmere', 'HER-3.1')).first().waitFor();
    await me.dialog().getByText('working day 2').waitFor();
    await me.close();
    await me.letter(/Send the acknowledgement/);
  });

  it('decides the threshold: the floor blocks a refusal, two bodies find it met, and the agencies are asked (STAT-3)', async () => {
    await me.step(/Record the decision on the threshold/);
    const decision = {
      'Borough, district or city council: who decided': ['Dawn Thistle, Principal Community Safety Officer'],
      'Police: who decided': ['Tom Brackley, Neighbourhood Inspector'],
      Reasons: 'Three incidents.',
    };
    await me.send('Record the decision', { ...decision, 'The bodies decide that the threshold is': 'Not met' });
    await me.dialog().getByText(printed('hertsmere', 'STAT-3')).first().waitFor();
    await me.send('Record the decision', { 'The bodies decide that the threshold is': 'Met' });
    await me.dialogGone();
    await me.letter(/\(CT4\)/);
    await me.step(/Ask each agency/);
    await me.send('Ask them now');
    await me.dialogGone();
    await me.card('Fenside Integrated Care Board').getByRole('button', { name: 'We hold nothing' }).waitFor();
  });

  it('takes a nil return in one press, and a second window sees it without being touched', async () => {
    const other = new Player(await context.newPage(), run.desk.origin);
    await other.open(new URL(page.url()).pathname);
    await other
      .card('Fenside Integrated Care Board')
      .getByText(/by Wed 9 September 2026/)
      .waitFor();
    await me.become('Idris Quarrie');
    await me.press('Fenside Integrated Care Board', 'We hold nothing');
    for (const window of [me, other])
      await window
        .card(/Fenside Integrated Care Board.*Holds nothing/s)
        .getByText('Holds nothing: answered')
        .waitFor();
    expect(await other.page.locator('#who-am-i').innerText()).toContain('Priya Marlow');
    await other.page.close();
  });

  it('has the police fill in the form page by page, each page from its top', async () => {
    await me.become('Tom Brackley');
    await me.press('Marshwick Police', 'Fill in the form');
    await me.fill({ 'What do you hold on these complaints?': 'We hold something and share it' });
    await picture(page, 'form', 900);
    await me.send('Continue');
    const first = me.dialog().getByRole('heading', { name: 'Incident 1' });
    await first.waitFor();
    expect((await first.boundingBox())?.y).toBeGreaterThan(0);
    for (const heading of ['What you did', 'Risk and people', 'To finish']) {
      await me.send('Continue');
      await me.dialog().getByRole('heading', { name: heading, level: 3 }).first().waitFor();
    }
    await me.send('Send the form', { 'Type your name': 'Tom Brackley' });
    await page.getByText('Thank you').first().waitFor();
    await me.close();
    await me
      .card(/Marshwick Police/)
      .getByText('Sent Mon 7 September 2026')
      .waitFor();
  });

  it('moves the date and lists what came of it, each entry a way to where it was read', async () => {
    const channel = await run.desk.channel('sunita-farrow', REF);
    await run.desk.press('sunita-farrow', channel, 'Nonesuch Borough Council', 'We hold nothing');
    await page.getByRole('button', { name: 'Next thing due' }).click();
    const came = page.getByRole('region', { name: 'What happened' });
    await came.getByRole('button', { name: 'Larkfield Homes was reminded: its return is due soon' }).click();
    await page.waitForURL(/\/p\/oonagh-pell\/channel\//);
    await page.getByText('mentions you').first().waitFor();
    await page.getByRole('button', { name: 'Next thing due' }).click();
    await came.getByText('its return is due today').waitFor();
    await page.getByRole('button', { name: 'Next thing due' }).click();
    await came.getByText('Larkfield Homes: overdue').waitFor();
    await me.press('Larkfield Homes', 'We hold nothing');
    await me
      .card(/Larkfield Homes.*Holds nothing/s)
      .getByText('Holds nothing: answered Thu 10 September 2026, late')
      .waitFor();
  });

  it('records contact with the victim by keyboard alone', async () => {
    await me.become('Priya Marlow');
    const step = page.getByRole('region', { name: 'What now' }).getByRole('button', { name: /Speak with the victim/ });
    await step.focus();
    await page.keyboard.press('Enter');
    await me.dialog().getByLabel('How').waitFor();
    await page.waitForFunction(`document.activeElement.tagName === 'SELECT'`);
    await page.keyboard.type('By phone');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('She is glad to be asked.');
    const notBy = me.dialog().locator('input[type=checkbox]');
    for (const means of await notBy.all()) {
      await page.keyboard.press('Tab');
      expect(await means.and(page.locator(':focus')).count()).toBe(1);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Record it');
    await page.keyboard.press('Enter');
    await me.dialogGone();
    await step.waitFor({ state: 'detached' });
  });

  it('finds a time from free and busy, and books the victim on the open part alone', async () => {
    await me.doStep(/Assess the risk/, 'Record the risk', { 'Risk to the victim': 'Medium' });
    await me.doStep(/how the victim wants/, 'Record it', {
      'The victim': 'Comes to the open part of the meeting',
      'How the invitation goes to them': 'By e-mail',
    });
    await me.step(/Look for a time/);
    await me.send('Look for times', { 'Minutes for the closed part': '90', 'Minutes with the victim’s side': '30' });
    await me
      .dialog()
      .getByText(/not known: .*Tom Brackley/)
      .first()
      .waitFor();
    await me.close();
    await me.press('Choose a day for the panel', /^Choose /);
    await me
      .card(/The panel.*Replies/s)
      .getByText('open part only')
      .waitFor();
    await me.become('Elsie Wainfleet');
    await me.goTo(/^Calendar/);
    await page
      .getByRole('group', { name: 'Agenda' })
      .getByRole('link', { name: new RegExp(REF) })
      .click();
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Accepted').first().waitFor();
    expect(await page.getByText('Who is asked').locator('..').innerText()).not.toContain('Tom Brackley');
    await me.become('Priya Marlow');
    await me.goTo(REF);
    await me.card(/The panel.*The victim.*Comes/s).waitFor();
    await me.press(/The panel.*Replies/s, 'Send the pack');
    await me.card(/The pack went to the panel/).waitFor();
  });

  it('runs the meeting from its card: who is here, the start, the points, an action, the plan (HER-8.1)', async () => {
    const { desk } = run;
    const channel = await desk.channel('priya-marlow', REF);
    await me.moveTo((await desk.calendar('tom-brackley')).events[0]?.day ?? '');
    await page.getByRole('button', { name: `${REF}: the panel meets today` }).waitFor();
    await me.step(/Mark who is here|Open the meeting/);
    await me.press(/The panel.*Replies/s, 'Open the meeting');
    await me.card(/The meeting.*Missing/s).waitFor();
    await me.press('The meeting', 'Mark who is here');
    await me.send('Save who is here', { 'In the meeting': PANEL });
    await me.dialogGone();
    await me.press('The meeting', 'Start the meeting');
    await me.card(/The meeting · 1 of/).waitFor();
    for (let point = 0; point < 14; point++) await desk.press('constance-ebbw', channel, 'The meeting', 'Next');
    await me.card('Actions and recommendations').waitFor();
    await me.press('The meeting', 'Add an action');
    await me.send('Write it down', {
      'What will be done': 'Apply for a closure order',
      Owner: 'Sunita Farrow, Environmental Health Officer, Nonesuch Borough Council',
      'To be done by': '2026-09-25',
      'The victim’s copy': 'The victim may be told of this action',
    });
    await me.dialogGone();
    await me.card(/The meeting.*Apply for a closure order/s).scrollIntoViewIfNeeded();
    await picture(page, 'meeting', 900);
    for (let point = 14; point < 18; point++) await desk.press('constance-ebbw', channel, 'The meeting', 'Next');
    await me.press(/Read back and agree/, 'Agree the plan and close the meeting');
    await me.card(/The plan was agreed with 1 action\./).waitFor();
  });

  it('gives the owner a card in their chat that says who hears of it, and when', async () => {
    await me.step(/Action 1/);
    await page.waitForURL(/\/p\/sunita-farrow\/chat/);
    await me
      .card('Apply for a closure order')
      .getByText(/your line manager on Mon 19 October 2026/)
      .waitFor();
    await picture(page, 'action', 900);
    await run.desk.letterStep('priya-marlow', /minutes/i);
    await run.desk.letterStep('priya-marlow', /outcome/i);
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)(
    'has nothing for axe to report in %s at %i pixels, and nothing runs off the side',
    async (scheme, width) => {
      const looking = new Player(await context.newPage(), run.desk.origin);
      await looking.page.setViewportSize({ width, height: 740 });
      await looking.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      const channel = encodeURIComponent(await run.desk.channel('priya-marlow', REF));
      for (const [path, region] of [
        [`priya-marlow/channel/${channel}`, 'Conversation'],
        ['sunita-farrow/chat', 'Conversation'],
        ['oonagh-pell/mail', 'Mail'],
        ['tom-brackley/calendar?behind=clocks', 'Calendar'],
      ] as const) {
        await looking.open(`/p/${path}`);
        await looking.page.getByRole('region', { name: region }).getByText(REF).first().waitFor({ state: 'attached' });
        expect(await faultsOf(looking.page), path).toEqual([]);
        expect(await looking.page.evaluate(OVER_THE_SIDE), path).toBeLessThanOrEqual(0);
      }
      await looking.page.close();
    },
  );

  it('climbs the ladder as the date moves: line manager, Head of Service, after Christmas the Chief Executive (HER-10.3 to 10.5)', async () => {
    const hears = async (name: string, day: string, words: RegExp) => {
      await me.moveTo(day);
      const came = page.getByRole('region', { name: 'What happened' });
      const all = came.getByRole('button', { name: /^Show all/ });
      if (await all.isVisible()) await all.click();
      await came.getByRole('button', { name: words }).last().click();
      await me.isNow(name);
      await me.conversation().getByText('has not been reported as done').first().waitFor();
    };
    await hears('Leon Attwater', '2026-10-19', /The line manager was told about action 1/);
    await hears('Gareth Plumley', '2026-11-26', /The Head of Service was told about action 1/);
    await hears('Frances Adeyemi', '2026-12-29', /The Chief Executive was told about action 1/);
    await picture(page, 'ladder');
  });

  it('stops when the owner says that it is done', async () => {
    await me.step(/Action 1/);
    await me.press('Apply for a closure order', 'Done');
    await me.card('Recorded as done').waitFor();
    await page
      .getByRole('region', { name: 'What now' })
      .getByRole('button', { name: /Close the case/i })
      .waitFor();
  });
});
