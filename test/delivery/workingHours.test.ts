import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lanes, type Effect } from '../../src/domain/effects.ts';
import { openingOf } from '../../src/operations/opening.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { savePartnership } from '../../src/store/people.ts';
import { testPartnership } from '../support/partnership.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { freshStore } from '../support/store.ts';
import { benchOf, cardEffect, CASE, handClock, put, sameFor, stateOf } from './support/bench.ts';

let store: OpenDatabase;
let shell: Shell;
beforeAll(async () => {
  store = await freshStore('embedded');
  shell = await startShell({ today: '2026-09-07', store });
});
beforeEach(async () => {
  await store.db.deleteFrom('message').execute();
  await store.db.deleteFrom('lane').execute();
  await savePartnership(store.db, testPartnership());
});
afterAll(async () => store.close());

const to = (kind: 'message' | 'mail', name: string, lane: string): Effect => ({
  kind,
  key: `${kind}/${name}`,
  lane,
  caseId: CASE,
  to: 'ann',
  matter: { is: 'case' },
  nudge: 'overdue',
  day: '2026-09-07',
});
/** A dispatcher at an instant; what it sends, in order. */
function at(instant: string) {
  const clock = handClock(instant);
  const sent: string[] = [];
  const deps = { ...shell.deps, now: clock.now };
  const { dispatcher } = benchOf(
    store.db,
    clock,
    sameFor(async ({ key }) => {
      sent.push(key);
      return { kind: 'sent' };
    }),
    { opening: openingOf(deps) },
  );
  return { clock, dispatcher, sent };
}
const MINUTE = 60_000;

describe('out of the authority’s hours', () => {
  it('messages and mails wait and go at opening in their order; a channel’s card and word of danger go at once', async () => {
    // Fri 11 September 2026, 17:31 in London.
    const { clock, dispatcher, sent } = at('2026-09-11T16:31:00Z');
    await put(
      store.db,
      clock,
      to('message', 'chat-1', lanes.chat('ann')),
      to('mail', 'mail-1', lanes.mail('ben')),
      to('message', 'mention-1', lanes.mention(CASE)),
      cardEffect('of-her-action', lanes.chat('ann')),
      cardEffect('of-the-case'),
      to('message', 'danger', lanes.danger(lanes.chat('ann'))),
    );
    await dispatcher.drain();
    expect(sent.toSorted()).toEqual(['card/of-the-case', 'message/danger']);
    await put(store.db, clock, to('message', 'chat-2', lanes.chat('ann')));
    // Sunday noon, and Monday 08:29.
    for (const instant of ['2026-09-13T11:00:00Z', '2026-09-14T07:29:00Z']) {
      clock.pass(Date.parse(instant) - clock.now().getTime());
      expect(await dispatcher.drain()).toBe(0);
    }
    clock.pass(MINUTE);
    expect(await dispatcher.drain()).toBe(5);
    expect(sent.filter((key) => key === 'card/of-her-action' || key.startsWith('message/chat'))).toEqual([
      'message/chat-1',
      'card/of-her-action',
      'message/chat-2',
    ]);
  });

  it('waiting counts as no try, and is no trouble', async () => {
    const { clock, dispatcher } = at('2026-09-11T16:31:00Z');
    await put(store.db, clock, to('mail', 'one', lanes.mail('ben')));
    await dispatcher.drain();
    expect(await stateOf(store.db, 'mail/one')).toMatchObject({
      state: 'waiting',
      attempts: 0,
      error: null,
      nextAt: '2026-09-14T07:30:00.000Z',
    });
  });

  it('within them all goes at once: at 08:30 and at 17:30', async () => {
    for (const instant of ['2026-09-11T07:30:00Z', '2026-09-11T16:30:59Z']) {
      const { clock, dispatcher, sent } = at(instant);
      await put(store.db, clock, to('mail', instant, lanes.mail(instant)));
      await dispatcher.drain();
      expect(sent).toEqual([`mail/${instant}`]);
    }
  });

  it('a council that sets other hours, or none, has its own, from the next message on', async () => {
    const { clock, dispatcher, sent } = at('2026-09-11T17:00:00Z');
    const partnership = testPartnership();
    const set = (settings: Record<string, unknown>) =>
      savePartnership(store.db, { ...partnership, authority: { ...partnership.authority, settings } });
    await put(store.db, clock, to('mail', 'one', lanes.mail('one')));
    await set({ 'quiet.hours': { from: '09:00', to: '18:00' } });
    await dispatcher.drain();
    expect(sent).toEqual(['mail/one']);
    clock.pass(60 * MINUTE + MINUTE);
    await put(store.db, clock, to('mail', 'two', lanes.mail('two')));
    await dispatcher.drain();
    expect(sent).toEqual(['mail/one']);
    await set({ 'quiet.hours': null });
    await put(store.db, clock, to('mail', 'three', lanes.mail('three')));
    await dispatcher.drain();
    expect(sent).toEqual(['mail/one', 'mail/three']);
  });
});
