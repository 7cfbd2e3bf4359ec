import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLink, personalLink } from '../../src/operations/links.ts';
import { loadDraft, saveDraft } from '../../src/operations/drafts.ts';
import { issuePack, loadReturn, nilReturn, saveReturnDraft, sendReturn } from '../../src/operations/returns.ts';
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
    const mine = accepted(await loadReturn(shell.deps, police()));
    expect(mine).toMatchObject({
      agency: 'Invented Police',
      draft: { form, savedBy: 'ines-pector' },
      draftVersion: saved,
      readOnly: false,
    });
    const before = await shell.everything();
    for (const id of ['lana-lord', 'hal-thorne', 'sam-manager', 'idle-observer', 'indy-chair']) {
      const theirs = { ...police(), person: shell.who(id) };
      expect(refusalOf(await loadReturn(shell.deps, theirs)).code).toBe('not_allowed');
      expect(refusalOf(await nilReturn(shell.deps, theirs)).code).toBe('not_allowed');
      expect(refusalOf(await saveReturnDraft(shell.deps, { ...theirs, draft: { form: {} } })).code).toBe('not_allowed');
      expect(refusalOf(await sendReturn(shell.deps, { ...theirs, result: 'held', form })).code).toBe('not_allowed');
    }
    expect(await shell.everything()).toBe(before);
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
    const sent = accepted(await loadReturn(shell.deps, police()));
    expect(sent).toMatchObject({ draft: null, request: { answer: { result: 'held', detail: form } } });
    const more = { ...form, furtherAction: 'A warning letter.' };
    const view = accepted(await sendReturn(shell.deps, { ...police(), result: 'held', form: more }));
    expect(view.review.requests.find((it) => it.agency === 'Invented Police')?.answer).toMatchObject({ detail: more });
    await act(shell, caseId, '2026-03-12', { act: 'arrangePanel', with: { for: '2026-03-24' } });
    accepted(await issuePack(shell.deps, { caseId, person: shell.who('cora-spoc') }));
    expect(accepted(await loadReturn(shell.deps, police())).readOnly).toBe(true);
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
    expect(refusalOf(await nilReturn(shell.deps, away)).code).toBe('unknown_agency');
    expect(refusalOf(await loadReturn(shell.deps, { ...police(), kind: 'threshold' })).code).toBe('unknown_agency');
  });

  it('looking at it is recorded', async () => {
    accepted(await loadReturn(shell.deps, police()));
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
