import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lanes, type Effect, type Matter } from '../../src/domain/effects.ts';
import { put } from './support/bench.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';
import { effects, openOffice, type Office } from './support/office.ts';

let store: OpenDatabase;
let office: Office;
beforeAll(async () => {
  store = await freshStore('embedded');
});
afterAll(async () => store.close());
beforeEach(async () => {
  office = await openOffice(store);
});
afterEach(async () => office.close());

const TOM = 'tom.brackley@marshwick-police.example';
const letters = () => office.tenant.mailTo(TOM).filter(({ eventId }) => eventId === undefined);
const mail = (name: string, lane = lanes.mail('tom-brackley')): Effect => ({
  ...effects.mail('tom-brackley'),
  key: `mail/${name}`,
  lane,
});
const links = (html: string): number => html.split('/form/').length - 1;

describe('what waits for one person', () => {
  it('goes as one e-mail, each thing with its own link; every message is at its end', async () => {
    await office.send(mail('a'), mail('b'), mail('c'));
    expect(letters()).toHaveLength(1);
    expect(letters()[0]).toMatchObject({ subject: '3 messages' });
    expect(links(letters()[0]?.html ?? '')).toBe(3);
    expect(await office.states()).toEqual({ 'mail/a': 'done', 'mail/b': 'done', 'mail/c': 'done' });
    await office.send(mail('d'));
    expect(letters()).toHaveLength(2);
  });

  it('leaves out what is no longer owed', async () => {
    const gone: Effect = { ...mail('gone'), matter: { is: 'action', action: '9' } } as Effect;
    await office.send(mail('a'), gone, mail('c'));
    expect(links(letters()[0]?.html ?? '')).toBe(2);
  });

  it('is not told twice when the sender dies after sending and before recording', async () => {
    const send = office.parts.graph.post.bind(office.parts.graph);
    let die = true;
    office.parts.graph.post = async (path, body, ask) => {
      const answer = await send(path, body, ask);
      if (die && path.endsWith('/send')) return new Promise<never>(() => undefined);
      return answer;
    };
    void office.send(mail('a'), mail('b'));
    await expect.poll(() => letters().length).toBe(1);
    // Another comes in while it is not known whether the first arrived.
    await put(store.db, office.clock, mail('late'));
    die = false;
    office.restart();
    office.clock.pass(60_000);
    await office.settle();
    expect(letters().map(({ html }) => links(html))).toEqual([2, 1]);
    expect(Object.values(await office.states())).toEqual(['done', 'done', 'done']);
  });

  it('does not die with the first of it: what was to go with a message that will never go, goes by itself', async () => {
    const write = office.parts.writeMail;
    let refuse = true;
    office.parts.writeMail = async (items) => {
      if (!refuse) return write(items);
      refuse = false;
      throw new Error('the first cannot be written');
    };
    await office.send(mail('a'), mail('b'), mail('c'));
    await office.settle();
    const told = letters().reduce((sum, { html }) => sum + links(html), 0);
    expect(told).toBeGreaterThanOrEqual(2);
    expect((await office.states())['mail/c']).toBe('done');
  });

  it('word of danger goes alone, at once and first', async () => {
    await office.send(mail('a'), mail('b'), mail('danger', lanes.danger(lanes.mail('tom-brackley'))));
    expect(
      letters()
        .map(({ html }) => links(html))
        .sort(),
    ).toEqual([1, 2]);
  });

  it('goes as one chat message too, and a card between two messages keeps its own post', async () => {
    const chat = lanes.chat('marcus-oyelaran');
    const at = (matter: Matter) => effects.message('marcus-oyelaran', matter, chat);
    const action: Matter = { is: 'action', action: '1' };
    office.review.actions = [
      {
        id: '1',
        title: 'Visit',
        owner: 'Marcus Oyelaran',
        agency: 'Nonesuch Borough Council',
        dueOn: '2026-09-30',
        originalDueOn: '2026-09-30',
        interim: false,
        tellVictim: false,
        managerIsHeadOfService: false,
        status: 'open',
        delays: [],
        moves: [],
      },
    ];
    await office.send(at({ is: 'case' }), effects.card(action, 1, chat), at(action));
    const said = office.tenant
      .messages(office.tenant.chatIdOf('marcus-oyelaran') ?? '')
      .map(({ content }) => content.text);
    expect(said.filter((text) => text.includes('please'))).toEqual(['please: case; please: action/1']);
    expect(Object.values(await office.states())).toEqual(['done', 'done', 'done']);
  });
});
