import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFERENCE, byReference, wholeReferenceIn } from '../../src/domain/reference.ts';
import { openCase } from '../../src/operations/openCase.ts';
import { listCases } from '../../src/store/cases.ts';
import { accepted, startShell, type Shell } from '../support/shell.ts';
import { application } from '../support/story.ts';
import { textsOf } from './support/reading.ts';
import { startRig, type Rig } from './support/rig.ts';

let shell: Shell;
let rig: Rig;
const references: string[] = [];
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
  rig = await startRig(shell);
  await shell.deps.db.insertInto('reference_counter').values({ prefix: 'HBC', year: 2026, last: 9_998 }).execute();
  for (const name of ['Nina', 'Tessa'])
    references.push(
      accepted(await openCase(shell.deps, { person: { api: true }, with: application({ victim: { name } }) }))
        .reference,
    );
});
afterAll(async () => {
  await rig.close();
  await shell.close();
});

describe('the ten thousandth case of a year', () => {
  it('has a reference of five digits, after that of four', async () => {
    expect(references).toEqual(['HBC-2026-9999', 'HBC-2026-10000']);
    expect((await listCases(shell.deps.db)).map(({ reference }) => reference)).toEqual(references);
    expect([...references].reverse().sort(byReference)).toEqual(references);
  });

  it.each(['HBC-2026-9999', 'HBC-2026-10000'])('the buttons of %s work', async (caseId) => {
    const value = { action: { type: 'Action.Execute', verb: 'case.refresh', data: { caseId } } };
    const pressed = rig.activity(shell.who('cora-spoc'), { type: 'invoke', name: 'adaptiveCard/action', value });
    const answer = await rig.send(pressed);
    expect(answer.body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(textsOf(answer.body['value'])).toContain(caseId);
  });

  it.each(['HBC-2026-10000', 'hbc 2026 10000', 'case HBC-2026-10000', 'case 10000'])(
    'is found by "%s"',
    async (text) => {
      const before = rig.posted.length;
      await rig.send(rig.activity(shell.who('cora-spoc'), { text }));
      expect(textsOf(rig.posted[before]?.body)).toContain('HBC-2026-10000');
    },
  );
});

it('a reference has at least four digits, and at most seven', () => {
  for (const good of ['HBC-2026-0001', 'HBC-2026-9999', 'HBC-2026-10000', 'HBC-2026-1234567'])
    expect(good).toMatch(REFERENCE);
  for (const bad of ['HBC-2026-001', 'HBC-2026-12345678', 'HBC-1926-0001', 'hbc-2026-0001', 'HBC-2026-0001 '])
    expect(bad).not.toMatch(REFERENCE);
  expect(['hbc 2026 7', 'HBC-2026-0010000', 'HBC-2026-12345678'].map(wholeReferenceIn)).toEqual([
    'HBC-2026-0007',
    'HBC-2026-10000',
    null,
  ]);
});
