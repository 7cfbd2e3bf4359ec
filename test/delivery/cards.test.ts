import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlannedAction } from '../../src/domain/caseReview.ts';
import { lanes, type Matter } from '../../src/domain/effects.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';
import { CASE } from './support/bench.ts';
import { effects, openOffice, textOf, type Office } from './support/office.ts';

let store: OpenDatabase;
let office: Office;
beforeAll(async () => {
  store = await freshStore('embedded');
});
afterAll(async () => store.close());
beforeEach(async () => {
  office = await openOffice(store);
  await office.send(effects.openSpace());
  await office.settle();
});
afterEach(async () => office.close());

const request: Matter = { is: 'request', returnKind: 'review', agency: 'marshwick-police' };
const chatTexts = (person: string) => office.tenant.messages(office.tenant.chatIdOf(person) ?? '').map(textOf);

function ownedBy(person: string): PlannedAction {
  return {
    id: '1',
    title: 'Fit a lock',
    owner: office.person(person).name,
    agency: office.person(person).agency,
    dueOn: '2026-10-01',
    originalDueOn: '2026-10-01',
    interim: false,
    tellVictim: false,
    managerIsHeadOfService: false,
    chain: { owner: person },
    status: 'open',
    delays: [],
    moves: [],
  };
}

describe('cards', () => {
  it('each matter has one card in a thread of its own, updated in place', async () => {
    await office.send(effects.card({ is: 'case' }), effects.card(request));
    office.words.card = 'second';
    await office.send(effects.card({ is: 'case' }, 2), effects.card(request, 2));
    expect(office.posts()).toEqual(['case: second', 'request/review/marshwick-police: second']);
    const messages = office.tenant.messages(office.channel().id);
    expect(messages.every(({ id, root }) => id === root)).toBe(true);
    expect(messages.map(({ edit }) => edit)).toEqual([1, 1]);
  });

  it('a card that did not change is not sent again', async () => {
    await office.send(effects.card({ is: 'case' }));
    await office.send(effects.card({ is: 'case' }, 2), effects.card({ is: 'case' }, 3));
    expect(office.tenant.messages(office.channel().id).map(({ edit }) => edit)).toEqual([0]);
    expect(await office.states()).toMatchObject({ 'card/case/v2': 'done', 'card/case/v3': 'done' });
  });

  it('an update whose answer is lost is simply made again: still one card', async () => {
    await office.send(effects.card({ is: 'case' }));
    office.words.card = 'second';
    office.tenant.faults.set('connector', 'lostAnswers', { next: 2 });
    await office.send(effects.card({ is: 'case' }, 2));
    await office.settle();
    expect(office.posts()).toEqual(['case: second']);
  });

  it('a card that somebody deleted is posted anew', async () => {
    await office.send(effects.card({ is: 'case' }));
    const [posted] = office.tenant.messages(office.channel().id);
    const place = `${office.tenant.connectorUrl}v3/conversations/${encodeURIComponent(office.channel().id)}/activities`;
    await fetch(`${place}/${posted?.id ?? ''}`, { method: 'DELETE', headers: { authorization: 'Bearer x' } });
    office.words.card = 'second';
    await office.send(effects.card({ is: 'case' }, 2));
    expect(office.posts().filter((text) => text === 'case: second')).toHaveLength(1);
  });

  it('after a lost answer a card is posted once more, never lost; later versions change the one that is known', async () => {
    office.tenant.faults.set('connector', 'lostAnswers', { next: 1 });
    await office.send(effects.card({ is: 'case' }));
    await office.settle();
    expect(office.posts()).toEqual(['case: first', 'case: first']);
    office.words.card = 'second';
    await office.send(effects.card({ is: 'case' }, 2));
    expect(office.posts()).toEqual(['case: first', 'case: second']);
    expect(office.bench.dead).toEqual([]);
  });

  it('after a second lost answer it is left to a person: never a third copy', async () => {
    office.tenant.faults.set('connector', 'lostAnswers', 'always');
    await office.send(effects.card({ is: 'case' }));
    await office.settle();
    expect(office.posts()).toHaveLength(2);
    expect(office.bench.dead).toHaveLength(1);
    expect(office.bench.dead[0]?.reason).toContain('please look before sending it again');
  });

  it('a clear no while in doubt is no second doubt', async () => {
    office.tenant.faults.set('connector', 'lostAnswers', { next: 1 });
    await office.send(effects.card({ is: 'case' }));
    office.tenant.faults.set('connector', 'throttle', { next: 3 });
    await office.settle();
    expect(office.posts()).toHaveLength(2);
    expect((await office.states())['card/case/v1']).toBe('done');
  });

  it('throttled and failing, every card arrives once and in order', async () => {
    for (const kind of ['throttle', 'fail'] as const) office.tenant.faults.set('connector', kind, 'often');
    await office.send(effects.card({ is: 'case' }), effects.card(request), effects.card({ is: 'panel' }));
    await office.settle();
    expect(office.posts()).toEqual(['case: first', 'request/review/marshwick-police: first', 'panel: first']);
  });

  it('where the app is not switched on in the channel it is waited for and told once in plain words; switched on, the card arrives', async () => {
    office.tenant.setBotEnabled(office.channel().id, false);
    await office.send(effects.card({ is: 'case' }));
    await office.settle(3);
    expect((await office.states())['card/case/v1']).toBe('waiting');
    await office.settle(60);
    expect(office.bench.dead).toEqual([]);
    expect(office.bench.held.map(({ words }) => words)).toEqual([
      'The app is not switched on in the channel. A channel owner must add it there; it then goes out by itself.',
    ]);
    office.tenant.setBotEnabled(office.channel().id, true);
    await office.settle(11);
    expect((await office.states())['card/case/v1']).toBe('done');
  });

  it('an action of somebody who has the app is in their chat, of a partner in a thread of the channel', async () => {
    const action: Matter = { is: 'action', action: '1' };
    office.review.actions = [ownedBy('sunita-farrow')];
    await office.send(effects.card(action, 1, lanes.chat('sunita-farrow')));
    expect(chatTexts('sunita-farrow')).toEqual(['action/1: first']);
    expect(office.posts()).toEqual([]);

    office.review.actions = [ownedBy('tom-brackley')];
    await office.store.db.deleteFrom('remote').where('key', '=', `card/${CASE}/action/1`).execute();
    await office.send(effects.card(action, 2));
    expect(office.posts()).toEqual(['action/1: first']);
  });

  it('trouble is told in the coordinator’s chat, even when the case has no channel', async () => {
    await office.store.db.deleteFrom('remote').execute();
    await office.send(effects.card({ is: 'trouble', of: 'mail/x' }, 1, lanes.chat('priya-marlow')));
    expect(chatTexts('priya-marlow')).toEqual(['trouble/mail/x: first']);
  });
});

describe('messages', () => {
  it('go to the chat of who has the app, and as a mention into the matter’s thread to a partner', async () => {
    await office.send(effects.card({ is: 'case' }), effects.card(request));
    await office.send(
      effects.message('tom-brackley', request),
      effects.message('marcus-oyelaran', request, lanes.chat('marcus-oyelaran')),
    );
    expect(chatTexts('marcus-oyelaran')).toEqual(['please: request/review/marshwick-police']);
    const [, thread, reply] = office.tenant.messages(office.channel().id);
    expect(reply?.root).toBe(thread?.id);
    expect(reply?.content).toMatchObject({
      text: '<at>Tom Brackley</at> please: request/review/marshwick-police',
      entities: [
        {
          type: 'mention',
          text: '<at>Tom Brackley</at>',
          mentioned: { id: office.person('tom-brackley').objectId, name: 'Tom Brackley' },
        },
      ],
    });
  });

  it('about a matter without a thread go into that of the case card', async () => {
    await office.send(effects.card({ is: 'case' }), effects.message('oonagh-pell', { is: 'panel' }));
    const [root, reply] = office.tenant.messages(office.channel().id);
    expect(reply?.root).toBe(root?.id);
  });

  it('are never put into a channel for somebody who cannot see it', async () => {
    await office.send(effects.message('helena-voss', { is: 'case' }));
    expect(office.posts()).toEqual([]);
    expect(office.bench.dead.map(({ reason }) => reason)).toEqual([
      'The person has no chat with the app and is not in the case’s channel.',
    ]);
  });
});
