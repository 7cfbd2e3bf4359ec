import { describe, expect, it } from 'vitest';
import { mailFor } from '../../src/cards/mailFor.ts';
import { messageFor } from '../../src/cards/messageFor.ts';
import type { Matter, MessageWhy } from '../../src/domain/effects.ts';
import { viewOn } from '../support/caseFixtures.ts';
import { nastyStory } from '../support/nasty.ts';

const about = (to: string, matter: Matter, nudge: MessageWhy, day: string, step?: number) => ({
  key: 'k',
  lane: 'l',
  caseId: 'HBC-2026-0007',
  to,
  matter,
  nudge,
  day,
  ...(step === undefined ? {} : { step }),
});
const message = (to: string, matter: Matter, nudge: MessageWhy, day: string, step?: number) =>
  messageFor({ kind: 'message', ...about(to, matter, nudge, day, step) }, viewOn(day));
const mail = (to: string, matter: Matter, nudge: MessageWhy, day: string, link: string | null = null) =>
  mailFor({ kind: 'mail', ...about(to, matter, nudge, day) }, viewOn(day), link);
const action = (id: string): Matter => ({ is: 'action', action: id });
const police: Matter = { is: 'request', returnKind: 'review', agency: 'police' };

describe('a short message', () => {
  it('reminds the owner on the day, and names no title before the fold', () => {
    const { text, mentions } = message('odd-fellow', action('1'), 'due_today', '2026-09-30');
    expect(text.split('\n\n')[0]).toBe('**HBC-2026-0007**: An action of yours is due on Fri 2 October 2026.');
    expect(text).toContain('Fit a second lock');
    expect(mentions).toEqual([]);
  });
  it('mentions somebody who has no chat', () => {
    const { text, mentions } = message('lana-lord', action('2'), 'overdue', '2026-10-19', 0);
    expect(mentions.map((person) => person.id)).toEqual(['lana-lord']);
    expect(
      text.startsWith('<at>Lana Lord</at> **HBC-2026-0007**: An action of yours was due on Fri 16 October 2026'),
    ).toBe(true);
    expect(text).toContain('If nothing is heard: your line manager on Mon 9 November 2026');
  });
  it('tells a manager why they are told and what the owner said (HER-10.3)', () => {
    const { text } = message('homer-head', action('2'), 'ladder', '2026-11-09', 1);
    expect(text).toContain('Owner: Lana Lord, Invented Homes');
    expect(text).toContain('Nobody was at home twice.');
    expect(text).toContain('The procedure asks us to tell you');
  });
  it('tells the partners the outcome of an action that is no longer possible (HER-10.7)', () => {
    expect(message('sam-manager', action('3'), 'partners_told', '2026-11-18').text).toContain(
      'What came of it: The household has moved away.',
    );
  });
  it('tells whose answer was changed by a colleague which one, by whom and when, and no word of it', () => {
    const view = viewOn('2026-09-02');
    const by = { person: 'depu-ty', name: 'Depu Ty', agency: 'Invented Police' };
    const requests = view.review.requests.map((it) =>
      it.agency === 'Invented Police' && it.answer
        ? { ...it, answer: { ...it.answer, by, amended: true as const } }
        : it,
    );
    const changed = { ...view, review: { ...view.review, requests } };
    const matter = { is: 'request', returnKind: 'review', agency: 'police' } as const;
    const say = { kind: 'message', ...about('cora-spoc', matter, 'return_changed', '2026-09-02') } as const;
    const { text } = messageFor(say, changed);
    expect(text).toMatch(/^\*\*HBC-2026-0007\*\*: An answer in this case was changed by somebody else/);
    expect(text).toContain('answered for Invented Police. Depu Ty sent it anew on Tue 1 September 2026.');
    expect(text).not.toMatch(/Two visits|undefined/);
  });
  it('tells the coordinator which date has passed', () => {
    const { text } = message('cora-spoc', { is: 'case' }, 'overdue', '2026-10-01');
    expect(text).toContain('A date of the procedure');
  });
  it('escapes what people wrote', () => {
    const { events, partnership } = nastyStory('[x](http://a) <at>All</at>');
    const view = viewOn('2026-11-18', { partnership }, events);
    const { text } = messageFor(
      { kind: 'message', ...about('sam-manager', action('3'), 'partners_told', '2026-11-18') },
      view,
    );
    expect(text).toContain('\\[x\\](http://a)');
    expect(text.match(/<at>/g)?.length ?? 0).toBe(0);
  });
});

describe('an e-mail', () => {
  it('has the reference alone as its subject and the personal link in both its forms', () => {
    const it = mail('ines-pector', police, 'asked', '2026-08-28', 'https://convene.example/form/abc');
    expect(it.subject).toBe('HBC-2026-0007');
    expect(it.text).toContain('Fill in the form: https://convene.example/form/abc');
    expect(it.html).toContain('<a href="https://convene.example/form/abc"');
    expect(it.html).toContain('<html lang="en">');
    expect(it.text).toContain('Anti-social Behaviour, Crime and Policing Act 2014');
  });
  it('names neither the victim nor anybody’s health', () => {
    for (const day of ['2026-08-28', '2026-09-02', '2026-09-16']) {
      const it = mail('ines-pector', police, 'chase', day, 'https://convene.example/form/abc');
      expect(it.html + it.text).not.toMatch(/Wren|Tallow|health/i);
    }
  });
  it('writes to the senior contact without a link', () => {
    const it = mail('super-intend', police, 'chase', '2026-08-31', 'https://convene.example/form/abc');
    expect(it.text).toContain('You are written to as the senior contact.');
    expect(it.html).not.toContain('href');
  });
  it('turns no text of people into HTML', () => {
    const { events, partnership } = nastyStory('<script>alert(1)</script>"\'&');
    const view = viewOn('2026-11-17', { partnership }, events);
    const it = mailFor(
      { kind: 'mail', ...about('lana-lord', action('2'), 'ladder', '2026-11-17') },
      view,
      'https://a.example/?x="><b>',
    );
    expect(it.html).not.toMatch(/<script|"><b>/);
  });
});
