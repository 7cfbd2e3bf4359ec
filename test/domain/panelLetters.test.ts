import { describe, expect, it } from 'vitest';
import { nudgeWords } from '../../src/cards/nudges/nudgeWords.ts';
import { fileFor } from '../../src/documents/fileFor.ts';
import type { CaseEvent, CaseReview } from '../../src/domain/caseReview.ts';
import { effectsOf } from '../../src/domain/effectsOf.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { guard } from '../../src/domain/guards.ts';
import { strFromU8, unzipSync } from 'fflate';
import { REFERENCE, viewOn } from '../support/caseFixtures.ts';
import { STORY } from '../support/caseStory.ts';

const MEMBERS = ['cora-spoc', 'sam-manager', 'ines-pector', 'lana-lord', 'indy-chair', 'hal-thorne'];
const DRAFT =
  'Draft of the decision letter, for the panel\n\nDear panel member,\n\nThe outcome of your review\n\n1. Fit a second lock.';
const sent = (letter: 'planDraft' | 'minutes', draft: string): CaseEvent => ({
  type: 'letterSent',
  act: 'sendLetter',
  on: '2026-09-23',
  with: { letter, by: 'email' },
  detail: { draft },
});
/** The case after the plan, with one more letter, and what goes out because of it. */
function after(event: CaseEvent) {
  const past = STORY.filter((it) => it.on <= '2026-09-22');
  const { review: before, partnership } = viewOn('2026-09-22');
  const review: CaseReview = evolve(before, event, before);
  const effects = effectsOf({ before, after: review, events: [event], version: past.length + 1, partnership });
  return { effects, view: viewOn('2026-09-23', {}, [...past, event]) };
}

describe('the draft of the decision letter (SHR-4.1)', () => {
  it('is filed word for word, and each member of the panel is written to, without a word of it', async () => {
    const { effects, view } = after(sent('planDraft', DRAFT));
    expect(effects.filter((it) => it.kind === 'fileDocument')).toMatchObject([{ document: 'letterDraft' }]);
    const mails = effects.flatMap((it) => (it.kind === 'mail' ? [it] : []));
    expect(mails.map((it) => it.to).sort()).toEqual([...MEMBERS].sort());
    const first = mails[0];
    if (!first) throw new Error('no mail');
    const said = JSON.stringify(nudgeWords(first, view));
    expect(said).toContain('draft of the decision letter is ready');
    expect(said).not.toMatch(/lock|Wren/);
    const { name, content } = await fileFor('letterDraft', view);
    expect(name).toBe(`${REFERENCE} letterDraft.docx`);
    expect(strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array())).toContain('Fit a second lock.');
  });
  it('is not marked as shared without words, nor where no member of the panel is on record', () => {
    const { review, partnership } = viewOn('2026-09-22');
    const share = (draft: string, of: CaseReview) =>
      guard(
        { act: 'sendLetter', on: '2026-09-23', with: { letter: 'planDraft', by: 'email' }, detail: { draft } },
        of,
        partnership,
      );
    expect(share(DRAFT, review)).toBeNull();
    expect(share(' ', review)).toMatchObject({ code: 'bad_input', field: 'draft' });
    const { panelArranged: _arranged, panelHeld: _held, ...rest } = review;
    expect(share(DRAFT, { ...rest, stage: 'review' })).toMatchObject({ code: 'not_yet' });
  });
});

describe('minutes and plan', () => {
  it('go to the panel with the covering words as the coordinator changed them', () => {
    const words =
      'Minutes and action plan of the panel\n\nOur reference: X\n\nDear panel member,\n\nRead page two first.';
    const { effects, view } = after(sent('minutes', words));
    const mail = effects.find((it) => it.kind === 'mail');
    if (mail?.kind !== 'mail') throw new Error('no mail');
    expect(nudgeWords(mail, view).details).toEqual(['Read page two first.']);
  });
});
