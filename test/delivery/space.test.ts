import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDrift } from '../../src/delivery/roster.ts';
import { addMember, listMembers, removeMember } from '../../src/graph/members.ts';
import { inTransaction, type OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';
import { CASE, put } from './support/bench.ts';
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

const memberIds = () => office.channel().members.map(({ objectId }) => objectId);
const channelPath = () => `/teams/${office.partnership.authority.teamId}/channels/${office.channel().id}`;
const deleteChannel = () => office.parts.graph.delete(channelPath());
const caseChannels = () => office.tenant.channels().filter(({ name }) => name === CASE);

describe('the case’s channel', () => {
  it('is shared, named by the reference alone, owned by the coordinator, and holds the case’s people of every organisation', async () => {
    await office.send(effects.openSpace());
    await office.settle();
    expect(office.channel()).toMatchObject({ name: CASE, membershipType: 'shared', ready: true });
    expect(
      office
        .channel()
        .members.filter(({ owner }) => owner)
        .map(({ objectId }) => objectId),
    ).toEqual([office.person('priya-marlow').objectId]);
    expect(memberIds().sort()).toEqual(office.members.map((id) => office.person(id).objectId).sort());
  });

  it('is waited for by putting the message back, and what stands behind it in the lane waits too', async () => {
    await office.send(effects.openSpace(), effects.card({ is: 'case' }));
    expect(await office.states()).toEqual({ [effects.openSpace().key]: 'waiting', 'card/case/v1': 'waiting' });
    office.clock.pass(1_000);
    await office.bench.dispatcher.drain();
    expect(office.posts()).toEqual(['case: first']);
  });

  it('is made once though the answer to creating it is lost', async () => {
    office.tenant.faults.set('graph', 'lostAnswers', { next: 1 });
    await office.send(effects.openSpace());
    await office.settle();
    expect(caseChannels()).toHaveLength(1);
    expect(await office.states()).toEqual({ [effects.openSpace().key]: 'done' });
  });

  it('is made once though the process is replaced while Teams is still at work on it', async () => {
    await office.send(effects.openSpace());
    office.restart();
    await office.settle();
    expect(caseChannels()).toHaveLength(1);
    expect((await office.states())[effects.openSpace().key]).toBe('done');
  });

  it('is made once through throttling, failures and lost answers together', async () => {
    for (const kind of ['throttle', 'fail', 'lostAnswers'] as const) office.tenant.faults.set('graph', kind, 'often');
    await office.send(effects.openSpace());
    await office.settle();
    expect(caseChannels()).toHaveLength(1);
    expect(memberIds().sort()).toEqual(office.members.map((id) => office.person(id).objectId).sort());
    expect(office.bench.dead).toEqual([]);
  });

  it('takes in who joins the case and lets go who left it, but not those whom the council added by hand', async () => {
    await office.send(effects.openSpace());
    await office.settle();
    const byHand = office.person('frances-adeyemi').objectId;
    await office.parts.graph.post(
      `/teams/${office.partnership.authority.teamId}/channels/${office.channel().id}/members`,
      {
        '@odata.type': '#microsoft.graph.aadUserConversationMember',
        'user@odata.bind': `${office.parts.graph.base}/users('${byHand}')`,
        roles: [],
      },
    );
    office.members.splice(0, 4, 'priya-marlow', 'tom-brackley', 'idris-quarrie');
    await office.send(effects.syncMembers());
    const wanted = ['priya-marlow', 'tom-brackley', 'idris-quarrie', 'frances-adeyemi'];
    expect(memberIds().sort()).toEqual(wanted.map((id) => office.person(id).objectId).sort());
  });

  it('stands without somebody whose account is not there, and the coordinator is told', async () => {
    const gone = { ...office.person('oonagh-pell'), objectId: 'ffffffff-0000-4000-8000-00000000dead' };
    const known = office.parts.membersOf;
    office.parts.membersOf = async (caseId) => [gone, ...(await known(caseId)).filter(({ id }) => id !== gone.id)];
    await office.send(effects.openSpace());
    await office.settle();
    expect(memberIds()).toContain(office.person('tom-brackley').objectId);
    expect(office.bench.dead.map(({ reason }) => reason)).toEqual([
      'One person of the case could not be added to its channel. Please check their accounts, and add them in Teams.',
    ]);
  });

  it('one whose name is taken by a deleted channel waits for a person, who is told once in plain words', async () => {
    await office.send(effects.openSpace());
    await office.settle();
    await deleteChannel();
    await office.store.db.deleteFrom('remote').execute();
    await office.send({ ...effects.openSpace(), key: 'openSpace/again' });
    await office.settle(120);
    expect((await office.states())['openSpace/again']).toBe('waiting');
    expect(office.bench.dead).toEqual([]);
    expect(office.bench.held.map(({ words }) => words)).toEqual([
      'A channel with this case’s name exists already, or was deleted in the last 30 days. An owner of the team can restore it in Teams, or rename the other one.',
    ]);
  });
});

describe('somebody who has left the directory', () => {
  const leave = (id: string) => {
    office.partnership.people.splice(
      office.partnership.people.findIndex((one) => one.id === id),
      1,
    );
    office.members.splice(office.members.indexOf(id), 1);
  };

  it('is taken out of the archived channel of a closed case, which takes nobody in', async () => {
    await office.send(effects.openSpace(), effects.card({ is: 'case' }));
    await office.settle();
    const gone = office.person('tom-brackley').objectId;
    const came = office.person('idris-quarrie').objectId;
    Object.assign(office.review, { stage: 'closed', closed: { on: '2026-09-07', as: 'completed', reason: 'x' } });
    await office.send(effects.card({ is: 'closing' }), effects.archive());
    await office.settle();
    leave('tom-brackley');
    office.members.push('idris-quarrie');
    await office.send(effects.syncMembers(2));
    await office.settle();
    expect(office.channel().archived).toBe(true);
    expect(memberIds()).not.toContain(gone);
    expect(memberIds()).not.toContain(came);
    expect(office.bench.dead).toEqual([]);
  });

  it('and who owned the channel leaves it once the next coordinator owns it', async () => {
    await office.send(effects.openSpace());
    await office.settle();
    const gone = office.person('priya-marlow').objectId;
    const next = office.person('marcus-oyelaran');
    next.roles = [...next.roles, 'coordinator'];
    leave('priya-marlow');
    await office.send(effects.syncMembers(2));
    await office.settle();
    const owners = office.channel().members.filter(({ owner }) => owner);
    expect(owners.map(({ objectId }) => objectId)).toEqual([next.objectId]);
    expect(memberIds()).not.toContain(gone);
  });
});

describe('the roster of the channel', () => {
  const drift = () => readDrift(office.parts, CASE);
  const found = async () => {
    const read = await drift();
    if (read === null) return null;
    await inTransaction(store.db, read.keep);
    return { strangers: read.strangers, missing: read.missing, overdue: read.overdue };
  };
  const addByHand = (id: string) =>
    addMember(
      office.parts.graph,
      { teamId: office.partnership.authority.teamId, channelId: office.channel().id },
      {
        objectId: office.person(id).objectId,
      },
    );
  const takeOutByHand = async (id: string) => {
    const { teamId } = office.partnership.authority;
    const channelId = office.channel().id;
    const members = await listMembers(office.parts.graph, teamId, channelId);
    const held = members.find(({ objectId }) => objectId === office.person(id).objectId);
    await removeMember(office.parts.graph, { teamId, channelId }, held?.membershipId ?? '');
  };

  it('shows who was added by hand and who is missing, each once', async () => {
    await office.send(effects.openSpace());
    await office.settle();
    const nothing = { strangers: 0, missing: [], overdue: false };
    expect(await found()).toEqual(nothing);
    await addByHand('frances-adeyemi');
    await takeOutByHand('tom-brackley');
    expect(await found()).toEqual({ strangers: 1, missing: ['tom-brackley'], overdue: false });
    expect(await found()).toEqual(nothing);
    await addByHand('sunita-farrow');
    expect(await found()).toEqual({ ...nothing, strangers: 1 });
    await takeOutByHand('sunita-farrow');
    expect(await found()).toEqual(nothing);
    await addByHand('sunita-farrow');
    expect(await found()).toEqual({ ...nothing, strangers: 1 });
  });

  it('is not judged while the members are being brought in line, and shows whom we brought in and who has no part any more', async () => {
    await office.send(effects.openSpace());
    await office.settle();
    office.members.splice(office.members.indexOf('oonagh-pell'), 1);
    expect(await found()).toEqual({ strangers: 0, missing: [], overdue: true });
    await put(store.db, office.clock, effects.syncMembers(3));
    expect(await drift()).toBeNull();
    await office.settle();
    expect(await found()).toEqual({ strangers: 0, missing: [], overdue: false });
  });
});

describe('the end of a case', () => {
  const close = () =>
    Object.assign(office.review, { stage: 'closed', closed: { on: '2026-09-07', as: 'completed', reason: 'x' } });

  it('the channel is archived after the closing card, and the operation is waited for', async () => {
    await office.send(effects.openSpace(), effects.card({ is: 'case' }));
    await office.settle();
    close();
    await office.send(effects.card({ is: 'closing' }), effects.archive());
    expect((await office.states())[effects.archive().key]).toBe('waiting');
    await office.settle();
    expect(office.channel().archived).toBe(true);
    expect(office.posts()).toEqual(['case: first', 'closing: first']);
    expect((await office.states())[effects.archive().key]).toBe('done');
  });

  it('without the closing card it is not archived, and the coordinator is told', async () => {
    await office.send(effects.openSpace());
    await office.settle();
    close();
    await office.send(effects.archive());
    await office.settle();
    expect(office.channel().archived).toBe(false);
    expect(office.bench.dead).toEqual([
      { key: effects.archive().key, reason: 'The channel is not archived, because the closing card did not go out.' },
    ]);
  });

  it('an archived channel of a closed case is left alone; of one opened again it is opened before posting', async () => {
    await office.send(effects.openSpace(), effects.card({ is: 'case' }));
    await office.settle();
    close();
    await office.send(effects.card({ is: 'closing' }), effects.archive());
    await office.settle();

    await office.send(effects.card({ is: 'panel' }));
    expect(office.channel().archived).toBe(true);
    expect(office.posts()).toHaveLength(2);

    Object.assign(office.review, { stage: 'review' });
    office.words.card = 'open again';
    await office.send(effects.card({ is: 'case' }, 2));
    await office.settle();
    expect(office.channel().archived).toBe(false);
    expect(office.posts()).toEqual(['case: open again', 'closing: first']);
  });
});
