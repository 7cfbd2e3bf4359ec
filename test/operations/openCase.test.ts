import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesLike, openCase, openSafeguardingReview } from '../../src/operations/openCase.ts';
import { readEvents } from '../../src/store/cases.ts';
import { accepted, refusalOf, startShell, type Shell } from '../support/shell.ts';
import { application } from '../support/story.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
});
beforeEach(() => shell.on('2026-03-02'));
afterAll(() => shell.close());
const coordinator = () => shell.who('cora-spoc');

describe('an application that looks like an earlier one', () => {
  const noticesOf = async (caseId: string) =>
    (await shell.effects(caseId)).flatMap((effect) => (effect.kind === 'notice' ? [effect] : []));
  const named = (name: string, more = {}) => application({ victim: { name }, ...more });
  const byForm = async (carried: ReturnType<typeof application>) =>
    accepted(await openCase(shell.deps, { person: { api: true }, with: carried }));

  it('is opened, says so on the case, and tells the coordinators which it looks like', async () => {
    const first = await byForm(named('Ida Twice'));
    const second = await byForm(named('ida  twice'));
    const third = await byForm(named('Ida Twice'));
    expect(first.review.looksLike).toBeUndefined();
    expect(second.review.looksLike).toEqual([first.reference]);
    expect(third.review.looksLike).toEqual([first.reference, second.reference]);
    expect(await noticesOf(first.reference)).toEqual([]);
    const told = await noticesOf(second.reference);
    expect(told.map(({ to }) => to)).toEqual(['cora-spoc']);
    expect(told[0]?.notice).toEqual({ is: 'looksLike', references: [first.reference] });
  });

  it('is not one where the victim or the day of one incident differs', async () => {
    await byForm(named('Una Once'));
    const complaints = application().complaints.map((one, at) =>
      at === 0 ? { ...one, occurredOn: '2026-01-11' } : one,
    );
    for (const other of [named('Una Onces'), named('Una Once', { complaints })])
      expect((await byForm(other)).review.looksLike).toBeUndefined();
  });

  it('sent twice at once under two keys: the second of them says so', async () => {
    const carried = named('Two Atonce');
    const both = await Promise.all([byForm(carried), byForm(carried)]);
    expect(both.filter(({ review }) => review.looksLike !== undefined)).toHaveLength(1);
  });

  it('is told of to a coordinator before it is opened, to nobody else, and not for a second press of the same form', async () => {
    const { reference } = await byForm(named('Ask First'));
    const about = (person: string, activityId?: string) =>
      casesLike(shell.deps, {
        person: shell.who(person),
        with: named('Ask First'),
        ...(activityId === undefined ? {} : { activityId }),
      });
    expect(await about('cora-spoc')).toEqual([reference]);
    expect(await about('ines-pector')).toEqual([]);
    const pressed = { person: coordinator(), with: named('Ask First'), activityId: 'form/1', alikeKnown: true };
    const opened = accepted(await openCase(shell.deps, pressed));
    expect(opened.review.looksLike).toEqual([reference]);
    expect(await noticesOf(opened.reference)).toEqual([]);
    expect(await about('cora-spoc', 'form/1')).toEqual([]);
  });

  it('is the same after a rebuild from the record', async () => {
    const { reference } = await byForm(named('Ida Twice'));
    const events = (await readEvents(shell.deps.db, reference)).map(({ event }) => event.type);
    expect(events).toEqual(['applicationReceived', 'likenessFound']);
  });
});

describe('opening a case', () => {
  it('numbers cases without a gap, and a refused application takes no number', async () => {
    const first = accepted(await openCase(shell.deps, { person: coordinator(), with: application() }));
    const nameless = application({ applicant: { role: 'victim', kind: 'individual' } });
    expect(refusalOf(await openCase(shell.deps, { person: coordinator(), with: nameless }))).toMatchObject({
      code: 'anonymous',
      rule: 'HER-1.4',
      field: 'applicant.name',
    });
    const second = accepted(await openCase(shell.deps, { person: { api: true }, with: application() }));
    expect(Number(second.reference.slice(-4)) - Number(first.reference.slice(-4))).toBe(1);
    expect(first.reference).toMatch(/^HBC-2026-\d{4}$/);
  });

  it('records who opened it, and nobody where the council’s web form did', async () => {
    const typed = accepted(await openCase(shell.deps, { person: coordinator(), with: application() }));
    const sent = accepted(await openCase(shell.deps, { person: { api: true }, with: application() }));
    const first = async (reference: string) => (await readEvents(shell.deps.db, reference))[0];
    expect(await first(typed.reference)).toMatchObject({ actor: 'cora-spoc', day: '2026-03-02' });
    expect(await first(sent.reference)).toMatchObject({ actor: null });
  });

  it('answers the same activity with the same case, one after the other and at once', async () => {
    const ask = {
      person: coordinator(),
      with: application({ victim: { name: 'Same Press' } }),
      activityId: 'activity-1',
    };
    const both = await Promise.all([openCase(shell.deps, ask), openCase(shell.deps, ask)]);
    const third = await openCase(shell.deps, ask);
    const references = [...both, third].map((it) => accepted(it).reference);
    expect(new Set(references).size).toBe(1);
    expect(await shell.effects(references[0])).toHaveLength(2);
  });

  it('lets an application that was refused be sent again under the same key once it is put right', async () => {
    const activityId = 'key-7';
    const right = application({ victim: { name: 'Put Right' } });
    const wrong = application({ applicant: { role: 'victim', kind: 'individual' } });
    expect(refusalOf(await openCase(shell.deps, { person: { api: true }, with: wrong, activityId })).code).toBe(
      'anonymous',
    );
    expect(accepted(await openCase(shell.deps, { person: { api: true }, with: right, activityId })).version).toBe(1);
  });

  it.each([
    ['a day that has not come', { madeOn: '2026-03-03' }, 'madeOn'],
    [
      'a report before the incident',
      { complaints: [{ ref: 'a', occurredOn: '2026-02-10', reports: [{ to: 'police' as const, on: '2026-02-09' }] }] },
      'complaints.0.reports.0.on',
    ],
    [
      'an incident that has not happened yet',
      { complaints: [{ ref: 'a', occurredOn: '2026-03-20', reports: [{ to: 'police' as const, on: '2026-03-20' }] }] },
      'complaints.0.occurredOn',
    ],
    [
      'two incidents of one name',
      {
        complaints: [1, 2].map(() => ({
          ref: 'a',
          occurredOn: '2026-02-10',
          reports: [{ to: 'police' as const, on: '2026-02-10' }],
        })),
      },
      'complaints.1.ref',
    ],
    ['a text too long to read', { noEffectiveAction: 'x'.repeat(9000) }, 'noEffectiveAction'],
    ['no complaint at all', { complaints: [] }, 'complaints'],
  ])('refuses %s at the field, and changes nothing', async (_, more, field) => {
    const before = await shell.everything();
    const woken = shell.woken();
    const outcome = await openCase(shell.deps, { person: coordinator(), with: application(more) });
    expect(refusalOf(outcome)).toMatchObject({ code: 'bad_input', field });
    expect(await shell.everything()).toBe(before);
    expect(shell.woken()).toBe(woken);
  });

  it('is the coordinator’s: an inspector of another body may not', async () => {
    const outcome = await openCase(shell.deps, { person: shell.who('ines-pector'), with: application() });
    expect(refusalOf(outcome).code).toBe('not_allowed');
  });

  it('keeps the settings it was opened under', async () => {
    const view = accepted(await openCase(shell.deps, { person: coordinator(), with: application() }));
    expect(view.told.clocks.find((it) => it.id === 'HER.ack')).toMatchObject({ dueOn: '2026-03-04' });
  });
});

describe('a senior manager’s safeguarding review (HER-2.3)', () => {
  const decision = { reason: 'A vulnerable victim who will not apply.', victim: { healthVulnerability: true } };

  it('opens by the Community Safety Manager, with name, rank and body from the directory', async () => {
    const view = accepted(
      await openSafeguardingReview(shell.deps, { person: shell.who('sam-manager'), with: decision }),
    );
    expect(view.review.safeguarding?.with.by).toEqual({
      name: 'Sam Manager',
      rank: 'community_safety_manager',
      body: 'council',
    });
    expect(view.told.case.countsAs).toBe('review');
    expect(view.steps[0]?.key).toBe('letter/CT4');
  });

  it('refuses a sergeant, who is below the level, and leaves nothing behind', async () => {
    const before = await shell.everything();
    const outcome = await openSafeguardingReview(shell.deps, { person: shell.who('depu-ty'), with: decision });
    expect(refusalOf(outcome)).toMatchObject({ code: 'rank_too_low', rule: 'HER-2.3' });
    expect(await shell.everything()).toBe(before);
  });

  it('believes the directory for the rank, where the coordinator writes it down for an inspector', async () => {
    const view = accepted(
      await openSafeguardingReview(shell.deps, { person: coordinator(), decidedBy: 'ines-pector', with: decision }),
    );
    expect(view.review.safeguarding?.with.by).toMatchObject({ rank: 'inspector', body: 'police' });
    const forged = { person: shell.who('depu-ty'), decidedBy: 'ines-pector', with: decision };
    expect(refusalOf(await openSafeguardingReview(shell.deps, forged)).code).toBe('not_allowed');
  });
});
