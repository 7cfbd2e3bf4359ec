import { readFileSync } from 'node:fs';
import type { Day } from '../../../src/calendar/isoDate.ts';
import { draftLetter } from '../../../src/documents/draftLetter.ts';
import type { Act, With } from '../../../src/domain/acts.ts';
import type { CaseReview, Command, SentLetter } from '../../../src/domain/caseReview.ts';
import type { CaseView } from '../../../src/domain/caseView.ts';
import { decide } from '../../../src/domain/decide/index.ts';
import { PartnershipSchema, type Partnership } from '../../../src/domain/directory.ts';
import { evolve } from '../../../src/domain/evolve.ts';
import { calendarFor } from '../../../src/domain/policy.ts';
import type { Refusal } from '../../../src/domain/refusals.ts';
import { tell } from '../../../src/domain/tell.ts';
import type { Told, ToldClock } from '../../../src/domain/told.ts';
import type { LetterName, Procedure } from '../../../src/domain/words.ts';
import { policyFor, resolvePolicy } from '../../../src/policies/registry.ts';

/** The lead body's own times, without which no Staffordshire case is opened. */
export const STF_TIMES = {
  ack: { n: 5, unit: 'wd' },
  'threshold.decision': { n: 15, unit: 'wd' },
  'agency.return.threshold': { n: 5, unit: 'wd' },
  'agency.return.review': { n: 10, unit: 'wd' },
  outcome: { n: 30, unit: 'wd' },
};
/** A case under a procedure, act by act through the real core. An act that must stand and does not fails the test. */
export class Playing {
  readonly policy;
  readonly calendar;
  readonly procedure: Procedure;
  review: CaseReview | null = null;
  today: Day = '';

  constructor(procedure: Procedure, settings: Record<string, unknown> = {}) {
    this.procedure = procedure;
    const times = procedure === 'staffordshire' ? STF_TIMES : {};
    this.policy = resolvePolicy(policyFor(procedure), { ...times, ...settings });
    this.calendar = calendarFor(this.policy);
  }

  /** The act if it stands; its refusal if not. */
  tries<A extends Act>(on: Day, act: A, carried: With<A>): Refusal | null {
    const decision = decide(this.review, { act, on, with: carried } as Command, this.policy, this.calendar);
    if (decision.kind === 'refused') return decision.refusal;
    const meta = { reference: 'TBC-2026-0001', procedure: this.procedure, authority: 'Thistleford Borough Council' };
    for (const event of decision.events) this.review = evolve(this.review, event, meta);
    this.today = on;
    return null;
  }

  does<A extends Act>(on: Day, act: A, carried: With<A>): this {
    const refused = this.tries(on, act, carried);
    if (refused) throw new Error(`${act} on ${on} was refused: ${refused.code} (${refused.rule})`);
    return this;
  }

  sends(on: Day, letter: LetterName, more: Partial<With<'sendLetter'>> = {}): this {
    return this.does(on, 'sendLetter', { letter, by: 'email', ...more });
  }

  told(asOf: Day = this.today): Told {
    if (this.review === null) throw new Error('nothing has happened yet');
    return tell(this.review, this.policy, this.calendar, asOf);
  }

  clock(id: string, asOf?: Day, of?: string): ToldClock | undefined {
    return this.told(asOf).clocks.find((it) => it.id === id && (of === undefined || it.of === of));
  }

  /** The words of a letter drafted on a day, as the rehearsal's partnership of this procedure would send it. */
  letter(name: LetterName, on: Day, by: SentLetter['by'] = 'email', clock?: string): string {
    return draftLetter(name, this.view(on), by, clock).paragraphs.join('\n');
  }

  view(today: Day): CaseView {
    if (this.review === null) throw new Error('nothing has happened yet');
    const { review, policy, calendar } = this;
    const base = { reference: 'TBC-2026-0001', version: 1, today, review, policy, calendar, workings: {}, steps: [] };
    return { ...base, told: this.told(today), partnership: partnershipOf(this.procedure) };
  }
}

export function partnershipOf(procedure: Procedure): Partnership {
  const file = new URL(`../../../src/rehearsal/partnerships/${procedure}.json`, import.meta.url);
  return PartnershipSchema.parse((JSON.parse(readFileSync(file, 'utf8')) as { partnership: unknown }).partnership);
}

type Application = With<'receiveApplication'>;
type Complaint = Application['complaints'][number];

/** A complaint to the police on the day it happened, unless it says otherwise. */
export const complaint = (ref: string, occurredOn: Day, more: Partial<Complaint> = {}): Complaint => ({
  ref,
  occurredOn,
  reports: [{ to: 'police', on: occurredOn }],
  ...more,
});

/** Three complaints that count under every procedure on Fri 27 March 2026. */
export const THREE = [
  complaint('a', '2026-01-12'),
  complaint('b', '2026-02-10'),
  complaint('c', '2026-03-10', { reports: [{ to: 'council', on: '2026-03-11' }] }),
];

export const application = (more: Partial<Application> = {}): Application => ({
  channel: 'online',
  applicant: { name: 'Tamsin Roe', role: 'victim', kind: 'individual' },
  victim: { name: 'Tamsin Roe' },
  complaints: THREE,
  ...more,
});

/** Received on Fri 27 March 2026. */
export const received = (
  procedure: Procedure,
  more: Partial<Application> = {},
  settings: Record<string, unknown> = {},
): Playing => new Playing(procedure, settings).does('2026-03-27', 'receiveApplication', application(more));

export const DECISION: With<'decideThreshold'> = {
  result: 'met',
  bodies: ['council', 'police'],
  reasons: 'Three separate incidents, each reported in time.',
};

/** Received on Fri 27 March 2026, acknowledged on 31 March, found met on Thu 9 April and told so on Fri 10 April, the victim asked how to be heard on 13 April. */
export function met(
  procedure: Procedure,
  more: Partial<Application> = {},
  settings: Record<string, unknown> = {},
): Playing {
  const playing = received(procedure, more, settings);
  const { acknowledgement, met: letter } = playing.policy.letters;
  if (!acknowledgement || !letter) throw new Error('this procedure lacks a letter');
  return playing
    .sends('2026-03-31', acknowledgement)
    .does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'medium' })
    .does('2026-04-09', 'decideThreshold', DECISION)
    .sends('2026-04-10', letter)
    .does('2026-04-13', 'recordVoice', { mode: 'written' });
}

/** A panel that every procedure takes for complete, its chair independent. */
export const PANEL: With<'holdPanel'> = {
  attended: [
    { seat: 'council', body: 'council' },
    { seat: 'police', body: 'police' },
    { seat: 'landlord', body: 'landlord' },
    { seat: 'community_safety_manager', body: 'council' },
    { seat: 'csio', body: 'council' },
    { seat: 'neighbourhood_inspector', body: 'police' },
    { seat: 'housing_provider', body: 'landlord' },
    { seat: 'health_commissioner', body: 'icb' },
    { seat: 'police_chief_inspector', body: 'police' },
    { seat: 'landlords_forum_chair', body: 'landlord' },
    { seat: 'assistant_director', body: 'council' },
    { seat: 'icb_adult_safeguarding', body: 'icb' },
    { seat: 'victim_support', body: 'other' },
  ],
  chair: { name: 'Petra Quill', independent: true, basis: 'took no part in the case' },
};
export const without = (...seats: string[]): With<'holdPanel'> => ({
  ...PANEL,
  attended: PANEL.attended.filter((it) => !seats.includes(it.seat)),
});

export const ACTION: With<'addAction'> = {
  id: '1',
  title: 'Visit the neighbour',
  owner: 'Odd Fellow',
  tellVictim: true,
  agency: 'Invented Homes',
  dueOn: '2026-06-12',
};

/** Met as above, the panel held and its plan agreed on Tue 5 May 2026. */
export function planned(
  procedure: Procedure,
  plan: With<'agreePlan'> = { actions: [ACTION] },
  settings: Record<string, unknown> = {},
): Playing {
  return met(procedure, {}, settings).does('2026-05-05', 'holdPanel', PANEL).does('2026-05-05', 'agreePlan', plan);
}

/** Received with one complaint only, found not met on Thu 9 April 2026 and told so by e-mail on Fri 10 April. */
export function notMet(procedure: Procedure, settings: Record<string, unknown> = {}): Playing {
  const playing = received(procedure, { complaints: [complaint('a', '2026-01-12')] }, settings);
  const { acknowledgement, not_met } = playing.policy.letters;
  if (!acknowledgement || !not_met) throw new Error('this procedure lacks a letter');
  return playing
    .sends('2026-03-31', acknowledgement)
    .does('2026-04-01', 'assessRisk', { stage: 'before_threshold', level: 'standard' })
    .does('2026-04-09', 'decideThreshold', {
      result: 'not_met',
      bodies: ['council', 'police'],
      reasons: 'One incident alone.',
    })
    .sends('2026-04-10', not_met);
}
