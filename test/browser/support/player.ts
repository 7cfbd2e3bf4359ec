import type { Locator, Page } from 'playwright-core';
import { formatDay } from '../../../src/calendar/isoDate.ts';

/** The words beside an answer; runs in the page. */
const labelOf = (input: unknown): string =>
  (input as { labels: ArrayLike<{ textContent: string | null }> | null }).labels?.[0]?.textContent ?? '';

const tagOf = (field: unknown): string => (field as { tagName: string }).tagName;

type Typed = Record<string, string | string[]>;

/** Somebody at the desk page: presses and types what a person would see, and waits for what a person would wait for. */
export class Player {
  constructor(
    readonly page: Page,
    readonly origin: string,
  ) {}

  readonly conversation = (): Locator => this.page.getByRole('region', { name: 'Conversation' });
  readonly dialog = (): Locator => this.page.getByRole('dialog');

  async open(path = '/'): Promise<void> {
    await this.page.goto(this.origin + path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Becomes another person by the switcher at the top left. */
  async become(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Become another person' }).click();
    await this.page.getByRole('option', { name, exact: true }).click();
    await this.isNow(name);
  }

  async isNow(name: string): Promise<void> {
    await this.page.locator('#who-am-i').getByText(name, { exact: true }).waitFor();
  }

  /** Moves the date by "Choose a day", and waits for what came of it. */
  async moveTo(day: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Choose a day' }).click();
    await this.page.getByLabel('Move forward to').fill(day);
    await this.page.getByRole('button', { name: 'Move to this day' }).click();
    const came = this.page.getByRole('region', { name: 'What happened' });
    await came.getByText(`up to ${formatDay(day)}`).waitFor();
  }

  /** Goes to a place of the left side: "Chat with Convene", "Mail", a case reference. */
  async goTo(place: string | RegExp): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Presses a step of "What now", whoever's it is. */
  async step(words: RegExp): Promise<void> {
    const guide = this.page.getByRole('region', { name: 'What now' });
    await guide.waitFor();
    const step = guide.getByRole('button', { name: words }).first();
    await step
      .or(guide.getByRole('button', { name: /^Show all/ }))
      .first()
      .waitFor();
    if (!(await step.isVisible())) await guide.getByRole('button', { name: /^Show all/ }).click();
    await step.click();
  }

  /** A step that opens a dialog: what is typed by label, and the button that sends it. */
  async doStep(words: RegExp, button: string, typed: Typed = {}): Promise<void> {
    await this.step(words);
    await this.send(button, typed);
    await this.dialogGone();
  }

  /** Sends the letter of a step: how it goes first, then its draft as it is. */
  async letter(words: RegExp, how = 'By e-mail'): Promise<void> {
    await this.step(words);
    await this.send('Write the draft', { 'How it is sent': how });
    await this.send('Mark as sent today');
    await this.dialogGone();
  }

  /** Types into the open dialog and presses one of its buttons. */
  async send(button: string, typed: Typed = {}): Promise<void> {
    await this.fill(typed);
    await this.dialog().getByRole('button', { name: button, exact: true }).click();
  }

  async fill(typed: Typed): Promise<void> {
    await this.dialog().waitFor();
    for (const [label, value] of Object.entries(typed)) await this.#set(label, value);
  }

  /** Fields that offer a list or a line take their value; answers are ticked by their words, and the others unticked. */
  async #set(label: string, value: string | string[]): Promise<void> {
    const words = [value].flat();
    const group = this.dialog()
      .getByRole('group', { name: label })
      .or(this.dialog().getByRole('radiogroup', { name: label }));
    const field = this.dialog().getByLabel(label).and(this.page.locator('input, textarea, select'));
    await group.or(field).first().waitFor();
    if ((await group.count()) > 0) {
      for (const answer of await group.first().locator('input').all()) {
        const name = await answer.evaluate(labelOf);
        const wanted = words.some((it) => name === it || [' (', ',', ':'].some((end) => name.startsWith(it + end)));
        if (wanted) await answer.check();
        else if ((await answer.getAttribute('type')) === 'checkbox') await answer.uncheck();
      }
    } else if ((await field.first().evaluate(tagOf)) === 'SELECT') {
      await field.first().selectOption({ label: words.join() });
    } else await field.first().fill(words.join());
  }

  /** Closes the dialog without sending. */
  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialogGone();
  }

  async dialogGone(): Promise<void> {
    await this.dialog().waitFor({ state: 'detached' });
  }

  /** The newest message of this conversation whose card shows these words. */
  readonly card = (words: string | RegExp): Locator =>
    this.conversation()
      .getByRole('article')
      .filter({ has: this.page.getByRole('group', { name: 'Card' }).filter({ hasText: words }) })
      .last();

  /** Presses a button of a posted card. */
  async press(card: string | RegExp, button: string | RegExp): Promise<void> {
    await this.card(card).getByRole('button', { name: button }).first().click();
  }
}
