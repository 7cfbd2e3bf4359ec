import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../../src/calendar/isoDate.ts';
import type { Act, With } from '../../src/domain/acts.ts';
import type { CaseReview } from '../../src/domain/caseReview.ts';
import { countComplaints } from '../../src/domain/qualifyingComplaints.ts';
import { tellThreshold } from '../../src/domain/threshold.ts';
import { PROCEDURES, type ClosedAs, type Procedure } from '../../src/domain/words.ts';
import { ACTION, complaint, met, PANEL, planned, type Playing, received, THREE } from '../policies/support/playing.ts';

type Move = { [A in Act]: { act: A; with: With<A> } }[Act];
const move = <A extends Act>(act: A, carried: With<A>): Move => ({ act, with: carried }) as unknown as Move;
const BODIES: With<'decideThreshold'>['bodies'] = ['council', 'police'];
const decides = (result: With<'decideThreshold'>['result']): Move =>
  move('decideThreshold', { result, bodies: BODIES, reasons: 'As the record has it.' });
const tries = (means: With<'contactVictim'>['means'], reached: boolean): Move =>
  move('contactVictim', { means, reached });
const APPROVED = { approvedBy: [{ name: 'Greta Osric', role: 'head of community safety' }] };

/** Everything that may lead to an ending or away from one. Letters go by every name, so that each procedure's own is among them. */
const MOVES: Move[] = [
  ...(['not_met', 'met', 'met_discretion'] as const).map(decides),
  move('declineApplication', { reason: 'vexatious', text: 'Settled before.', approvedBy: [] }),
  move('declineApplication', { reason: 'court', text: 'A court has ruled.', approvedBy: [] }),
  ...(['Letter 2b', 'Letter 3', 'CT3', 'threshold', 'outcome', 'closing', 'withdrawal'] as const).map((letter) =>
    move('sendLetter', { letter, by: 'email' }),
  ),
  move('assessRisk', { stage: 'before_threshold', level: 'medium' }),
  move('assessRisk', { stage: 'review', level: 'high' }),
  move('holdPanel', PANEL),
  move('agreePlan', { actions: [ACTION] }),
  move('agreePlan', { actions: [], recommendations: [{ id: 'r1', to: 'Invented Homes', text: 'Keep one list.' }] }),
  move('reportAction', { action: '1', status: 'done' }),
  move('amendComplaints', { complaints: [complaint('x', '2026-03-20')] }),
  tries('phone', false),
  tries('letter', false),
  tries('phone', true),
  move('recordWithdrawal', { by: 'victim', means: 'phone' }),
  move('followUp', { result: 'not_satisfied', next: 'further_review' }),
];
const COVERS = [['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'x']];
const anyMove = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...MOVES) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        as: fc.constantFrom<ClosedAs>('completed', 'not_met', 'withdrawn', 'no_contact', 'refused', 'duplicate'),
        covers: fc.constantFrom(...COVERS),
        seconded: fc.boolean(),
      })
      .map(({ as, covers, seconded }) =>
        move('closeCase', {
          as,
          reason: 'It is at its end.',
          ...(as === 'duplicate' ? { of: 'TBC-2026-0002', covers } : {}),
          ...(seconded ? APPROVED : {}),
        }),
      ),
  },
);

const reaches = (review: CaseReview, { policy }: Playing, complaints = review.complaints): boolean => {
  const file = { ...review, complaints };
  const { route, floorMet } = tellThreshold(file, policy, countComplaints(file, policy));
  return floorMet || route === 'A' || route === 'B';
};

/** What the record must hold for each ending, read off it anew. `refusedBelow`: nobody said no while the count was reached. */
function isLawful(review: CaseReview, playing: Playing, refusedBelow: boolean): boolean {
  const { closed, panelHeld, planAgreedOn, letters, contacts, withdrawal, complaints } = review;
  const { outcome, not_met } = playing.policy.letters;
  switch (closed?.as) {
    case 'completed':
      return panelHeld !== undefined && planAgreedOn !== undefined && letters.some((it) => it.letter === outcome);
    case 'not_met':
    case 'refused':
      return refusedBelow && letters.some((it) => it.letter === not_met);
    case 'withdrawn':
      return withdrawal !== undefined;
    case 'no_contact':
      return contacts.slice(-3).length === 3 && contacts.slice(-3).every((it) => !it.reached);
    case 'duplicate':
      return !reaches(
        review,
        playing,
        complaints.filter((it) => closed?.covers?.includes(it.ref) !== true),
      );
    default:
      return true;
  }
}

interface Run {
  playing: Playing;
  refusedBelow: boolean;
}
/** Where a run begins: with one to three complaints just received, found met, or at its plan. */
const STARTS = [1, 2, 3, 'met', 'planned'] as const;
type Start = (typeof STARTS)[number];
function started(procedure: Procedure, from: Start): Playing {
  if (from === 'met') return met(procedure);
  return from === 'planned' ? planned(procedure) : received(procedure, { complaints: THREE.slice(0, from) });
}

function run(procedure: Procedure, from: Start, moves: { move: Move; gap: number }[]): Run {
  const playing = started(procedure, from);
  let refusedBelow = true;
  let on: Day = typeof from === 'number' ? '2026-03-27' : '2026-05-05';
  for (const { move: next, gap } of moves) {
    on = addDays(on, gap);
    const reached = playing.review !== null && reaches(playing.review, playing);
    const stood = playing.tries(on, next.act, next.with) === null;
    const saidNo =
      next.act === 'declineApplication' || (next.act === 'decideThreshold' && next.with.result === 'not_met');
    if (stood && saidNo && reached) refusedBelow = false;
    if (playing.review?.closed) break;
  }
  return { playing, refusedBelow };
}

it('STAT-3, STAT-13: whatever is done in whatever order, no case ends with the count or the floor reached but lawfully, and none with an action open', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...PROCEDURES),
      fc.constantFrom(...STARTS),
      fc.array(fc.record({ move: anyMove, gap: fc.integer({ min: 0, max: 8 }) }), { minLength: 4, maxLength: 40 }),
      (procedure, from, moves) => {
        const { playing, refusedBelow } = run(procedure, from, moves);
        const { review } = playing;
        if (review?.closed === undefined) return;
        seen.add(`${review.closed.as}${reaches(review, playing) ? ', count reached' : ''}`);
        expect(review.actions.filter((it) => it.status === 'open')).toEqual([]);
        expect(isLawful(review, playing, refusedBelow), JSON.stringify(review.closed)).toBe(true);
        const unsafe =
          review.risks.at(-1)?.level === 'high' || review.recommendations.some((it) => it.answer === undefined);
        expect(unsafe && review.closed.approvedBy === undefined).toBe(false);
      },
    ),
    { numRuns: 1500, seed: 1305 },
  );
  // The runs are no good if they never come to an end.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'completed, count reached',
      'withdrawn, count reached',
      'duplicate, count reached',
      'no_contact, count reached',
      'not_met',
      'refused',
    ]),
  );
});
