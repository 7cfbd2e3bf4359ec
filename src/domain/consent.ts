import type { With } from './acts.ts';
import type { Appeal, CaseFile } from './caseReview.ts';
import type { Partnership, Person } from './directory.ts';
import type { ResolvedPolicy } from './policy.ts';

type Consent = With<'recordConsent'>;

/**
 * Does this consent let information about the victim be disclosed under this procedure (LLR-1.1, STF-1.3)? That the victim
 * cannot consent, or that asking would put somebody at risk, stands in every one (AMB-E8; STF-1.4 prints it).
 */
export function suffices(consent: Consent, policy: ResolvedPolicy): boolean {
  return 'exempt' in consent || policy.consent.forms.includes(consent.form);
}

/** May agencies be told? Always for the victim's own application; for a representative's only with the victim's consent. */
export function mayDisclose(file: CaseFile, policy: ResolvedPolicy): boolean {
  if (file.application?.with.applicant.role !== 'representative') return true;
  return file.consents.some((it) => suffices(it.consent, policy));
}

/** The same for an appeal that a representative makes (LLR-12.4). */
export function mayDiscloseAppeal(appeal: Appeal, file: CaseFile, policy: ResolvedPolicy): boolean {
  if (appeal.with.by === undefined) return mayDisclose(file, policy);
  const sameRepresentative = file.application?.with.applicant.name === appeal.with.by;
  const since = sameRepresentative ? '' : appeal.receivedOn;
  return file.consents.some((it) => it.on >= since && suffices(it.consent, policy));
}

/**
 * AMB-E8: who may record that a victim cannot consent, or cannot safely be asked: senior managers, or whom the council names by
 * role, rank or title (`consent.override_roles`).
 */
export function seniorsWho({ people, authority }: Partnership): Person[] {
  const set = authority.settings['consent.override_roles'];
  const named = Array.isArray(set) && set.length > 0 ? set : ['senior_manager'];
  return people.filter((person) => [...person.roles, person.rank, person.title].some((it) => named.includes(it)));
}

/** How the record names them: "Greta Osric, Head of Community Safety". */
export const byWords = ({ name, title }: Person): string => `${name}, ${title}`;
