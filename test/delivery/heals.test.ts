import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { remoteKeys } from '../../src/delivery/remotes.ts';
import { TeamsFault } from '../../src/delivery/teamsFault.ts';
import { lanes } from '../../src/domain/effects.ts';
import { GraphFault } from '../../src/graph/fault.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { putRemote } from '../../src/store/remote.ts';
import { freshStore } from '../support/store.ts';
import { CASE } from './support/bench.ts';
import { effects, openOffice, textOf, type Office } from './support/office.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const TOM = 'tom.brackley@marshwick-police.example';

let store: OpenDatabase;
let office: Office;
beforeAll(async () => {
  store = await freshStore('embedded');
});
afterAll(async () => store.close());
beforeEach(async () => {
  office = await openOffice(store);
  arrange('10:00');
});
afterEach(async () => office.close());

function arrange(startsAt: string): void {
  office.review.panelArranged = {
    on: '2026-09-07',
    with: { for: '2026-09-16', openSession: false },
    detail: { startsAt, minutes: 90, openMinutes: 0, panel: ['tom-brackley'], booking: 'b1' },
  };
}
/** Lets time pass in steps, delivering at each. */
async function pass(ms: number, step: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += step) {
    office.clock.pass(step);
    await office.bench.dispatcher.drain();
  }
}
const chat = () => office.tenant.messages(office.tenant.chatIdOf('marcus-oyelaran') ?? '').map(textOf);
const mails = () => office.tenant.mailTo(TOM).filter(({ eventId }) => eventId === undefined);
const held = () => office.bench.held.map(({ words }) => words);
const notDone = async () => Object.entries(await office.states()).filter(([, state]) => state !== 'done');
const wholeCase = () => [
  effects.openSpace(),
  effects.card({ is: 'case' }),
  effects.card({ is: 'panel' }),
  effects.mail('tom-brackley'),
  effects.panel('bookPanel'),
  effects.message('marcus-oyelaran', { is: 'case' }, lanes.chat('marcus-oyelaran')),
];
/** Each thing stands once, in its order. */
function allStandsOnce(): void {
  expect(office.posts()).toEqual(['case: first', 'panel: first']);
  expect(office.tenant.channels().filter(({ name }) => name === CASE)).toHaveLength(1);
  expect(office.tenant.events()).toHaveLength(1);
  expect(mails()).toHaveLength(1);
  expect(chat()).toEqual(['please: case']);
}

describe('when a service comes back, everything arrives within 30 minutes, in order and once', () => {
  it.each([
    ['the sign-in service was away for 20 hours', 20],
    ['the app’s secret had run out on Friday evening and was renewed 62 hours later', 62],
  ])('%s', { timeout: 120_000 }, async (_what, hours) => {
    office.signIn = false;
    await office.send(...wholeCase());
    await pass(hours * HOUR, HOUR);
    expect(office.bench.dead).toEqual([]);
    expect(held()).toEqual([
      'Convene cannot sign in. Either the sign-in service is away, or the app’s secret has run out or was changed.',
    ]);
    office.signIn = true;
    await pass(30 * MINUTE, 2 * MINUTE);
    expect(await notDone()).toEqual([]);
    allStandsOnce();
  });

  it('the permission to make channels was missing for three days', { timeout: 120_000 }, async () => {
    const { graph } = office.parts;
    let granted = false;
    office.parts.graph = {
      ...graph,
      post: async (path, ...rest) => {
        if (!granted && path.endsWith('/channels'))
          throw new GraphFault({ status: 403, code: 'Authorization_RequestDenied', kind: 'refused' });
        return graph.post(path, ...rest);
      },
    };
    await office.send(...wholeCase());
    // Nothing but what needs the channel waits for it.
    expect((await notDone()).map(([key]) => key)).toEqual([effects.openSpace().key, 'card/case/v1', 'card/panel/v1']);
    await pass(72 * HOUR, 3 * HOUR);
    expect(office.bench.dead).toEqual([]);
    expect(held()).toEqual(['The app lacks a permission that an administrator must grant.']);
    granted = true;
    await pass(30 * MINUTE, 2 * MINUTE);
    expect(await notDone()).toEqual([]);
    allStandsOnce();
  });

  it('Teams lost every answer for eight hours: no doubt is used up meanwhile', { timeout: 120_000 }, async () => {
    await office.send(effects.openSpace());
    await office.settle();
    const { teams } = office.parts;
    let away = true;
    const lost = (kind: 'unknown' | 'retry') => Promise.reject(new TeamsFault({ status: 502, code: 'http502', kind }));
    office.parts.teams = {
      postToChannel: (...it) => (away ? lost('unknown') : teams.postToChannel(...it)),
      post: (...it) => (away ? lost('unknown') : teams.post(...it)),
      update: (...it) => (away ? lost('unknown') : teams.update(...it)),
      remove: (...it) => (away ? lost('unknown') : teams.remove(...it)),
      chatWith: (...it) => (away ? lost('unknown') : teams.chatWith(...it)),
      look: (...it) => (away ? lost('retry') : teams.look(...it)),
    };
    await office.send(...wholeCase().slice(1));
    await pass(8 * HOUR, HOUR / 2);
    expect(office.bench.dead).toEqual([]);
    expect(held()).toEqual(['Teams has trouble of its own (502).']);
    away = false;
    await pass(30 * MINUTE, 2 * MINUTE);
    expect(await notDone()).toEqual([]);
    allStandsOnce();
  });
});

describe('what somebody deleted by hand', () => {
  it('a channel is told of once, waits, and goes on where it was once it is restored', async () => {
    await office.send(...wholeCase());
    await office.settle();
    const { id } = office.channel();
    await office.parts.graph.delete(`/teams/${office.partnership.authority.teamId}/channels/${id}`);
    office.words.card = 'second';
    await office.send(effects.card({ is: 'case' }, 2), effects.card({ is: 'panel' }, 2), effects.file());
    await pass(6 * HOUR, HOUR / 4);
    expect(office.bench.dead).toEqual([]);
    expect(held()).toEqual([expect.stringContaining('was deleted in the last 30 days')]);
    office.tenant.endDeletion(id, 'restored');
    await pass(30 * MINUTE, 5 * MINUTE);
    expect(await notDone()).toEqual([]);
    expect(office.posts()).toEqual(['case: second', 'panel: second']);
    expect(office.tenant.files()).toHaveLength(1);
  });

  it('a channel that is gone for good is made anew, with its people and every card that stood in the old one', async () => {
    await office.send(...wholeCase());
    await office.settle();
    const { id } = office.channel();
    await office.parts.graph.delete(`/teams/${office.partnership.authority.teamId}/channels/${id}`);
    office.tenant.endDeletion(id, 'purged');
    office.words.card = 'second';
    await office.send(effects.card({ is: 'case' }, 2));
    await office.settle();
    expect(office.channel().id).not.toBe(id);
    expect(office.bench.dead).toEqual([]);
    expect(office.posts()).toEqual(['case: second', 'panel: second']);
    const members = office.channel().members.map(({ objectId }) => objectId);
    expect(members.sort()).toEqual(office.members.map((one) => office.person(one).objectId).sort());
  });

  it('an event is made anew for the new time when the panel moves', async () => {
    await office.send(effects.panel('bookPanel'));
    const [event] = office.tenant.events();
    const path = `/users/${office.partnership.authority.mailbox}/events/${event?.id ?? ''}`;
    await office.parts.graph.delete(path);
    arrange('14:00');
    await office.send(effects.panel('movePanel', 2));
    await office.settle();
    expect(office.bench.dead).toEqual([]);
    expect(await notDone()).toEqual([]);
    const standing = office.tenant.events().filter(({ id }) => id !== event?.id);
    expect(standing).toMatchObject([{ subject: CASE }]);
  });

  it('a draft is written anew', async () => {
    const mail = effects.mail('tom-brackley');
    await putRemote(store.db, remoteKeys.draft(mail.key), 'draft', CASE, { id: 'AAMkMailDeletedByHand' });
    await office.send(mail);
    await office.settle();
    expect([office.bench.dead, await notDone()]).toEqual([[], []]);
    expect(mails()).toHaveLength(1);
  });
});
