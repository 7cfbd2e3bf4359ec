import { describe, expect, it } from 'vitest';
import { mailFor, type Mail, type MailItem } from '../../src/cards/mailFor.ts';
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
  messageFor({ effect: { kind: 'message', ...about(to, matter, nudge, day, step) }, view: viewOn(day) });
const mail = (to: string, matter: Matter, nudge: MessageWhy, day: string, link: string | null = null) =>
  written([{ effect: { kind: 'mail', ...about(to, matter, nudge, day) }, view: viewOn(day), link }]);
const written = (items: MailItem[]): Mail => {
  const it = mailFor(items);
  if (it === null) throw new Error('nothing was written');
  return it;
};
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
    const { text } = messageFor({ effect: say, view: changed });
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
    const { text } = messageFor({
      effect: { kind: 'message', ...about('sam-manager', action('3'), 'partners_told', '2026-11-18') },
      view,
    });
    expect(text).toContain('\\[x\\](http://a)');
    expect(text.match(/<at>/g)?.length ?? 0).toBe(0);
  });
});

describe('an e-mail', () => {
  it('says in its subject what it is about and not whom, and has the personal link in both its forms', () => {
    const it = mail('ines-pector', police, 'asked', '2026-08-28', 'https://convene.example/form/abc');
    expect(it.subject).toBe('ASB case review HBC-2026-0007: form due Wed 2 September 2026');
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
    const it = written([
      {
        effect: { kind: 'mail', ...about('lana-lord', action('2'), 'ladder', '2026-11-17') },
        view,
        link: 'https://a.example/?x="><b>',
      },
    ]);
    expect(it.html).not.toMatch(/<script|"><b>/);
  });

  it('about several things says so in its subject, and has each with its case, its words and its own link', () => {
    const item = (matter: Matter, nudge: MessageWhy, caseId: string, link: string | null): MailItem => ({
      effect: { kind: 'mail', ...about('ines-pector', matter, nudge, '2026-08-31'), caseId },
      view: { ...viewOn('2026-08-31'), reference: caseId },
      link,
    });
    const it = written([
      item(police, 'before_due', 'HBC-2026-0007', 'https://convene.example/form/one'),
      item(police, 'before_due', 'HBC-2026-0008', 'https://convene.example/form/two'),
      item({ is: 'case' }, 'before_due', 'HBC-2026-0008', null),
    ]);
    expect(it.subject).toBe('ASB case reviews: 3 messages about 2 cases');
    expect(it.text).toContain('Fill in the form (HBC-2026-0007): https://convene.example/form/one');
    expect(it.text).toContain('Fill in the form (HBC-2026-0008): https://convene.example/form/two');
    expect(it.html.match(/<h2/g)).toHaveLength(3);
    expect(it.subject + it.html).not.toMatch(/Wren|Tallow/);
  });

  it.each([
    ['asked', police, '2026-08-28', 'form due Wed 2 September 2026'],
    ['due_today', police, '2026-09-02', 'form due today'],
    ['assigned', action('2'), '2026-09-23', 'action due Fri 16 October 2026'],
    ['ladder', action('2'), '2026-11-09', 'action was due Fri 16 October 2026'],
    ['partners_told', action('3'), '2026-11-18', 'an action has ended'],
    ['circulated', { is: 'meeting' }, '2026-09-23', 'minutes and action plan'],
    ['high_risk', { is: 'case' }, '2026-09-03', 'urgent, please read now'],
    ['danger_now', police, '2026-09-01', 'urgent, please read now'],
    ['update_due', { is: 'case' }, '2026-09-03', 'an update is owed'],
  ] as [MessageWhy, Matter, string, string][])(
    '%s: its subject is about the thing, never the person',
    (why, matter, day, words) => {
      expect(mail('lana-lord', matter, why, day).subject).toBe(`ASB case review HBC-2026-0007: ${words}`);
    },
  );
});

describe('a chaser', () => {
  const chased = (to: string, step: number) => message(to, police, 'chase', '2026-08-31', step).text;
  it('says its number, then who else hears, and at last that it is the last (AMB-C4)', () => {
    expect(chased('ines-pector', 1)).toContain('This is reminder 1 of 5.');
    expect(chased('ines-pector', 1)).not.toContain('senior contact');
    expect(chased('depu-ty', 2)).toContain('It goes to all of your organisation who answer such forms.');
    expect(chased('ines-pector', 3)).toContain('Its senior contact is written to as well.');
    expect(chased('ines-pector', 4)).not.toContain('the last');
    expect(chased('ines-pector', 5)).toContain('It is the last: without an answer we put on record that none came.');
    expect(chased('super-intend', 3)).toContain('You are written to as the senior contact.');
    expect(chased('super-intend', 5)).toContain('for the last time');
  });
  it('names no senior contact where the directory has none; the coordinator who hears instead is told why', () => {
    const homes: Matter = { is: 'request', returnKind: 'review', agency: 'homes' };
    expect(message('lana-lord', homes, 'chase', '2026-09-01', 3).text).not.toContain('senior contact');
    const { text } = message('cora-spoc', homes, 'chase', '2026-09-01', 3);
    expect(text).toContain('the directory names no senior contact there');
    expect(text).not.toContain('You are written to as the senior contact');
  });
  it('after the last the coordinator gets one word that it is on record and that none follows', () => {
    const { text } = message('cora-spoc', police, 'chase_ended', '2026-08-31');
    expect(text).toContain('Invented Police has answered none of 5 reminders');
    expect(text).toContain('no more reminders go out');
  });
});
