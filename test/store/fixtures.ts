import type { CaseReview } from '../../src/domain/caseReview.ts';
import type { Stage } from '../../src/domain/words.ts';
import { appendEvents, createCase, type NewEvent, type StoredCase } from '../../src/store/cases.ts';
import { inTransaction, type Db } from '../../src/store/database.ts';

/** A reminder as the sweep records it: the smallest event there is. */
export const nudge = (day: string, key: string): NewEvent => ({
  act: 'nudge',
  event: { type: 'nudged', on: day, key, nudge: 'before_due', about: { clock: 'acknowledge' }, to: { role: 'spoc' } },
  actor: null,
  at: `${day}T08:00:00.000Z`,
  day,
});

/** A case file that differs from another only in the nudges it has had. */
export function caseFile(reference: string, nudged: string[], stage: Stage = 'application'): CaseReview {
  const file = {
    reference,
    procedure: 'hertsmere' as const,
    authority: 'nonesuch',
    openedOn: '2026-06-01',
    consents: [],
    complaints: [],
    letters: [],
    requests: [],
    risks: [],
    decisions: [],
    extensions: [],
    contacts: [],
    invitations: [],
    actions: [],
    recommendations: [],
    followUps: [],
    appeals: [],
    reviewOpened: [],
    nudged,
  };
  return stage === 'closed'
    ? { ...file, stage, closed: { on: '2026-06-20', as: 'completed', reason: 'every action is done' } }
    : { ...file, stage: 'application' };
}

interface Given {
  authority?: string;
  settings?: Record<string, unknown>;
  stage?: Stage;
  wakeOn?: string | null;
}

/** Opens a case with one event on Monday 1 June 2026. */
export async function openTestCase(db: Db, reference: string, given: Given = {}): Promise<StoredCase> {
  const { authority = 'nonesuch', settings = {}, stage = 'application', wakeOn = '2026-06-03' } = given;
  return inTransaction(db, async (tx) => {
    const opened = await createCase(tx, {
      reference,
      authority,
      procedure: 'hertsmere',
      policyVersion: 'hertsmere/2025-04-01',
      settings,
      openedOn: '2026-06-01',
    });
    const review = caseFile(reference, ['first'], stage);
    return appendEvents(tx, opened, [nudge('2026-06-01', 'first')], { review, stage, wakeOn });
  });
}
