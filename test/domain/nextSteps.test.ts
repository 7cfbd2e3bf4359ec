import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DialogParams } from '../../src/cards/verbs.ts';
import type { CaseReview, Command } from '../../src/domain/caseReview.ts';
import { decide } from '../../src/domain/decide/index.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { nextSteps, type NextStep } from '../../src/domain/nextSteps.ts';
import { calendarFor, resolvePolicy } from '../../src/domain/policy.ts';
import { tell } from '../../src/domain/tell.ts';
import type { Procedure } from '../../src/domain/words.ts';
import { parseWorkedCase, type WorkedCase } from '../../src/operations/playCase.ts';
import { policyFor } from '../../src/policies/registry.ts';
import { testPartnership } from '../support/partnership.ts';

const partnership = testPartnership();
const MATTERS = /^(panel|meeting|case|request\/(threshold|review|appeal)\/.+|action\/.+)$/;

interface Moment {
  on: string;
  steps: NextStep[];
  review: CaseReview;
}

/** The steps after each accepted act of a story. */
function moments(
  procedure: Procedure,
  settings: Record<string, unknown>,
  acts: Pick<WorkedCase['steps'][number], 'on' | 'act' | 'with'>[],
): Moment[] {
  const policy = resolvePolicy(policyFor(procedure), settings);
  const calendar = calendarFor(policy);
  const meta = { reference: 'HBC-2026-0001', procedure, authority: 'Nonesuch Borough Council' };
  const found: Moment[] = [];
  let review: CaseReview | null = null;
  for (const { on, act, with: carried } of acts) {
    const decision = decide(review, { act, on, with: carried } as Command, policy, calendar);
    if (decision.kind === 'refused') continue;
    for (const event of decision.events) review = evolve(review, event, meta);
    const now = review as unknown as CaseReview;
    const told = tell(now, policy, calendar, on);
    found.push({ on, review: now, steps: nextSteps(now, told, policy, calendar, partnership, on) });
  }
  return found;
}

const files = readdirSync(new URL('../cases/', import.meta.url)).filter((name) => name.endsWith('.json'));

describe('next steps, in every moment of every worked case', () => {
  it.each(files)('%s', (file) => {
    const parsed = parseWorkedCase(readFileSync(new URL(`../cases/${file}`, import.meta.url), 'utf8'));
    if (!parsed.ok) throw new Error(`${file} is not a worked case`);
    const { procedure, settings, steps } = parsed.worked;
    for (const { steps: now, on } of moments(procedure, settings, steps)) {
      const keys = now.map((it) => it.key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const step of now) {
        expect(step.who.length).toBeGreaterThan(0);
        expect(step.words).not.toMatch(/undefined|null|\$\{/);
        expect(step.overdue).toBe(step.dueOn !== undefined && step.dueOn < on);
        if ('matter' in step.opens) expect(step.opens.matter).toMatch(MATTERS);
        else expect(DialogParams.safeParse({ dialog: step.opens.form, ...step.opens.params }).error).toBeUndefined();
      }
    }
  });
});

const complaints = [
  { ref: 'a', occurredOn: '2026-01-10', reports: [{ to: 'council' as const, on: '2026-01-12' }] },
  { ref: 'b', occurredOn: '2026-01-24', reports: [{ to: 'police' as const, on: '2026-01-24' }] },
  { ref: 'c', occurredOn: '2026-02-20', reports: [{ to: 'landlord' as const, on: '2026-02-23' }] },
];
const received = {
  on: '2026-03-02',
  act: 'receiveApplication' as const,
  with: {
    channel: 'online' as const,
    applicant: { name: 'A', role: 'victim' as const, kind: 'individual' as const },
    victim: { name: 'A' },
    complaints,
  },
};
const keysAfter = (procedure: Procedure, acts: Parameters<typeof moments>[2]) =>
  moments(procedure, {}, [received, ...acts])
    .at(-1)
    ?.steps.map((it) => it.key) ?? [];
const decided = {
  on: '2026-03-09',
  act: 'decideThreshold' as const,
  with: { result: 'met' as const, bodies: ['council' as const, 'police' as const], reasons: 'Three.' },
};

describe('each procedure in its own words', () => {
  it('Warwickshire asks for the risk assessment before the decision (WAR-7.1), Hertsmere does not', () => {
    expect(keysAfter('warwickshire', [])).toContain('risk/before_threshold');
    expect(keysAfter('hertsmere', [])).not.toContain('risk/before_threshold');
  });

  it('LLR sends Letter 1, then Letter 2a once the bodies have decided', () => {
    expect(keysAfter('llr', [])[0]).toBe('letter/Letter 1');
    const acknowledged = {
      on: '2026-03-04',
      act: 'sendLetter' as const,
      with: { letter: 'Letter 1' as const, by: 'email' as const },
    };
    expect(keysAfter('llr', [acknowledged, decided])[0]).toBe('letter/Letter 2a');
  });

  it('an application that was declined is answered in writing and then closed; no decision is asked for (HER-1.4)', () => {
    const declined = {
      on: '2026-03-09',
      act: 'declineApplication' as const,
      with: { reason: 'court' as const, text: 'A court has ruled.', approvedBy: [{ name: 'S', role: 'manager' }] },
    };
    const sent = (letter: 'acknowledgement' | 'CT3') => ({
      on: '2026-03-09',
      act: 'sendLetter' as const,
      with: { letter, by: 'email' as const },
    });
    // Two incidents only: at three it could not be declined (STAT-3).
    const two = {
      on: '2026-03-06',
      act: 'amendComplaints' as const,
      with: { complaints: complaints.slice(2).map((it) => ({ ...it, sameIncidentAs: 'b' })) },
    };
    expect(keysAfter('hertsmere', [two, declined])).toEqual(['letter/acknowledgement', 'letter/CT3']);
    expect(keysAfter('hertsmere', [two, sent('acknowledgement'), declined, sent('CT3')])).toEqual(['close']);
  });

  it('LLR owes the applicant an update while the threshold letter is extended (LLR-3.3)', () => {
    const acknowledged = {
      on: '2026-03-04',
      act: 'sendLetter' as const,
      with: { letter: 'Letter 1' as const, by: 'email' as const },
    };
    const extended = {
      on: '2026-03-16',
      act: 'extendClock' as const,
      with: { clock: 'LLR.threshold', reason: 'A body has not answered.', by: 'Cora Spoc' },
    };
    expect(keysAfter('llr', [acknowledged, extended])).toContain('update/LLR.threshold');
  });

  it('Shropshire sends the draft letter to the panel, and calls the victim back before it closes (SHR-4.1, SHR-10.1)', () => {
    const held = {
      on: '2026-03-24',
      act: 'holdPanel' as const,
      with: {
        attended: [{ seat: 'other' as const, body: 'council' as const }],
        chair: { name: 'C', independent: true },
        regardless: 'The others have written.',
      },
    };
    const agreed = { on: '2026-03-24', act: 'agreePlan' as const, with: { actions: [] } };
    const keys = keysAfter('shropshire', [decided, held, agreed]);
    expect(keys).toEqual(expect.arrayContaining(['letter/planDraft', 'letter/outcome', 'letter/minutes']));
    const letters = (['planDraft', 'outcome', 'minutes'] as const).map((letter) => ({
      on: '2026-03-25',
      act: 'sendLetter' as const,
      with: { letter, by: 'email' as const },
    }));
    const after = keysAfter('shropshire', [decided, held, agreed, ...letters]);
    expect(after).toContain('followUp');
    expect(after).not.toContain('close');
  });

  it('Hertsmere owes the letter of withdrawal after closing for want of contact, one step with the nearer of its two dates (HER-11.4, AMB-C11)', () => {
    const tries = (['letter', 'phone', 'email'] as const).map((means, index) => ({
      on: `2026-03-0${3 + index}`,
      act: 'contactVictim' as const,
      with: { means, reached: false },
    }));
    const closed = {
      on: '2026-03-20',
      act: 'closeCase' as const,
      with: { as: 'no_contact' as const, reason: 'No answer.' },
    };
    const last = moments('hertsmere', {}, [received, ...tries, closed]).at(-1);
    expect(last?.steps).toMatchObject([
      { clock: 'HER.closing.target', dueOn: '2026-03-27', opens: { form: 'letter', params: { letter: 'withdrawal' } } },
    ]);
  });

  it('a refused threshold leads to the letter with its reasons, and then to closing', () => {
    const none = { ...received, with: { ...received.with, complaints: complaints.slice(0, 1) } };
    const refused = { ...decided, with: { ...decided.with, result: 'not_met' as const } };
    const letter = {
      on: '2026-03-10',
      act: 'sendLetter' as const,
      with: { letter: 'CT3' as const, by: 'email' as const },
    };
    const keys = (acts: Parameters<typeof moments>[2]) =>
      moments('hertsmere', {}, acts)
        .at(-1)
        ?.steps.map((it) => it.key);
    expect(keys([none, refused])).toContain('letter/CT3');
    expect(keys([none, refused, letter])).toContain('close');
  });
});
