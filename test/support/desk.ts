import type {
  BackstageView,
  CalendarView,
  Card,
  ConversationView,
  DeskView,
  GuideStep,
  MailView,
  Message,
  Shown,
  TickReport,
  Trouble,
} from '../../src/rehearsal/desk/protocol.ts';

type Node = Record<string, unknown>;
type Values = Record<string, string>;

/** Somebody at the desk without a browser: reads cards, presses buttons by their title, fills inputs by their label. */
export class AtTheDesk {
  constructor(readonly origin: string) {}

  view = (as: string): Promise<DeskView> => this.#get(`/desk/api/view?as=${as}`);
  conversation = (as: string, id: string): Promise<ConversationView> =>
    this.#get(`/desk/api/conversation/${encodeURIComponent(id)}?as=${as}`);
  mail = (as: string): Promise<MailView> => this.#get(`/desk/api/mail?as=${as}`);
  calendar = (as: string): Promise<CalendarView> => this.#get(`/desk/api/calendar?as=${as}`);
  backstage = (reference: string): Promise<BackstageView> => this.#get(`/desk/api/backstage?case=${reference}`);
  move = (to: string, as: string): Promise<TickReport> => this.post('/desk/api/clock', { as, to });
  answer = (as: string, eventId: string, answer: string): Promise<unknown> =>
    this.post('/desk/api/calendar/answer', { as, eventId, answer });

  trouble = (switches: Trouble): Promise<Trouble> => this.post('/desk/api/trouble', switches);

  async chat(as: string): Promise<string> {
    const { chat } = await this.view(as);
    if (!chat) throw new Error(`${as} has no chat with the bot`);
    return chat.id;
  }
  async channel(as: string, name: string): Promise<string> {
    const { channels } = await this.view(as);
    const found = channels.find((it) => it.name === name);
    if (!found) throw new Error(`${as} sees no channel ${name}, but ${channels.map((it) => it.name).join(', ')}`);
    return found.id;
  }
  say = (as: string, conversation: string, text: string): Promise<Shown> =>
    this.post('/desk/api/message', { as, conversation, text });

  /** Every message of a conversation, threads and replies alike, oldest first. */
  async messages(as: string, conversation: string): Promise<Message[]> {
    const { threads } = await this.conversation(as, conversation);
    return threads.flatMap((thread) => [thread.root, ...thread.replies]);
  }

  /**
   * Presses a button of a posted card; `card` picks the message by a text that its card shows. A person waits for a card to
   * appear, and so does this: `patienceMs` 0 looks once, where the button must not be there.
   */
  async press(
    as: string,
    conversation: string,
    card: string,
    title: string,
    typed: Values = {},
    { patienceMs = PATIENCE_MS } = {},
  ): Promise<Shown> {
    const message = await patiently(patienceMs, async () => {
      const posted = await this.messages(as, conversation);
      const found = posted.findLast((it) => offers(it, card, title));
      return found ?? `${as} sees no card with "${card}" and a button "${title}", but: ${titlesIn(posted)}`;
    });
    return this.pressOn(as, conversation, message.id, cardOf(message), title, typed);
  }

  /** Whether a posted card shows this text and this button now. */
  sees = async (as: string, conversation: string, card: string, title: string): Promise<boolean> =>
    (await this.messages(as, conversation)).some((it) => offers(it, card, title));

  async pressOn(
    as: string,
    conversation: string,
    activityId: string,
    card: Card,
    title: string,
    typed: Values,
  ): Promise<Shown> {
    const action = findAction(card, title);
    if (!action) throw new Error(`no button "${title}"`);
    const data = { ...inputsOf(card, typed), ...(action['data'] as Node) };
    if ((data['msteams'] as Node | undefined)?.['type'] === 'task/fetch') {
      return this.post('/desk/api/dialog', { as, conversation, activityId, step: 'fetch', data: action['data'] });
    }
    const type = action['type'];
    return this.post('/desk/api/action', {
      as,
      conversation,
      activityId,
      action: { type, data, ...(action['verb'] ? { verb: action['verb'] } : {}) },
    });
  }

  /** Presses a button inside an open dialog, with what was typed by label. */
  submit = async (as: string, conversation: string, shown: Shown, title: string, typed: Values = {}): Promise<Shown> =>
    this.post('/desk/api/dialog', { as, conversation, step: 'submit', data: this.filled(shown, title, typed) });

  /** What an open dialog sends when this button is pressed. */
  filled(shown: Shown, title: string, typed: Values = {}): Node {
    if (!shown.dialog) throw new Error(`no dialog is open, but ${JSON.stringify(shown).slice(0, 600)}`);
    const { card, title: dialog } = shown.dialog;
    const action = findAction(card, title);
    if (!action) throw new Error(`the dialog "${dialog}" has no button "${title}", but ${titlesOf(card).join(', ')}`);
    return { ...inputsOf(card, typed), ...(action['data'] as Node) };
  }

  /** Opens a dialog straight away, as a link to it would. */
  dialog = (as: string, conversation: string, data: Node): Promise<Shown> =>
    this.post('/desk/api/dialog', { as, conversation, step: 'fetch', data });

  /** Opens what a step of "What now" opens. */
  async step(as: string, words: RegExp): Promise<{ step: GuideStep; conversation: string; shown: Shown }> {
    const step = await patiently(PATIENCE_MS, async () => {
      const { guide } = await this.view(as);
      const others = guide.map((it) => `${it.person}: ${it.words}`).join(' | ');
      return (
        guide.find((it) => it.person === as && words.test(it.words) && it.open.id !== undefined) ??
        `nothing like ${words} waits for ${as}, but: ${others}`
      );
    });
    const conversation = step.open.id ?? '';
    const shown: Shown = step.open.dialog ? await this.dialog(as, conversation, step.open.dialog) : { kind: 'nothing' };
    return { step, conversation, shown };
  }

  /** Chooses how a letter goes, by e-mail unless typed otherwise, and sends its draft as it is; one to the panel goes at once. */
  async sendsLetter(
    as: string,
    conversation: string,
    shown: Shown,
    typed: Values = {},
  ): Promise<{ draft: Shown; sent: Shown }> {
    const toPanel = shown.dialog !== undefined && findAction(shown.dialog.card, 'Send it to the panel') !== null;
    const draft = toPanel
      ? shown
      : await this.submit(as, conversation, shown, 'Write the draft', { 'How it is sent': 'By e-mail', ...typed });
    const button = toPanel ? 'Send it to the panel' : 'Mark as sent today';
    return { draft, sent: await this.submit(as, conversation, draft, button) };
  }
  /** The letter of a step, sent. */
  async letterStep(as: string, words: RegExp, typed: Values = {}): Promise<{ draft: Shown; sent: Shown }> {
    const { conversation, shown } = await this.step(as, words);
    return this.sendsLetter(as, conversation, shown, typed);
  }

  /** A step done from its dialog in one go. */
  async doStep(as: string, words: RegExp, button: string, typed: Values = {}): Promise<Shown> {
    const { conversation, shown } = await this.step(as, words);
    return this.submit(as, conversation, shown, button, typed);
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.origin },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }
  async #get<T>(path: string): Promise<T> {
    const response = await fetch(this.origin + path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** How long a person waits for a card before they call somebody. */
const PATIENCE_MS = 15_000;

/** Looks until a thing is there; a text is what stands there instead, told when the patience is over. */
async function patiently<T extends object>(ms: number, look: () => Promise<T | string>): Promise<T> {
  const from = performance.now();
  for (;;) {
    // A channel that this person is about to come into is not there for them yet.
    const found = await look().catch((error: unknown) => String(error));
    if (typeof found !== 'string') return found;
    if (performance.now() - from >= ms) throw new Error(found);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The card as this person sees it. */
const cardOf = (message: Message): Card => message.privateView ?? message.cards[0] ?? {};

const offers = (message: Message, card: string, title: string): boolean =>
  JSON.stringify(cardOf(message)).includes(card) && findAction(cardOf(message), title) !== null;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* walk(one);
  else if (isNode(value)) {
    yield value;
    for (const [key, inner] of Object.entries(value)) if (key !== 'data' && key !== 'fallback') yield* walk(inner);
  }
}

function findAction(card: Card, title: string): Node | null {
  for (const node of walk(card)) {
    if (typeof node['type'] === 'string' && /^Action\.(Execute|Submit)$/.test(node['type']) && node['title'] === title)
      return node;
  }
  return null;
}
const titlesOf = (card: Card): string[] =>
  [...walk(card)].filter((it) => String(it['type']).startsWith('Action.')).map((it) => String(it['title']));
const titlesIn = (messages: Message[]): string => messages.flatMap((it) => titlesOf(cardOf(it))).join(', ');

/** Every word a card shows, for looking. */
export const textOf = (card: unknown): string =>
  [...walk(card)]
    .flatMap((node) => [node['text'], node['title'], node['value'], node['label'], node['errorMessage']])
    .filter((it) => typeof it === 'string')
    .join('\n');

/** The values of all inputs as Teams would send them: what stands in them, and what was typed over it by label. */
function inputsOf(card: Card, typed: Values): Values {
  const values: Values = {};
  const labels = new Map<string, Node>();
  for (const node of walk(card)) {
    if (typeof node['type'] !== 'string' || !node['type'].startsWith('Input.') || typeof node['id'] !== 'string')
      continue;
    const { value } = node;
    if (typeof value === 'string' || typeof value === 'number') values[node['id']] = String(value);
    labels.set(String(node['label']), node);
  }
  for (const [label, value] of Object.entries(typed)) {
    const input = labels.get(label) ?? [...labels].find(([name]) => name.startsWith(label))?.[1];
    if (!input) throw new Error(`no input "${label}"; there are: ${[...labels.keys()].join(' | ')}`);
    const choices = (input['choices'] as { title: string; value: string }[] | undefined) ?? [];
    values[String(input['id'])] =
      choices.length === 0
        ? value
        : value
            .split(',')
            .map((one) => choices.find((it) => it.title === one)?.value ?? one)
            .join(',');
  }
  return values;
}
