import { describe, expect, it } from 'vitest';
import { cardFor } from '../../src/cards/cardFor.ts';
import type { CaseEvent } from '../../src/domain/caseReview.ts';
import { viewOn } from '../support/caseFixtures.ts';
import { STORY } from '../support/caseStory.ts';
import { someone } from '../support/partnership.ts';
import { caseCard } from '../../src/cards/caseCard.ts';

const closingSent = (on: string): CaseEvent => ({
  type: 'letterSent',
  act: 'sendLetter',
  on,
  with: { letter: 'closing', by: 'email' },
});
const on = (day: string) => JSON.stringify(cardFor({ is: 'case' }, viewOn(day))?.card);

describe('the case card', () => {
  it('tells each complaint counted or not and why (HER-2.4): the fourth was reported after Sun 31 May 2026', () => {
    const card = on('2026-08-19');
    expect(card).toContain('**Complaint 1** · Tue 2 June 2026');
    expect(card).toContain('Not counted: reported late. The last day to report it was Sun 31 May 2026.');
    expect(card).toContain('3 complaints count. The threshold must be found met.');
  });
  it('names every running date with the days left and a press that explains it (HER-3.4: 14 working days)', () => {
    const card = on('2026-08-19');
    expect(card).toContain('Mon 7 September 2026 (12 working days left)');
    expect(card).toContain('"dialog":"explain","caseId":"HBC-2026-0007","v":2,"clock":"HER.met"');
  });
  it('lists who owes a form first, then who answered, late marked late (HER-5.1)', () => {
    const card = on('2026-09-04');
    const order = ['Invented Health', 'Invented Homes', 'Nonesuch Borough Council', 'Invented Police'];
    const places = order.map((name) => card.indexOf(`**${name}**`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(card).toContain('Cannot share: answered Fri 4 September 2026, late');
    expect(card).toContain('Owed since Wed 2 September 2026 (2 working days overdue)');
  });
  it('shows the risk band and the way of being heard, no more', () => {
    const card = on('2026-09-03');
    expect(card).toContain('Medium (assessed Wed 2 September 2026)');
    expect(card).toContain('comes to the open part of the meeting');
    expect(card).not.toMatch(/Wren|Known to the team|Intelligence/);
  });
  it('shows the invitees’ replies, and the victim without a name', () => {
    const card = on('2026-09-08');
    expect(card).toMatch(/\*\*Hal Thorne\*\*[^}]*\},\{[^}]*Cannot come/);
    expect(card).toContain('**The victim** · open part only');
  });
  it('shows open actions first, with the overdue one in words', () => {
    expect(on('2026-10-21')).toContain(
      'Was due Fri 16 October 2026 (3 working days overdue). The owner has explained a delay.',
    );
  });
  it('offers a viewer their own next step, and everybody else’s card none of it', () => {
    const view = viewOn('2026-09-03');
    expect(JSON.stringify(caseCard(view, someone('lana-lord')))).toContain('"dialog":"return"');
    expect(on('2026-09-03')).not.toContain('"dialog":"return"');
  });
  it('keeps its buttons in the channel until the applicant is told of the closing, and then has none, whatever is still owed (STAT-13)', () => {
    const owed = JSON.stringify(caseCard(viewOn('2026-11-20')));
    expect(owed).toContain('Closed on Fri 20 November 2026: completed');
    expect(owed).toContain('"dialog":"letter"');
    expect(owed).toContain('"letter":"closing"');
    const view = viewOn('2026-11-27', {}, [...STORY, closingSent('2026-11-27')]);
    const told = JSON.stringify(caseCard({ ...view, steps: viewOn('2026-11-20').steps }));
    expect(told).not.toContain('task/fetch');
    expect(told).toContain('This channel is read-only.');
    expect(JSON.stringify(caseCard(view, someone('cora-spoc')))).toContain('"dialog":"more"');
  });
});
