import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/isoDate.ts';
import { PartnershipSchema, type Partnership, type Person } from '../../src/domain/directory.ts';
import { faultsOfPartnership } from '../../src/domain/directoryFaults.ts';
import type { Effect } from '../../src/domain/effects.ts';
import { personalLink } from '../../src/operations/links.ts';
import { performOnCase } from '../../src/operations/perform.ts';
import { reconcile } from '../../src/operations/reconcile.ts';
import { sweep } from '../../src/operations/sweep.ts';
import { loadCase, readEvents } from '../../src/store/cases.ts';
import { adoptDirectory } from '../../src/store/directories.ts';
import { loadPartnership } from '../../src/store/people.ts';
import { accepted, startShell, type Shell } from '../support/shell.ts';
import { KINDS } from '../support/store.ts';
import { accepted4, arranged, opened, planned } from '../support/story.ts';

let shell: Shell;
const start = async (kind: (typeof KINDS)[number] = 'embedded') => {
  shell = await startShell({ today: '2026-03-02', kind });
  await adoptDirectory(shell.deps.db, shell.partnership, shell.deps.now());
};
afterEach(() => shell.close());

interface Turn {
  leaves: string[];
  comes?: (Partial<Person> & Pick<Person, 'id'> & { like: string })[];
  responders?: Record<string, string[]>;
}
/** The directory after some have left and some have come, each like somebody who was there. */
function turned({ leaves, comes = [], responders = {} }: Turn): Partnership {
  const before = structuredClone(shell.partnership);
  const fresh = comes.map(({ like, ...more }, at) => {
    const model = before.people.find(({ id }) => id === like);
    const number = String(900 + at);
    return {
      ...model,
      deputy: undefined,
      objectId: `20000000-0000-4000-8000-000000000${number}`,
      name: more.id,
      ...more,
    };
  });
  const gone = (id: string | undefined): boolean => id !== undefined && leaves.includes(id);
  return PartnershipSchema.parse(
    JSON.parse(
      JSON.stringify({
        ...before,
        agencies: before.agencies.map((agency) => ({
          ...agency,
          responders: responders[agency.id] ?? agency.responders,
        })),
        people: [...before.people.filter(({ id }) => !gone(id)), ...fresh].map((person) => ({
          ...person,
          ...(gone(person.deputy) ? { deputy: undefined } : {}),
          ...(gone(person.manager) ? { manager: undefined } : {}),
        })),
      }),
    ),
  );
}
async function turn(change: Turn): Promise<void> {
  const file = turned(change);
  expect(faultsOfPartnership(file)).toEqual([]);
  expect((await adoptDirectory(shell.deps.db, file, shell.deps.now())).outcome).toBe('taken');
}
const since = async (caseId: string, before: Effect[]) => (await shell.effects(caseId)).slice(before.length);
const actionOf = async (caseId: string, id: string) =>
  (await loadCase(shell.deps.db, caseId))?.review.actions.find((it) => it.id === id);

describe('a partnership file', () => {
  beforeEach(() => start());
  const version = async () => (await loadPartnership(shell.deps.db))?.version;
  const take = async (file: Partnership) => (await adoptDirectory(shell.deps.db, file, shell.deps.now())).outcome;

  it('of a lower version, or of the same that says something else, or of none, never replaces the one in force', async () => {
    const old = shell.partnership;
    const changed = turned({ leaves: ['dora-deputy'] });
    expect(await take({ ...changed, version: 7 })).toBe('taken');
    expect(await take({ ...old, version: 6 })).toBe('lowerVersion');
    expect(await take({ ...old, version: 7 })).toBe('sameVersion');
    expect(await take(old)).toBe('noVersion');
    expect(await take({ ...changed, version: 7 })).toBe('unchanged');
    expect((await loadPartnership(shell.deps.db))?.people.map(({ id }) => id)).not.toContain('dora-deputy');
    expect(await take({ ...old, version: 8 })).toBe('taken');
    expect(await version()).toBe(8);
  });

  it('without versions: one that was in force before and has been replaced brings nobody back, a new one is taken', async () => {
    const old = shell.partnership;
    expect(await take(turned({ leaves: ['dora-deputy'] }))).toBe('taken');
    expect(await take(old)).toBe('seenBefore');
    expect((await loadPartnership(shell.deps.db))?.people.map(({ id }) => id)).not.toContain('dora-deputy');
    expect(await take(turned({ leaves: ['dora-deputy', 'idle-observer'] }))).toBe('taken');
  });

  it('ends the personal links of those whom it no longer has, and no others', async () => {
    const caseId = await accepted4(shell);
    const link = { caseId, purpose: 'return', data: { kind: 'review', agency: 'police' }, days: 30 } as const;
    for (const person of ['ines-pector', 'depu-ty']) await personalLink(shell.deps, { ...link, person });
    await turn({ leaves: ['ines-pector'], responders: { police: ['depu-ty'] } });
    const links = await shell.deps.db.selectFrom('links').select(['person', 'revoked']).orderBy('person').execute();
    expect(links).toEqual([
      { person: 'depu-ty', revoked: false },
      { person: 'ines-pector', revoked: true },
    ]);
  });
});

describe.each(KINDS)('when the directory has changed, on the %s store', (kind) => {
  beforeEach(() => start(kind));

  it('every case is brought in line once, whoever does it, also closed ones and across a restart', async () => {
    const open = await accepted4(shell);
    const closed = await accepted4(shell);
    const close = { act: 'closeCase', with: { as: 'withdrawn', reason: 'The victim asked for it.' } } as const;
    const withdrawal = { act: 'recordWithdrawal', with: { by: 'victim', means: 'email' } } as const;
    for (const deed of [withdrawal, close])
      accepted(await performOnCase(shell.deps, { caseId: closed, person: shell.who('cora-spoc'), ...deed }));
    await turn({ leaves: ['ines-pector'], responders: { police: ['depu-ty'] } });
    const [a, b] = await Promise.all([reconcile(shell.deps), reconcile(shell.deps)]);
    expect(a.cases + b.cases).toBe(2);
    expect([...a.faults, ...b.faults]).toEqual([]);
    for (const caseId of [open, closed]) {
      const members = (await shell.effects(caseId)).filter((it) => it.key.startsWith(`members/${caseId}/d`));
      expect(members).toMatchObject([{ kind: 'syncMembers', lane: `space/${caseId}` }]);
    }
    const before = await shell.everything();
    expect((await reconcile(shell.deps)).cases).toBe(0);
    expect(await shell.everything()).toBe(before);
  });

  it('an action whose owner left falls to the deputy, with a word to the coordinator; its reminders go there', async () => {
    const { caseId } = await planned(shell);
    const before = await shell.effects(caseId);
    await turn({ leaves: ['odd-fellow'], responders: { council: ['dora-deputy'] } });
    await reconcile(shell.deps);
    expect(await actionOf(caseId, '1')).toMatchObject({
      owner: 'Dora Deputy',
      chain: { owner: 'dora-deputy', lineManager: 'line-manager', headOfService: 'hedda-service' },
    });
    expect((await actionOf(caseId, '1'))?.chain).not.toHaveProperty('deputy');
    const owed = await since(caseId, before);
    expect(owed).toContainEqual(
      expect.objectContaining({ kind: 'card', matter: { is: 'action', action: '1' }, lane: 'chat/dora-deputy' }),
    );
    expect(owed.filter((it) => it.kind === 'notice')).toMatchObject([
      { to: 'cora-spoc', notice: { is: 'placesTaken', actions: [{ action: '1', by: 'dora-deputy' }], panel: false } },
    ]);
    shell.on('2026-04-30');
    const told = (await sweep(shell.deps, '2026-04-30')).nudges.filter((it) => it.words.includes('action 1 '));
    expect(told.map((it) => it.to)).toEqual([['dora-deputy']]);
  });
});

describe('whose place somebody takes', () => {
  beforeEach(() => start());

  it('the directory’s word comes first: an action and its open ladder go to whoever succeeds', async () => {
    const { caseId } = await planned(shell);
    await turn({
      leaves: ['odd-fellow', 'line-manager'],
      comes: [
        { id: 'nova-owner', like: 'odd-fellow', succeeds: 'odd-fellow', manager: 'hedda-service' },
        { id: 'nova-manager', like: 'line-manager', succeeds: 'line-manager' },
      ],
      responders: { council: ['nova-owner'] },
    });
    await reconcile(shell.deps);
    expect((await actionOf(caseId, '1'))?.chain).toMatchObject({ owner: 'nova-owner', lineManager: 'nova-manager' });
  });

  it('without successor or deputy it is the coordinator', async () => {
    const { caseId } = await planned(shell);
    await turn({ leaves: ['lana-lord'], responders: { homes: ['homer-head'] } });
    await reconcile(shell.deps);
    expect(await actionOf(caseId, '2')).toMatchObject({ owner: 'Cora Spoc', chain: { owner: 'cora-spoc' } });
  });

  it('what is done stays with whoever did it', async () => {
    const { caseId } = await planned(shell);
    const done = { act: 'reportAction', with: { action: '2', status: 'done' } } as const;
    accepted(await performOnCase(shell.deps, { caseId, person: shell.who('lana-lord'), ...done }));
    await turn({ leaves: ['lana-lord'], responders: { homes: ['homer-head'] } });
    await reconcile(shell.deps);
    expect(await actionOf(caseId, '2')).toMatchObject({ owner: 'Lana Lord', chain: { owner: 'lana-lord' } });
  });

  it('an open request goes to whoever answers for the agency now, and an answered one to nobody', async () => {
    const caseId = await accepted4(shell);
    const before = await shell.effects(caseId);
    await turn({ leaves: ['ines-pector'], responders: { police: ['depu-ty'] } });
    await reconcile(shell.deps);
    const asked = (await since(caseId, before)).filter((it) => it.kind === 'mail');
    expect(asked).toMatchObject([{ to: 'depu-ty', nudge: 'asked', matter: { agency: 'police' } }]);
  });
});

describe('the invitations of a panel', () => {
  beforeEach(() => start());
  const inspector = {
    leaves: ['ines-pector'],
    comes: [{ id: 'nova-inspector', like: 'ines-pector' }],
    responders: { police: ['nova-inspector'] },
  };
  const panelOf = async (caseId: string) =>
    (await loadCase(shell.deps.db, caseId))?.review.panelArranged?.detail?.panel ?? [];

  it('to come, on its own day too: who left is off, who has the seat now is on, and the events are brought in line', async () => {
    const { caseId, day } = await arranged(shell);
    const before = await shell.effects(caseId);
    shell.on(day);
    await turn(inspector);
    await reconcile(shell.deps);
    expect(await panelOf(caseId)).toContain('nova-inspector');
    expect(await panelOf(caseId)).not.toContain('ines-pector');
    expect((await since(caseId, before)).filter((it) => it.kind === 'movePanel')).toHaveLength(1);
  });

  it('whose day has passed stay as they were', async () => {
    const { caseId, day } = await arranged(shell);
    const before = await shell.effects(caseId);
    shell.on(addDays(day, 1));
    await turn(inspector);
    await reconcile(shell.deps);
    expect(await panelOf(caseId)).toContain('ines-pector');
    expect((await since(caseId, before)).filter((it) => it.kind === 'movePanel')).toEqual([]);
  });

  it('a chair who left is told to the coordinator, who chooses the next', async () => {
    const { caseId } = await arranged(shell);
    await turn({ leaves: ['indy-chair'], responders: { away: ['idle-observer'] } });
    await reconcile(shell.deps);
    const told = (await shell.effects(caseId)).filter((it) => it.kind === 'notice');
    expect(told).toMatchObject([{ notice: { is: 'placesTaken', chairLeft: true } }]);
  });
});

describe('a case that cannot be brought in line', () => {
  beforeEach(() => start());

  it('keeps none of the others back, is told, and is tried again the next day', async () => {
    const [failing, sound] = [await opened(shell), await opened(shell)];
    await turn({ leaves: ['sam-manager'] });
    await shell.deps.db.updateTable('cases').set({ stage: 'plan' }).where('reference', '=', failing).execute();
    const first = await reconcile(shell.deps);
    expect(first).toMatchObject({ cases: 2, faults: [{ caseId: failing, error: { name: 'AlteredRecord' } }] });
    expect((await shell.effects(sound)).some((it) => it.key.startsWith(`members/${sound}/d`))).toBe(true);
    expect((await reconcile(shell.deps)).cases).toBe(0);
    shell.on('2026-03-03');
    expect(await reconcile(shell.deps)).toMatchObject({ cases: 1, faults: [{ caseId: failing }] });
    const told = (await shell.effects(failing)).filter((it) => it.kind === 'notice');
    expect(told).toMatchObject([{ notice: { is: 'notReconciled' } }, { notice: { is: 'notReconciled' } }]);
    expect(await readEvents(shell.deps.db, failing)).toHaveLength(1);
  });
});
