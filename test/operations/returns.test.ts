import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { membersOf } from '../../src/domain/authority.ts';
import { openLink, personalLink } from '../../src/operations/links.ts';
import { loadDraft, saveDraft } from '../../src/operations/drafts.ts';
import { issuePack, openReturn, nilReturn, saveReturnDraft, sendReturn } from '../../src/operations/returns.ts';
import { viewsOf } from '../../src/store/views.ts';
import { accepted, refusalOf, startShell, type Shell } from '../support/shell.ts';
import { accepted4, act } from '../support/story.ts';

let shell: Shell;
let caseId: string;
beforeAll(async () => {
  shell = await startShell({ today: '2026-03-02' });
});
beforeEach(async () => {
  caseId = await accepted4(shell);
  shell.on('2026-03-11');
});
afterAll(() => shell.close());
const police = () => ({ caseId, kind: 'review', agency: 'police', person: shell.who('ines-pector') }) as const;
const form = { responder: 'Ines Pector', actionTaken: 'Patrols in the evening.' };

describe('an agency’s form (CT5)', () => {
  it('"nothing held" takes one click, counts as returned, and a second click changes nothing', async () => {
    const view = accepted(await nilReturn(shell.deps, police()));
    expect(view.told.returns.find((it) => it.agency === 'Invented Police')).toMatchObject({
      status: 'nil',
      late: false,
    });
    const before = await shell.everything();
    accepted(await nilReturn(shell.deps, police()));
    expect(await shell.everything()).toBe(before);
  });

  it('is kept half filled for the agency’s own people, and shows nobody else a word', async () => {
    const saved = accepted(await saveReturnDraft(shell.deps, { ...police(), draft: { result: 'held', form } }));
    const mine = accepted(await openReturn(shell.deps, police()));
    expect(mine).toMatchObject({
      agency: 'Invented Police',
      begunOn: '2026-03-11',
      filling: { draft: { form, savedBy: 'ines-pector' }, draftVersion: saved, readOnly: false },
    });
    const before = await shell.everything();
    const others = [
      ...['lana-lord', 'hal-thorne', 'sam-manager'].map((id) => [id, 'not_allowed'] as const),
      // Who takes no part in the case does not hear that there is such a form, colleagues of the responder among them.
      ...['idle-observer', 'indy-chair', 'super-intend'].map((id) => [id, 'unknown_case'] as const),
    ];
    for (const [id, code] of others) {
      const theirs = { ...police(), person: shell.who(id) };
      expect(refusalOf(await openReturn(shell.deps, theirs)).code).toBe(code);
      expect(refusalOf(await nilReturn(shell.deps, theirs)).code).toBe(code);
      expect(refusalOf(await saveReturnDraft(shell.deps, { ...theirs, draft: { form: {} } })).code).toBe(code);
      expect(refusalOf(await sendReturn(shell.deps, { ...theirs, result: 'held', form })).code).toBe(code);
    }
    expect(await shell.everything()).toBe(before);
  });

  it('not sent yet, is its agency’s own: the coordinator hears the day on which it was begun and can neither keep nor send it', async () => {
    accepted(await saveReturnDraft(shell.deps, { ...police(), draft: { result: 'held', form } }));
    shell.on('2026-03-12');
    accepted(await saveReturnDraft(shell.deps, { ...police(), draft: { result: 'held', form } }));
    const before = await shell.everything();
    const coordinator = { ...police(), person: shell.who('cora-spoc') };
    const read = accepted(await openReturn(shell.deps, coordinator));
    expect(read).toMatchObject({ begunOn: '2026-03-11', filling: null });
    expect(JSON.stringify(read.view.workings)).not.toContain('Patrols');
    expect(refusalOf(await saveReturnDraft(shell.deps, { ...coordinator, draft: { form } })).code).toBe('not_allowed');
    expect(refusalOf(await sendReturn(shell.deps, { ...coordinator, result: 'held', form })).code).toBe('not_allowed');
    expect(refusalOf(await nilReturn(shell.deps, coordinator)).code).toBe('not_allowed');
    expect(await shell.everything()).toBe(before);
  });

  it('is filled in and sent by the deputy of a responder too, who then stands in the channel', async () => {
    const council = { caseId, kind: 'review', agency: 'council', person: shell.who('dora-deputy') } as const;
    accepted(await saveReturnDraft(shell.deps, { ...council, draft: { result: 'held', form } }));
    const view = accepted(await sendReturn(shell.deps, { ...council, result: 'held', form }));
    expect(membersOf(view.review, view.partnership).map((it) => it.id)).toContain('dora-deputy');
  });

  it('changed by the one who sent it is told to nobody; by a colleague, to the sender and the coordinator', async () => {
    const told = async () =>
      (await shell.effects(caseId)).flatMap((it) =>
        'nudge' in it && it.nudge === 'return_changed' ? [`${it.kind} ${it.to} ${it.day}`] : [],
      );
    accepted(await sendReturn(shell.deps, { ...police(), result: 'held', form }));
    accepted(await sendReturn(shell.deps, { ...police(), result: 'held', form: { ...form, actionTaken: 'More.' } }));
    expect(await told()).toEqual([]);
    shell.on('2026-03-12');
    const colleague = { ...police(), person: shell.who('depu-ty') };
    const view = accepted(
      await sendReturn(shell.deps, { ...colleague, result: 'held', form: { actionTaken: 'None.' } }),
    );
    expect(await told()).toEqual(['mail ines-pector 2026-03-12', 'message cora-spoc 2026-03-12']);
    const { answer } = view.review.requests.find((it) => it.agency === 'Invented Police') ?? {};
    expect(answer).toMatchObject({ firstBy: { person: 'ines-pector' }, by: { person: 'depu-ty' }, amended: true });
    // Back again: now the colleague is the one whose answer was changed.
    accepted(await sendReturn(shell.deps, { ...police(), result: 'held', form }));
    expect((await told()).slice(2)).toEqual(['mail depu-ty 2026-03-12', 'message cora-spoc 2026-03-12']);
  });

  it('notices two colleagues filling in the same form', async () => {
    const version = accepted(await saveReturnDraft(shell.deps, { ...police(), draft: { form }, expectDraft: 0 }));
    expect(version).toBe(1);
    const other = { ...police(), person: shell.who('depu-ty'), draft: { form: {} }, expectDraft: 0 };
    expect(refusalOf(await saveReturnDraft(shell.deps, other)).code).toBe('stale');
  });

  it('sent, becomes the record with its content, and the draft is gone; amended until the pack is issued', async () => {
    accepted(await saveReturnDraft(shell.deps, { ...police(), draft: { result: 'held', form } }));
    accepted(await sendReturn(shell.deps, { ...police(), result: 'held', form }));
    const sent = accepted(await openReturn(shell.deps, police()));
    expect(sent).toMatchObject({ filling: { draft: null }, request: { answer: { result: 'held', detail: form } } });
    const more = { ...form, furtherAction: 'A warning letter.' };
    const view = accepted(await sendReturn(shell.deps, { ...police(), result: 'held', form: more }));
    expect(view.review.requests.find((it) => it.agency === 'Invented Police')?.answer).toMatchObject({ detail: more });
    await act(shell, caseId, '2026-03-12', { act: 'arrangePanel', with: { for: '2026-03-24' } });
    accepted(await issuePack(shell.deps, { caseId, person: shell.who('cora-spoc') }));
    expect(accepted(await openReturn(shell.deps, police())).filling?.readOnly).toBe(true);
    expect(refusalOf(await sendReturn(shell.deps, { ...police(), result: 'held', form })).code).toBe('already_done');
    expect(refusalOf(await saveReturnDraft(shell.deps, { ...police(), draft: { form } })).code).toBe('already_done');
  });

  it('may say why it cannot share, and a text too long is refused at its field', async () => {
    const withheld = { ...police(), result: 'withheld', ground: 'A live investigation.', form: {} } as const;
    expect(
      accepted(await sendReturn(shell.deps, withheld)).told.returns.find((it) => it.agency === 'Invented Police')
        ?.status,
    ).toBe('withheld');
    const huge = { ...police(), result: 'held', form: { behaviour: 'x'.repeat(5000) } } as const;
    expect(refusalOf(await sendReturn(shell.deps, huge))).toMatchObject({ code: 'bad_input', field: 'behaviour' });
  });

  it('is refused to an agency that was not asked, though in the directory', async () => {
    const away = { caseId, kind: 'review', agency: 'away', person: shell.who('indy-chair') } as const;
    expect(refusalOf(await nilReturn(shell.deps, away)).code).toBe('unknown_case');
    expect(refusalOf(await nilReturn(shell.deps, { ...away, person: shell.who('lana-lord') })).code).toBe(
      'unknown_agency',
    );
    expect(refusalOf(await openReturn(shell.deps, { ...police(), kind: 'threshold' })).code).toBe('unknown_agency');
  });

  it('looking at it is recorded', async () => {
    accepted(await openReturn(shell.deps, police()));
    expect((await viewsOf(shell.deps.db, caseId)).at(-1)).toMatchObject({
      person: 'ines-pector',
      what: 'return/review/police',
    });
  });
});

describe('a personal link', () => {
  it('opens what it was made for, for its person, until it runs out; the store keeps only a hash', async () => {
    const token = await personalLink(shell.deps, {
      caseId,
      person: 'ines-pector',
      purpose: 'return',
      data: { kind: 'review', agency: 'police' },
      days: 14,
    });
    expect(accepted(await openLink(shell.deps, token))).toMatchObject({
      person: { id: 'ines-pector' },
      caseId,
      purpose: 'return',
      data: { kind: 'review', agency: 'police' },
    });
    expect((await viewsOf(shell.deps.db, caseId)).at(-1)).toMatchObject({
      person: 'ines-pector',
      what: 'link/return',
      outcome: 'shown',
    });
    expect(await shell.everything()).not.toContain(token);
    shell.on('2026-03-26');
    const expired = refusalOf(await openLink(shell.deps, token));
    expect(expired).toEqual(refusalOf(await openLink(shell.deps, 'never-ours')));
    expect(refusalOf(await openLink(shell.deps, 'x'.repeat(100_000))).code).toBe('not_allowed');
  });
});

describe('what was typed into a dialog', () => {
  it('is kept for its person alone, and too much of it is refused', async () => {
    const person = shell.who('cora-spoc');
    accepted(await saveDraft(shell.deps, { person, of: 'application', values: { name: 'Elsie' } }));
    expect(await loadDraft(shell.deps, { person, of: 'application' })).toEqual({ name: 'Elsie' });
    expect(await loadDraft(shell.deps, { person: shell.who('sam-manager'), of: 'application' })).toBeNull();
    const huge = { person, of: 'application', values: { story: 'x'.repeat(20_000) } };
    expect(refusalOf(await saveDraft(shell.deps, huge))).toMatchObject({ field: 'story' });
    expect(await loadDraft(shell.deps, { person, of: 'application' })).toEqual({ name: 'Elsie' });
  });
});
