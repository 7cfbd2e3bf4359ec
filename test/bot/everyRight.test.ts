import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STRANGER } from '../../src/bot/handle.ts';
import { DIALOGS, type Dialog } from '../../src/cards/verbs.ts';
import { performOnCase } from '../../src/operations/perform.ts';
import { inTransaction, type Tx } from '../../src/store/database.ts';
import { accepted, startShell, type Shell } from '../support/shell.ts';
import { directBot } from './support/direct.ts';
import {
  ABOUT,
  asks,
  mayChange,
  MEMBERS,
  partnershipOfRoles,
  PLANTED,
  ROLES,
  scenes,
  STAGES,
  type Ask,
  type Role,
  type Scene,
  type Stage,
} from './support/matrix.ts';
import { elements, textsOf } from './support/reading.ts';
import { startRig } from './support/rig.ts';
import { watched, type Look, type Watched } from './support/watcher.ts';

/**
 * Every part that somebody can have or not have in a case, times everything that can be pressed, opened, sent or written, times the
 * stages of a case, by activities never seen and by one that was seen. Nobody reads or changes what is not theirs, and whatever
 * was shown or refused is in the record of looks.
 */
const NONE = 'There is no case of that reference among yours.';
const HOST = '10000000-0000-4000-8000-000000000001';
const SEEN = 'seen-before';
const CONVERSATION = 'a:the-same-for-all';

let shell: Shell;
let cases: Record<Stage, Scene>;
let cells = 0;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02', partnership: partnershipOfRoles() });
  cases = await scenes(shell);
}, 120_000);
afterAll(() => shell.close());

function identity(role: Role): { aadObjectId: string; tenantId: string } {
  const id = ROLES[role];
  if (id !== null) return { aadObjectId: shell.who(id).objectId, tenantId: shell.who(id).tenantId };
  const tenantId = role === 'guest' ? '99999999-0000-4000-8000-000000000009' : HOST;
  const aadObjectId =
    role === 'guest'
      ? shell.who('cora-spoc').objectId
      : `30000000-0000-4000-8000-00000000000${role === 'removed' ? 1 : 2}`;
  return { aadObjectId, tenantId };
}
const asker = (role: Role): string => ROLES[role] ?? Object.values(identity(role)).reverse().join('/');

/** Every how many-th of the asks goes through the real door. */
const EVERY = 23;
const lastLook = async (): Promise<number> =>
  Number(
    (await shell.deps.db.selectFrom('audit_views').select('id').orderBy('id', 'desc').executeTakeFirst())?.id ?? 0,
  );
const looksAfter = (id: number): Promise<Look[]> =>
  shell.deps.db
    .selectFrom('audit_views')
    .select(['person', 'case_id as caseId', 'what', 'outcome'])
    .where('id', '>', id)
    .orderBy('id')
    .execute();

let count = 0;
const from = (role: Role, it: Partial<object>, id = `fresh-${(count += 1)}`): object => ({
  id,
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/uk/',
  from: { id: `29:${role}`, ...identity(role) },
  recipient: { id: '28:app' },
  conversation: { id: CONVERSATION, conversationType: 'personal', tenantId: HOST },
  channelData: { tenant: { id: HOST } },
  ...it,
});

class Undone extends Error {}
/** Runs in one transaction that is taken back at the end, with every query watched. */
async function inScene(
  stage: Stage,
  work: (it: { tx: Tx; say: ReturnType<typeof directBot>; take: () => Watched }) => Promise<void>,
): Promise<void> {
  shell.on(cases[stage].day);
  const undone = inTransaction(shell.deps.db, (outer) =>
    watched(outer, async (tx, take) => {
      const deps = { ...shell.deps, db: tx };
      const press = { tenantId: HOST, conversation: CONVERSATION, id: SEEN };
      const earlier = { act: 'contactVictim', with: { means: 'phone', reached: true } } as const;
      const person = shell.who('cora-spoc');
      accepted(await performOnCase(deps, { caseId: cases[stage].caseId, person, press, ...earlier }));
      await work({ tx, say: directBot(deps), take });
      throw new Undone();
    }),
  );
  await expect(undone).rejects.toBeInstanceOf(Undone);
}

/** What is sent by somebody who may: the form as it opens, every question answered with the first thing that fits. */
async function filledForms(
  { caseId, day }: Scene,
  say: ReturnType<typeof directBot>,
): Promise<Partial<Record<Dialog, object>>> {
  const filled: Partial<Record<Dialog, object>> = {};
  for (const dialog of DIALOGS) {
    const value = { data: { dialog, caseId, ...ABOUT[dialog] } };
    const role = dialog === 'return' ? 'responder' : 'coordinator';
    const answer = await say(from(role, { type: 'invoke', name: 'task/fetch', value }));
    const inputs = elements(answer, (one) => String(one['type']).startsWith('Input.')).map((one): [string, unknown] => {
      const choices = one['choices'] as { value: string }[] | undefined;
      const first = one['type'] === 'Input.Date' ? day : (choices?.[0]?.value ?? 'A few words');
      return [String(one['id']), one['value'] === '' || one['value'] === undefined ? first : one['value']];
    });
    const button = elements(answer, (one) => one['type'] === 'Action.Submit')[0]?.['data'];
    filled[dialog] = { ...(button as object | undefined), ...Object.fromEntries(inputs) };
  }
  return filled;
}

interface Cell extends Watched {
  role: Role;
  ask: Ask;
  stage: Stage;
  words: string;
}
/** All that stands in an answer to be read: the texts of its cards, or the one sentence. */
function saidIn(answer: unknown[]): string {
  const texts = textsOf(answer);
  const value: unknown = texts === '' ? (answer[0] as { value?: unknown } | undefined)?.value : texts;
  return typeof value === 'string' ? value : '';
}

/** What is wrong with one cell of the matrix; nothing where all is well. */
function faultsOf({ role, ask, stage, words, written, looks }: Cell): string[] {
  const { caseId } = cases[stage];
  const at = `${stage}: ${role} ${ask.name}`;
  const member = MEMBERS[stage].includes(role);
  const faults: string[] = [];
  const kept = looks.filter((it) => it.person === asker(role));
  if (kept.length !== looks.length) faults.push(`${at}: a look is kept under another name`);
  if (written.length > 0 && !(ask.of !== null && mayChange(ask.of, role)))
    faults.push(`${at}: wrote ${[...new Set(written)].join(', ')}`);
  for (const [planted, readers] of Object.entries(PLANTED))
    if (!readers.includes(role) && words.includes(planted)) faults.push(`${at}: reads ${planted}`);
  const ofCase = ask.of !== null && ask.of !== 'application' && ask.of !== 'safeguarding';
  if (ROLES[role] === null) {
    if (words !== STRANGER) faults.push(`${at}: hears ${words.slice(0, 80)}`);
    if (kept.length !== 1 || kept.some((it) => it.outcome !== 'refused')) faults.push(`${at}: not kept as refused`);
  } else if (ofCase && !member) {
    if (words !== NONE) faults.push(`${at}: hears ${words.slice(0, 80)}`);
    if (kept.length !== 1 || kept.some((it) => it.outcome !== 'refused' || it.caseId !== caseId))
      faults.push(`${at}: not kept as refused`);
  } else if (ofCase && kept.length === 0) faults.push(`${at}: left no trace`);
  const names = words.replace(/You asked for: .*|tell me of .*/g, '').includes(caseId);
  if (names && !kept.some((it) => it.outcome === 'shown' && it.caseId === caseId))
    faults.push(`${at}: the case is told without a kept look`);
  return faults;
}

describe('who may do what, cell by cell', () => {
  it.each(STAGES)('a case in the stage “%s”', { timeout: 120_000 }, async (stage) => {
    const faults: string[] = [];
    await inScene(stage, async ({ tx, say, take }) => {
      const scene = cases[stage];
      const sent = await filledForms(scene, say);
      const variants = [
        ...asks(sent, undefined).map((ask) => ({ ask, id: undefined })),
        // What is only opened or written is answered anew however often it comes.
        ...asks(sent, undefined).flatMap((ask) =>
          ask.of === null || ask.name.startsWith('task/fetch') ? [] : [{ ask, id: SEEN }],
        ),
        ...asks(sent, 1).map((ask) => ({ ask, id: undefined })),
      ];
      for (const role of Object.keys(ROLES) as Role[])
        for (const { ask, id } of variants) {
          const changes = ask.of !== null && mayChange(ask.of, role);
          if (changes) await sql`savepoint cell`.execute(tx);
          take();
          const answer = await say(from(role, ask.activity(scene.caseId), id));
          const words = saidIn(answer);
          faults.push(...faultsOf({ role, ask, stage, words, ...take() }));
          if (changes) await sql`rollback to savepoint cell`.execute(tx);
          cells += 1;
        }
    });
    expect(faults.slice(0, 40)).toEqual([]);
  });

  it('a case that does not exist, and words that are no reference', { timeout: 120_000 }, async () => {
    const faults: string[] = [];
    await inScene('arranged', async ({ say, take }) => {
      for (const role of Object.keys(ROLES) as Role[])
        for (const named of ['HBC-2026-9999', 'HBC-2026-10000', '../../etc/passwd'])
          for (const ask of asks({}, undefined)) {
            if (ask.of === null || ask.of === 'application' || ask.of === 'safeguarding') continue;
            take();
            const words = saidIn(await say(from(role, ask.activity(named))));
            const { written, looks } = take();
            const kept = /^HBC/.test(named) ? named : null;
            if (words !== (ROLES[role] === null ? STRANGER : NONE)) faults.push(`${role} ${ask.name}: ${words}`);
            if (written.length > 0) faults.push(`${role} ${ask.name} wrote ${written.join()}`);
            if (looks.length !== 1 || looks.some((it) => it.outcome !== 'refused' || it.caseId !== kept))
              faults.push(`${role} ${ask.name} ${named}: not kept as refused`);
            cells += 1;
          }
    });
    expect(faults.slice(0, 40)).toEqual([]);
  });

  it('walks 25,000 cells at the least', () => {
    expect(cells).toBeGreaterThanOrEqual(25_000);
  });

  it(
    'and the same through the real door, for some hundreds of them that may change nothing',
    { timeout: 120_000 },
    async () => {
      const rig = await startRig(shell);
      const before = await shell.everything();
      const faults: string[] = [];
      let sampled = 0;
      for (const stage of STAGES) {
        shell.on(cases[stage].day);
        for (const role of Object.keys(ROLES) as Role[])
          for (const [at, ask] of asks({}, undefined).entries()) {
            if ((at + role.length) % EVERY !== 0 || (ask.of !== null && mayChange(ask.of, role))) continue;
            const posted = rig.posted.length;
            const last = await lastLook();
            const answer = await rig.send({
              ...from(role, ask.activity(cases[stage].caseId)),
              serviceUrl: rig.service,
            });
            const words = saidIn([answer.body]) || saidIn(rig.posted.slice(posted).map((it) => it.body));
            faults.push(...faultsOf({ role, ask, stage, words, written: [], looks: await looksAfter(last) }));
            sampled += 1;
          }
      }
      await rig.close();
      expect(faults.slice(0, 40)).toEqual([]);
      expect(sampled).toBeGreaterThan(300);
      expect(await shell.everything()).toBe(before);
    },
  );
});
