import { describe, expect, it } from 'vitest';
import { closingCard } from '../../src/cards/closingCard.ts';
import { PROCEDURES, type LetterName, type Procedure } from '../../src/domain/words.ts';
import { ACTION, complaint, met, PANEL, planned, received, THREE, type Playing } from '../policies/support/playing.ts';

const letterOf = (procedure: Procedure): LetterName => (procedure === 'hertsmere' ? 'withdrawal' : 'closing');
const withdrawn = (playing: Playing, on: string, by: 'victim' | 'representative' = 'victim') =>
  playing
    .does(on, 'recordWithdrawal', { by, means: 'phone', words: 'I have had enough of it.' })
    .does(on, 'closeCase', { as: 'withdrawn', reason: 'Withdrawn.' });
const unreached = (procedure: Procedure) =>
  met(procedure)
    .does('2026-04-13', 'contactVictim', { means: 'phone', reached: true })
    .does('2026-04-14', 'contactVictim', { means: 'phone', reached: false })
    .does('2026-04-20', 'contactVictim', { means: 'letter', reached: false })
    .does('2026-04-28', 'contactVictim', { means: 'visit', reached: false })
    .does('2026-04-28', 'closeCase', { as: 'no_contact', reason: 'Nobody could reach her.' });
const completed = (procedure: Procedure) => {
  const playing = met(procedure)
    .does('2026-05-05', 'holdPanel', PANEL)
    .does('2026-05-05', 'agreePlan', {
      actions: [
        ACTION,
        { ...ACTION, id: '2', title: 'Fit a gate' },
        { ...ACTION, id: '3', title: 'Look at an injunction', tellVictim: false },
      ],
      recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'Keep one list.' }],
    });
  return playing
    .sends('2026-05-07', playing.policy.letters.outcome ?? 'outcome')
    .does('2026-06-01', 'reportAction', { action: '1', status: 'done', doneOn: '2026-05-29' })
    .does('2026-06-01', 'reportAction', { action: '2', status: 'no_longer_viable', outcome: 'The wall fell.' })
    .does('2026-06-01', 'reportAction', { action: '3', status: 'done' })
    .does('2026-06-02', 'closeCase', {
      as: 'completed',
      reason: 'The plan is done.',
      approvedBy: [{ name: 'Greta Osric', role: 'head of community safety' }],
    });
};

describe.each(PROCEDURES)('%s: the letter about the closing (STAT-12, STAT-13)', (procedure) => {
  it('says that and when the applicant withdrew, that nothing was decided, and how to apply again', () => {
    const letter = withdrawn(received(procedure), '2026-04-02').letter(letterOf(procedure), '2026-04-07');
    expect(letter).toContain('You told us on Thu 2 April 2026 by telephone that you no longer want the review.');
    expect(letter).toContain('closed as withdrawn on Thu 2 April 2026');
    expect(letter).toContain('The organisations have not decided whether the threshold for a review is met.');
    expect(letter).toContain('you can apply again at any time');
    expect(letter).toContain(
      'If you disagree with how your application was handled, or with how it ended, you can appeal.',
    );
    // A withdrawn case cannot be opened again, nothing was met, and what was said stays with the council.
    expect(letter).not.toMatch(/open the case again|is not met|had enough/);
  });

  it('counts the tries since the victim was last reached, and promises to go on (AMB-C6)', () => {
    const letter = unreached(procedure).letter(letterOf(procedure), '2026-04-29');
    expect(letter).toContain(
      'We tried by telephone on Tue 14 April 2026, by letter on Mon 20 April 2026 and in person on Tue 28 April 2026.',
    );
    expect(letter).toContain('we open the case again where it stopped');
    expect(letter).toContain('The panel did not meet.');
    expect(letter).toContain('If you disagree with the review, or with how it ended, you can appeal.');
  });

  it('tells of a completed case its reason, what was done, what ended otherwise and who has not answered', () => {
    const letter = completed(procedure).letter('closing', '2026-06-03');
    expect(letter).toContain('closed on Tue 2 June 2026. The reason: The plan is done.');
    expect(letter).toContain('- Action: Visit the neighbour. Done on Fri 29 May 2026.');
    expect(letter).toContain('- Action: Fit a gate. It was no longer possible, or no longer needed.');
    expect(letter).toContain('- Invented Homes has not answered the recommendation: Keep one list.');
    expect(letter).toContain('1 action of the plan cannot be listed here');
    expect(letter).not.toMatch(/injunction|The wall fell|withdrawn/);
    expect(letter.includes('you can still count on a call to ask how things are by Wed 5 August 2026')).toBe(
      procedure === 'shropshire',
    );
  });

  it('names the other case and what it holds, and what it does not', () => {
    const four = [...THREE, complaint('d', '2026-03-20')];
    const playing = received(procedure, { complaints: four }).does('2026-04-01', 'closeCase', {
      as: 'duplicate',
      reason: 'It is there already.',
      of: 'TBC-2026-0007',
      covers: ['a', 'b'],
    });
    const letter = playing.letter('closing', '2026-04-02');
    expect(letter).toContain(
      'because the incidents of Mon 12 January 2026 and Tue 10 February 2026 are dealt with in another case, TBC-2026-0007.',
    );
    expect(letter).toContain('The incidents of Tue 10 March 2026 and Fri 20 March 2026 stand in no other case.');
  });
});

it('speaks of the victim where somebody applied for them', () => {
  const applicant = { name: 'Corin Adair', role: 'representative', kind: 'individual' } as const;
  const said = (by: 'victim' | 'representative') =>
    withdrawn(received('warwickshire', { applicant }), '2026-04-02', by).letter('closing', '2026-04-07');
  expect(said('representative')).toContain('You told us on Thu 2 April 2026');
  expect(said('victim')).toContain(
    'The victim told us on Thu 2 April 2026 by telephone that the review is no longer wanted.',
  );
});

describe('the closing card', () => {
  const card = (playing: Playing, on: string) => JSON.stringify(closingCard(playing.view(on)));

  it('claims no date that was not kept: closed on the sixth day with nothing done, it speaks of none', () => {
    const early = card(withdrawn(received('warwickshire'), '2026-04-02'), '2026-04-02');
    expect(early).not.toMatch(/kept|date/);
    expect(early).toContain('The applicant is still to be told when and why the case was closed.');
  });

  it('counts those that were kept, and names those that were not with both days', () => {
    const kept = withdrawn(met('llr'), '2026-04-14');
    expect(card(kept, '2026-04-14')).toContain('2 dates of the procedure kept, none missed or met late.');
    const late = withdrawn(received('llr').sends('2026-04-08', 'Letter 1'), '2026-04-14');
    expect(card(late, '2026-04-14')).toMatch(
      /1 date of the procedure passed or met late: .*due Tue 7 April 2026, done Wed 8 April 2026/,
    );
  });

  it('says who approved it, what was not answered and, once the letter has gone, that nothing more is written here', () => {
    const playing = completed('llr');
    expect(card(playing, '2026-06-02')).toContain('Approved by Greta Osric.');
    expect(card(playing, '2026-06-02')).toContain('1 recommendation: 0 accepted, 1 not answered so far.');
    expect(card(playing.sends('2026-06-03', 'closing'), '2026-06-03')).toContain('This channel becomes read-only.');
  });

  it('never says that the threshold was not met where nobody decided so, as an earlier release let a case be closed', () => {
    const playing = received('llr');
    if (!playing.review) throw new Error('no case');
    const closed = { on: '2026-04-02', as: 'not_met', reason: 'Dealt with.' } as const;
    playing.review = { ...playing.review, stage: 'closed', closed };
    expect(card(playing, '2026-04-02')).toContain('without a decision on the threshold');
    expect(card(playing, '2026-04-02')).not.toContain('threshold not met');
  });
});

it('a plan with an open action is not closed, so the letter never tells of one (HER-10.6)', () => {
  const playing = planned('hertsmere');
  expect(playing.tries('2026-05-06', 'closeCase', { as: 'completed', reason: 'x' })?.code).toBe('open_actions');
});
