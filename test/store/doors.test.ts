import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Partnership } from '../../src/domain/directory.ts';
import { findConversation, saveConversation } from '../../src/store/conversations.ts';
import { inTransaction, type OpenDatabase } from '../../src/store/database.ts';
import { deleteDraft, getDraft, putDraft } from '../../src/store/drafts.ts';
import { answerOf, forgetBefore, keepAnswer, markAnswered, markSeen } from '../../src/store/inbox.ts';
import { addLink, findLink, revokeLinks } from '../../src/store/links.ts';
import { agencyById, loadPartnership, personById, personByIdentity, savePartnership } from '../../src/store/people.ts';
import { deleteRemote, getRemote, putRemote, remotesOf } from '../../src/store/remote.ts';
import { addSetting, settingsHistory, settingsOn } from '../../src/store/settings.ts';
import { recordViews, viewsOf } from '../../src/store/views.ts';
import { freshStore, KINDS } from '../support/store.ts';

const MORNING = new Date('2026-06-01T08:00:00Z');
const EVENING = new Date('2026-06-01T18:00:00Z');
const TENANT = '0A6B3C1E-0000-4000-8000-000000000001';

const partnership = (names: string[]): Partnership => ({
  authority: {
    id: 'nonesuch',
    name: 'Nonesuch Borough Council',
    procedure: 'hertsmere',
    referencePrefix: 'NBC',
    settings: {},
    tenantId: TENANT,
    teamId: 'team-1',
    channelType: 'shared',
    mailbox: 'case.reviews@nonesuch.example',
  },
  agencies: [
    { id: 'council', name: 'Nonesuch Borough Council', body: 'council', tenantId: TENANT, responders: ['p0'] },
  ],
  people: names.map((name, index) => ({
    id: `p${index}`,
    name,
    title: 'Officer',
    email: `p${index}@nonesuch.example`,
    tenantId: TENANT,
    objectId: `0b6b3c1e-0000-4000-8000-00000000000${index}`,
    agency: 'council',
    roles: ['coordinator'],
    host: true,
  })),
});

describe.each(KINDS)('what stands beside the cases, %s store', (kind) => {
  let store: OpenDatabase;
  beforeAll(async () => {
    store = await freshStore(kind);
  });
  afterAll(() => store.close());

  it('keeps what we made in other systems, one reference a key', async () => {
    expect(await getRemote(store.db, 'channel/1')).toBeNull();
    await putRemote(store.db, 'channel/1', 'channel', 'NBC-2026-0001', { id: '19:one' });
    await putRemote(store.db, 'channel/1', 'channel', 'NBC-2026-0001', { id: '19:two' });
    await putRemote(store.db, 'event/1', 'event', 'NBC-2026-0001', ['x']);
    await putRemote(store.db, 'event/2', 'event', 'NBC-2026-0002', 'text');
    expect(await getRemote<{ id: string }>(store.db, 'channel/1')).toEqual({ id: '19:two' });
    expect(await remotesOf(store.db, 'NBC-2026-0001')).toEqual([
      { key: 'channel/1', kind: 'channel', ref: { id: '19:two' } },
      { key: 'event/1', kind: 'event', ref: ['x'] },
    ]);
    await deleteRemote(store.db, 'channel/1');
    expect(await getRemote(store.db, 'channel/1')).toBeNull();
    expect(await getRemote(store.db, 'event/2')).toBe('text');
  });

  it('keeps the latest conversation with somebody', async () => {
    expect(await findConversation(store.db, 'person/p1')).toBeNull();
    await saveConversation(store.db, 'person/p1', { serviceUrl: 'https://one.example' });
    await saveConversation(store.db, 'person/p1', { serviceUrl: 'https://two.example' });
    expect(await findConversation(store.db, 'person/p1')).toEqual({ serviceUrl: 'https://two.example' });
  });

  it('finds people by tenant and object id together, in either case, and forgets those no longer named', async () => {
    expect(await loadPartnership(store.db)).toBeNull();
    await inTransaction(store.db, (tx) => savePartnership(tx, partnership(['Ada Sample', 'Bo Sample'])));
    expect(await loadPartnership(store.db)).toEqual(partnership(['Ada Sample', 'Bo Sample']));
    const object = '0B6B3C1E-0000-4000-8000-000000000001';
    expect(await personByIdentity(store.db, TENANT.toLowerCase(), object)).toMatchObject({
      id: 'p1',
      name: 'Bo Sample',
    });
    expect(await personByIdentity(store.db, object, object)).toBeNull();
    expect(await personById(store.db, 'p0')).toMatchObject({ name: 'Ada Sample' });
    expect(await agencyById(store.db, 'council')).toMatchObject({ responders: ['p0'] });
    await inTransaction(store.db, (tx) => savePartnership(tx, partnership(['Cy Sample'])));
    expect(await personByIdentity(store.db, TENANT, object)).toBeNull();
    expect(await personById(store.db, 'p0')).toMatchObject({ name: 'Cy Sample' });
    expect([await personById(store.db, 'p1'), await agencyById(store.db, 'none')]).toEqual([null, null]);
  });

  it('takes an activity once, gives a repeated click its first answer, and forgets in time', async () => {
    const see = (id: string) => inTransaction(store.db, (tx) => markSeen(tx, id, MORNING));
    expect([await see('a1'), await see('a1')]).toEqual([true, false]);
    expect(await answerOf(store.db, 'a1')).toBeNull();
    await keepAnswer(store.db, 'a1', { status: 200, text: 'Recorded.' });
    await keepAnswer(store.db, 'a1', { status: 200, text: 'A later answer.' });
    expect(await answerOf(store.db, 'a1')).toEqual({ status: 200, text: 'Recorded.' });
    expect(await forgetBefore(store.db, MORNING)).toBe(0);
    expect(await forgetBefore(store.db, EVENING)).toBe(1);
    expect(await see('a1')).toBe(true);
  });

  it('takes one of many deliveries of one activity at once', async () => {
    const seen = await Promise.all(
      Array.from({ length: 6 }, () => inTransaction(store.db, (tx) => markSeen(tx, 'same', MORNING))),
    );
    expect(seen.filter((first) => first)).toHaveLength(1);
  });

  it('saves drafts with a version and refuses to overwrite one saved meanwhile', async () => {
    const save = (body: unknown, expected?: number) =>
      putDraft(store.db, 'return/1', 'NBC-2026-0001', 'p1', body, expected);
    expect(await getDraft(store.db, 'return/1')).toBeNull();
    expect(await save({ held: true }, 0)).toBe(1);
    expect(await save({ held: false }, 0)).toBeNull();
    expect(await save({ held: 'two' }, 1)).toBe(2);
    expect(await save({ held: 'stale' }, 1)).toBeNull();
    expect(await save({ held: 'last stands' })).toBe(3);
    expect(await getDraft(store.db, 'return/1')).toEqual({
      key: 'return/1',
      caseId: 'NBC-2026-0001',
      by: 'p1',
      body: { held: 'last stands' },
      version: 3,
    });
    await deleteDraft(store.db, 'return/1');
    expect(await save({}, 3)).toBeNull();
    expect(await putDraft(store.db, 'new', null, 'p1', [])).toBe(1);
  });

  it('opens a personal link by the hash of its token until it expires or is revoked', async () => {
    const hash = (token: string) => createHash('sha256').update(token).digest('hex');
    const link = {
      tokenHash: hash('one'),
      caseId: 'NBC-2026-0001',
      person: 'p1',
      purpose: 'return',
      data: { agency: 'council' },
      expiresAt: EVENING,
    };
    await inTransaction(store.db, (tx) => addLink(tx, link));
    await addLink(store.db, { ...link, tokenHash: hash('two'), caseId: 'NBC-2026-0002' });
    expect(await findLink(store.db, hash('one'), MORNING)).toEqual(link);
    expect(await findLink(store.db, hash('one'), EVENING)).toBeNull();
    expect(await findLink(store.db, hash('three'), MORNING)).toBeNull();
    expect(await revokeLinks(store.db, 'NBC-2026-0001')).toBe(1);
    expect(await findLink(store.db, hash('one'), MORNING)).toBeNull();
    expect(await findLink(store.db, hash('two'), MORNING)).toMatchObject({ caseId: 'NBC-2026-0002' });
    await expect(addLink(store.db, { ...link, tokenHash: 'the token itself' })).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('gives the settings in force on a day, the last added standing among equals', async () => {
    const add = (key: string, value: unknown, effectiveOn: string) =>
      addSetting(store.db, { authority: 'nonesuch', key, value, effectiveOn, by: 'p1', at: MORNING, reason: 'agreed' });
    await add('threshold.complaints', 3, '2026-01-01');
    await add('threshold.complaints', 2, '2026-07-01');
    await add('threshold.window', { months: 6 }, '2026-01-01');
    await add('threshold.complaints', 4, '2026-01-01');
    expect(await settingsOn(store.db, 'nonesuch', '2025-12-31')).toEqual({});
    expect(await settingsOn(store.db, 'nonesuch', '2026-06-30')).toEqual({
      'threshold.complaints': 4,
      'threshold.window': { months: 6 },
    });
    expect(await settingsOn(store.db, 'nonesuch', '2026-07-01')).toMatchObject({ 'threshold.complaints': 2 });
    expect(await settingsOn(store.db, 'another', '2026-07-01')).toEqual({});
    expect(await settingsHistory(store.db, 'nonesuch')).toHaveLength(4);
    expect((await settingsHistory(store.db, 'nonesuch'))[1]).toEqual({
      key: 'threshold.complaints',
      value: 2,
      effectiveOn: '2026-07-01',
      by: 'p1',
      at: MORNING,
      reason: 'agreed',
    });
  });

  it('records who looked at what', async () => {
    const at = MORNING;
    await recordViews(store.db, [
      { person: 'p1', caseId: 'NBC-2026-0001', what: 'case', at, outcome: 'shown' },
      { person: 'p2', caseId: 'NBC-2026-0001', what: 'pack', at: EVENING, outcome: 'refused' },
    ]);
    await recordViews(store.db, [{ person: 'p2', caseId: null, what: 'due', at: EVENING, outcome: 'shown' }]);
    await recordViews(store.db, []);
    expect(await viewsOf(store.db, 'NBC-2026-0001')).toEqual([
      { person: 'p1', caseId: 'NBC-2026-0001', what: 'case', at: MORNING, outcome: 'shown' },
      { person: 'p2', caseId: 'NBC-2026-0001', what: 'pack', at: EVENING, outcome: 'refused' },
    ]);
  });

  it('sees at once that the directory was changed, in a transaction that then fails as in one that stands', async () => {
    const named = async (at: Parameters<typeof loadPartnership>[0]) =>
      (await loadPartnership(at))?.people.map(({ name }) => name);
    await savePartnership(store.db, partnership(['Dee Sample']));
    expect(await named(store.db)).toEqual(['Dee Sample']);
    const failing = inTransaction(store.db, async (tx) => {
      await savePartnership(tx, partnership(['Eve Sample']));
      expect(await named(tx)).toEqual(['Eve Sample']);
      throw new Error('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    expect(await named(store.db)).toEqual(['Dee Sample']);
    await savePartnership(store.db, partnership(['Eve Sample']));
    expect(await named(store.db)).toEqual(['Eve Sample']);
  });

  it('notes an activity and its answer in one step, and keeps an answer given before', async () => {
    await markAnswered(store.db, 'once', { done: 'NBC-2026-0001' }, MORNING);
    await markAnswered(store.db, 'once', { done: 'NBC-2026-0002' }, EVENING);
    expect(await answerOf(store.db, 'once')).toEqual({ done: 'NBC-2026-0001' });
    expect(await markSeen(store.db, 'once', EVENING)).toBe(false);
    await markSeen(store.db, 'seen', MORNING);
    await markAnswered(store.db, 'seen', { done: 'NBC-2026-0003' }, EVENING);
    expect(await answerOf(store.db, 'seen')).toEqual({ done: 'NBC-2026-0003' });
  });
});
