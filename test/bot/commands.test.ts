import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted4, planned } from '../support/story.ts';
import { startShell, type Shell } from '../support/shell.ts';
import { textsOf } from './support/reading.ts';
import { startRig, type Rig } from './support/rig.ts';

let shell: Shell;
let rig: Rig;
let caseId: string;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
  rig = await startRig(shell);
  caseId = (await planned(shell)).caseId;
});
afterAll(async () => {
  await rig.close();
  await shell.close();
});

/** What the bot said to this text of this person, as all the texts of its answer. */
async function said(person: string, text: string, more: Record<string, unknown> = {}): Promise<string> {
  const before = rig.posted.length;
  const answer = await rig.send(rig.activity(shell.who(person), { text, ...more }));
  expect(answer.status).toBe(200);
  return rig.posted
    .slice(before)
    .map((one) => textsOf(one.body))
    .join('\n');
}
const channel = (id: string) => ({
  conversation: {
    id: `${id};messageid=1`,
    conversationType: 'channel',
    tenantId: shell.partnership.authority.tenantId,
  },
  channelData: { tenant: { id: shell.partnership.authority.tenantId }, channel: { id }, team: { id: '19:team' } },
});

describe('whatever is written gets a useful answer', () => {
  it.each(['help', 'Hi', 'HELLO!', '  hello  ', '<at>Convene</at> help'])(
    '"%s" shows what the bot can do',
    async (text) => {
      expect(await said('odd-fellow', text)).toContain('How I can help');
    },
  );

  it.each(['open a case', 'Open a case review', 'open case'])(
    '"%s" offers the application to whoever may open one',
    async (text) => {
      expect(await said('cora-spoc', text)).toContain('Open a case review');
      expect(await said('odd-fellow', text)).toContain('Only the coordinator may open a case');
    },
  );

  it('"case" alone is that case in its channel, and asks which in the chat with the bot', async () => {
    expect(await said('cora-spoc', 'case')).toContain('Write the reference after it');
    rig.channels.set('19:bare', caseId);
    expect(await said('cora-spoc', 'case', channel('19:bare'))).toContain(caseId);
  });

  it('shows text it does not know back, harmless, with what can be written', async () => {
    const answer = await said('odd-fellow', 'please ${evil} [click](http://a.example) help me out');
    expect(answer).toContain('did not understand');
    expect(answer).toContain('${evil}');
    expect(answer).not.toContain('[click](http');
  });

  it.each(['', 'x'.repeat(20_000), '<at>Convene</at>'])('answers even text as odd as %#', async (text) => {
    expect(await said('odd-fellow', text)).toMatch(/help/i);
  });

  it('lists the actions of the person who asks, and of nobody else', async () => {
    const answer = await said('odd-fellow', 'my actions');
    expect(answer).toContain('Visit each week');
    expect(answer).not.toContain('lighting');
    expect(await said('sam-manager', 'my actions')).toContain('No action of yours');
  });

  it('lists what is due to the person who asks', async () => {
    expect(await said('cora-spoc', 'due')).toContain(caseId);
    expect(await said('chief-exec', 'due')).toContain('Nothing waits');
  });

  it.each([
    (ref: string) => `case ${ref}`,
    (ref: string) => ref.toLowerCase(),
    (ref: string) => `Case ${ref.replaceAll('-', ' ')}`,
  ])('shows a case by its reference, however it is written (%#)', async (write) => {
    expect(await said('cora-spoc', write(caseId))).toContain(caseId);
  });

  it('shows no case to whoever is not of it, in the words it has for a case that is not there', async () => {
    const foreign = await said('idle-observer', `case ${caseId}`);
    expect(foreign).toContain('No such case');
    expect(await said('idle-observer', 'case HBC-2026-9999')).toContain('No such case');
  });
});

describe('in a channel everybody reads the answer', () => {
  it('speaks in the channel of a case of that case alone', async () => {
    rig.channels.set('19:own', caseId);
    const other = await accepted4(shell);
    expect(await said('cora-spoc', '<at>Convene</at> due', channel('19:own'))).not.toContain(other);
    expect(await said('cora-spoc', `<at>Convene</at> case ${other}`, channel('19:own'))).toContain('our own chat');
    expect(await said('cora-spoc', `<at>Convene</at> case ${caseId}`, channel('19:own'))).toContain(caseId);
  });

  it('sends people to the chat in any other channel', async () => {
    for (const text of ['due', 'my actions', `case ${caseId}`])
      expect(await said('cora-spoc', text, channel('19:general'))).toContain('our own chat');
    expect(await said('cora-spoc', 'help', channel('19:general'))).toContain('How I can help');
  });
});

describe('strangers', () => {
  it('tells somebody who is not in the directory so, and shows nothing', async () => {
    const stranger = { ...shell.who('cora-spoc'), objectId: '99999999-0000-4000-8000-000000000009' };
    const before = rig.posted.length;
    await rig.send(rig.activity(stranger, { text: `case ${caseId}` }));
    expect(textsOf(rig.posted[before]?.body)).toContain('I do not know you');
  });

  it('knows nobody by object id alone: the tenant must fit', async () => {
    const foreign = { ...shell.who('cora-spoc'), tenantId: '99999999-0000-4000-8000-000000000009' };
    const before = rig.posted.length;
    await rig.send(rig.activity(foreign, { text: 'due' }));
    expect(textsOf(rig.posted[before]?.body)).toContain('I do not know you');
  });

  it('answers in the host’s tenant alone', async () => {
    const elsewhere = { channelData: { tenant: { id: '99999999-0000-4000-8000-000000000009' } } };
    expect(await said('cora-spoc', 'due', elsewhere)).toContain('I do not know you');
  });
});

describe('meeting people', () => {
  it('says hello once, and remembers where the person is reached', async () => {
    const install = { type: 'installationUpdate', action: 'add', text: undefined };
    const before = rig.posted.length;
    await rig.send(rig.activity(shell.who('odd-fellow'), install));
    await rig.send(rig.activity(shell.who('odd-fellow'), { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }));
    expect(
      rig.posted
        .slice(before)
        .map((one) => textsOf(one.body))
        .filter((text) => text.includes('Odd Fellow')),
    ).toHaveLength(1);
    const { objectId } = shell.who('odd-fellow');
    expect(rig.met.at(-1)).toMatchObject({ key: `chat/${objectId}`, person: { objectId } });
  });

  it('remembers a team without a word, and forgets nothing on removal', async () => {
    const before = rig.posted.length;
    const met = rig.met.length;
    await rig.send(rig.activity(shell.who('cora-spoc'), { type: 'conversationUpdate', ...channel('19:general') }));
    await rig.send(rig.activity(shell.who('cora-spoc'), { type: 'installationUpdate', action: 'remove' }));
    expect(rig.posted).toHaveLength(before);
    expect(rig.met.slice(met).map((one) => one.key)).toEqual(['channel/19:general']);
  });
});
