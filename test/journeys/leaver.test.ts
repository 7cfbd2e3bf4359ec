import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMember } from '../../src/graph/members.ts';
import { adoptDirectory } from '../../src/store/directories.ts';
import { loadPartnership } from '../../src/store/people.ts';
import * as play from '../support/hertsmere.ts';
import { startRehearsal, type Running } from '../support/rehearsal.ts';

const { SPOC } = play;
const [LEAVER, SUCCESSOR, STRANGER] = ['tom-brackley', 'helena-voss', 'leon-attwater'];

let run: Running;
let ref: string;
beforeAll(async () => {
  run = await startRehearsal();
  ref = await play.openCase(run);
  await play.accept(run, ref);
  await play.askAgencies(run, ref);
  await play.channelOf(run, ref);
}, 240_000);
afterAll(() => run.close());

const channel = () => {
  const found = run.rehearsal.tenant.channels().find(({ name }) => name === ref);
  if (found === undefined) throw new Error('the case has no channel');
  return found;
};
const inChannel = (id: string): boolean => {
  const account = run.rehearsal.tenant.people.byId(id)?.account;
  return channel().members.some(({ objectId }) => objectId === account?.objectId);
};
const said = async (words: string): Promise<number> => {
  const posted = await run.desk.messages(SPOC, await run.desk.chat(SPOC));
  return posted.filter(({ html }) => html.includes(words)).length;
};

it('who leaves the directory is out of the channel the next day, whoever answers for the agency now is in, and a stranger is told once', async () => {
  const { deps, sending } = run.rehearsal.joined;
  const whole = await loadPartnership(deps.db);
  if (whole === null) throw new Error('no directory');
  await expect.poll(() => inChannel(LEAVER), { timeout: 60_000 }).toBe(true);
  expect(inChannel(SUCCESSOR)).toBe(false);
  const without = {
    ...whole,
    agencies: whole.agencies.map((agency) => ({
      ...agency,
      responders: agency.responders.map((id) => (id === LEAVER ? SUCCESSOR : id)),
    })),
    people: whole.people.filter(({ id }) => id !== LEAVER),
  };
  expect((await adoptDirectory(deps.db, without, deps.now())).outcome).toBe('taken');
  const stranger = run.rehearsal.tenant.people.byId(STRANGER)?.account;
  await addMember(
    sending.graph,
    { teamId: whole.authority.teamId, channelId: channel().id },
    { objectId: stranger?.objectId ?? '' },
  );
  await run.desk.move('nextWorkingDay', SPOC);
  await expect.poll(() => inChannel(LEAVER), { timeout: 60_000 }).toBe(false);
  expect(inChannel(SUCCESSOR)).toBe(true);
  await run.desk.move('nextWorkingDay', SPOC);
  await run.desk.move('nextWorkingDay', SPOC);
  await expect.poll(() => said('One person stands in it without a part in the case'), { timeout: 60_000 }).toBe(1);
  expect(inChannel(STRANGER)).toBe(true);
  expect((await adoptDirectory(deps.db, whole, deps.now())).outcome).toBe('seenBefore');
}, 240_000);
