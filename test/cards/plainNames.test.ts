import { describe, expect, it } from 'vitest';
import { drawForm } from '../../src/cards/forms/draw.ts';
import { FORMS } from '../../src/cards/forms/index.ts';
import { refusalErrors } from '../../src/cards/forms/submit.ts';
import { mailFor } from '../../src/cards/mailFor.ts';
import { messageFor } from '../../src/cards/messageFor.ts';
import { stepActions } from '../../src/cards/stepWords.ts';
import { citation } from '../../src/cards/citation.ts';
import type { Matter, MessageWhy } from '../../src/domain/effects.ts';
import { LETTERS } from '../../src/domain/words.ts';
import { roleOf } from '../../src/documents/procedureWords.ts';
import { LETTER_WORDS } from '../../src/documents/plainWords.ts';
import { PROCEDURES } from '../../src/domain/words.ts';
import { policyFor } from '../../src/policies/registry.ts';
import { resolvePolicy } from '../../src/domain/policy.ts';
import { cardSamples } from '../support/cardSamples.ts';
import { viewOn } from '../support/caseFixtures.ts';
import { contextOf, dialogSamples } from './forms/samples.ts';

/** What only we call things: capabilities, readings, rule ids, words with underscores, ids of recommendations, days as stored. */
const INTERNAL =
  /capability|\b(AMB|STAT|HER|LLR|WAR|STF|SHR)-[A-Z]?\d|\b[a-z]+_[a-z_]+\b|\br\d+\b|\b20\d{2}-\d{2}-\d{2}\b|\b[a-z]+[A-Z][a-z]+\b/;

/** Every text of a card that a person sees or hears: not its data, ids, values or links. */
function seen(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) node.forEach((one) => seen(one, found));
  else if (node !== null && typeof node === 'object')
    for (const [key, value] of Object.entries(node)) {
      if (key === 'data' || key === 'msteams') continue;
      // The label of a fact is its title, and what it says its value; the value of an input or choice is ours.
      const says = [
        'text',
        'title',
        'label',
        'placeholder',
        'errorMessage',
        'fallbackText',
        'speak',
        'altText',
      ].includes(key);
      const fact = key === 'value' && facts.has(node);
      if (typeof value === 'string' ? says || fact : false) found.push(value as string);
      seen(value, found);
    }
  return found;
}
/** A fact's value is read; a choice's is not. Both are title and value, but facts stand in a FactSet. */
let facts = new WeakSet<object>();
function markFacts(node: unknown): void {
  if (Array.isArray(node)) node.forEach(markFacts);
  else if (node !== null && typeof node === 'object') {
    const it = node as Record<string, unknown>;
    if (Array.isArray(it['facts'])) for (const fact of it['facts']) facts.add(fact as object);
    Object.values(it).forEach(markFacts);
  }
}
function wrong(card: unknown): string[] {
  facts = new WeakSet();
  markFacts(card);
  const all = seen(card);
  expect(all.length).toBeGreaterThan(1);
  return all.filter((text) => INTERNAL.test(text));
}

describe('nobody is shown a name that only we use', () => {
  it.each(Object.entries(cardSamples()))('on the card %s', (_name, card) => {
    expect(wrong(card)).toEqual([]);
  });

  it.each(Object.entries(dialogSamples()))('in the dialog %s', (_name, { title, card }) => {
    expect(wrong([{ title }, card])).toEqual([]);
  });

  const moments = ['2026-08-19', '2026-08-27', '2026-09-03', '2026-09-08', '2026-09-17', '2026-09-23', '2026-11-17'];
  it.each(moments)('in “More” on %s, nor on a step’s button, which is never cut', (day) => {
    const ctx = contextOf('more');
    const view = viewOn(day);
    const drawn = drawForm(FORMS.more, { ...ctx, today: day, view, params: { ...ctx.params, v: view.version } }, {});
    expect(wrong([{ title: drawn.title }, drawn.card])).toEqual([]);
    for (const step of view.steps) {
      expect(step.words).not.toMatch(INTERNAL);
      for (const button of stepActions(view, step)) expect(button['title']).not.toMatch(/…|:/);
    }
  });

  const views = moments.map((day) => viewOn(day));
  const matters: Matter[] = [
    { is: 'case' },
    { is: 'panel' },
    { is: 'meeting' },
    { is: 'closing' },
    { is: 'action', action: '1' },
    { is: 'action', action: '2' },
    { is: 'action', action: '3' },
    { is: 'request', returnKind: 'review', agency: 'police' },
    { is: 'request', returnKind: 'review', agency: 'homes' },
    { is: 'trouble', of: 'mail/x' },
  ];
  const whys: MessageWhy[] = [
    'asked',
    'before_due',
    'due_today',
    'overdue',
    'chase',
    'chase_ended',
    'ladder',
    'update_due',
    'target_passed',
    'assigned',
    'partners_told',
    'circulated',
    'undeliverable',
    'high_risk',
    'danger_now',
  ];
  it.each(whys)('in e-mails and messages of the kind %s', (nudge) => {
    for (const view of views)
      for (const matter of matters)
        for (const to of ['cora-spoc', 'sam-manager', 'ines-pector', 'lana-lord', 'super-intend']) {
          const day = view.today;
          const about = { key: 'k', lane: 'l', caseId: view.reference, to, matter, nudge, day } as const;
          const mail = mailFor([{ effect: { kind: 'mail', ...about }, view, link: 'https://convene.example/form/x' }]);
          expect(mail?.subject).toMatch(/^ASB case review HBC-2026-0007: \S/);
          expect(mail?.text.replaceAll('https://convene.example/form/x', '')).not.toMatch(INTERNAL);
          expect(messageFor({ effect: { kind: 'message', ...about }, view }).text).not.toMatch(INTERNAL);
        }
  });

  it('at the head of a letter’s dialog, whatever the procedure calls the letter', () => {
    for (const procedure of PROCEDURES) {
      const policy = resolvePolicy(policyFor(procedure), {});
      const view = { ...viewOn('2026-09-23'), policy };
      for (const name of LETTERS) {
        const ctx = contextOf(
          'letter',
          {},
          { view, params: { dialog: 'letter', caseId: view.reference, letter: name } },
        );
        expect(FORMS.letter.title(ctx)).not.toMatch(INTERNAL);
        expect(LETTER_WORDS[roleOf(view, name)]).not.toMatch(INTERNAL);
      }
    }
  });
});

describe('a refusal cites what is printed, or nothing', () => {
  const { policy } = viewOn('2026-09-23');
  it('a section of the procedure, a section of the Act, and neither for a reading or a rule of our own', () => {
    expect(citation('HER-2.3', policy)).toBe('section 5 of the procedure');
    expect(citation('STAT-3', policy)).toBe('section 104(4) of the 2014 Act');
    expect(citation('STAT-10', policy)).toBe('paragraph 7 of Schedule 4 to the 2014 Act');
    for (const rule of ['AMB-B6', 'capability 50', 'STAT-12', 'LLR-1.1']) expect(citation(rule, policy)).toBeNull();
    const shropshire = resolvePolicy(policyFor('shropshire'), {});
    expect(citation('SHR-1.1', shropshire)).toBe('“Who can use” in the procedure');
  });
  it('at the field it is about', () => {
    const ctx = contextOf('decline');
    const told = (rule: string) =>
      Object.values(
        refusalErrors(FORMS.decline, ctx, {}, { code: 'bad_input', rule, text: 'A second person must approve.' }),
      );
    expect(told('AMB-B6')).toEqual(['A second person must approve.']);
    expect(told('HER-1.4')).toEqual(['A second person must approve (section 9 of the procedure).']);
  });
});
