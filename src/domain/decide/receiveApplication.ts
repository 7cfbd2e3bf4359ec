import { refusal, type Refusal } from '../refusals.ts';
import type { Check } from './given.ts';
import type { With } from '../acts.ts';
import type { ResolvedPolicy } from '../policy.ts';

/** An application arrives. Anonymous ones are not considered (WAR-1.3, HER-1.4); a missing consent stops disclosure, not receipt. */
export const receiveApplication: Check<'receiveApplication'> = ({ review, command, policy }) => {
  const given = command.with;
  if (review?.application)
    return refusal('already_done', `${policy.prefix}-3.1`, 'The application is already on record.');
  if (policy.anonymous && given.applicant.name === undefined) {
    return refusal(
      'anonymous',
      policy.anonymous.rule,
      'An application needs the name of the person who makes it. Without a name it cannot be considered; it can be reported to any agency in the usual way.',
      'applicant.name',
    );
  }
  return missingSetting(policy) ?? notNew(given, policy);
};

/** STF-3.1: the lead body's own times must be set before a case can be opened. */
function missingSetting(policy: ResolvedPolicy): Refusal | null {
  const missing = policy.compulsory.filter((name) => policy.settings[name] === null);
  if (missing.length === 0) return null;
  return refusal(
    'setting_missing',
    `${policy.prefix}-3.1`,
    `The lead body's own times are not set: ${missing.join(', ')}.`,
    missing[0],
  );
}

/** WAR-11.1: a second application must bring at least one incident that was not relied on before. */
function notNew(given: With<'receiveApplication'>, policy: ResolvedPolicy): Refusal | null {
  if (policy.newSetRule === null || given.earlierComplaints === undefined) return null;
  const before = new Set(given.earlierComplaints);
  if (given.complaints.some((complaint) => !before.has(complaint.ref))) return null;
  return refusal(
    'not_a_new_set',
    policy.newSetRule,
    'Every complaint was already relied on in the earlier review. A further application needs new incidents.',
    'complaints',
  );
}
