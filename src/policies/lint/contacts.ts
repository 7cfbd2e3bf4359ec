import type { Agency, Partnership, Person } from '../../domain/directory.ts';
import { faultsOfPartnership } from '../../domain/directoryFaults.ts';
import type { ResolvedPolicy } from '../../domain/policy.ts';
import type { Say } from './finding.ts';

/** People whom an escalation would not reach: nobody named, or a name that leads nowhere. */
export function lintContacts(policy: ResolvedPolicy, partnership: Partnership, say: Say): void {
  if (partnership.authority.procedure !== policy.procedure) return;
  for (const fault of faultsOfPartnership(partnership)) say('fault', `directory ${fault}`);
  if (policy.appeal.madeTo !== 'lead' && partnership.authority.appealOffice === undefined)
    say(
      'warning',
      'directory authority.appealOffice: missing, so letters cannot say where an appeal is sent (AMB-E10)',
    );
  for (const agency of partnership.agencies) {
    const at = `directory agencies.${agency.id}`;
    if (agency.seniorContact === undefined)
      say(
        'warning',
        `${at}: no senior contact, so a return that stays out reaches nobody above the responder (AMB-C4)`,
      );
  }
  if (!policy.settings.ladder) return;
  for (const rung of policy.ladder) {
    if (rung.to === 'line_manager')
      ownersWithoutManager(partnership).forEach((person) => {
        say(
          'fault',
          `directory people.${person.id}: no line manager, so ladder step ${rung.step} reaches nobody (${rung.rule})`,
        );
      });
    const field =
      rung.to === 'head_of_service' ? 'headOfService' : rung.to === 'chief_executive' ? 'chiefExecutive' : null;
    if (field === null) continue;
    for (const agency of owningAgencies(partnership))
      if (agency[field] === undefined)
        say(
          'fault',
          `directory agencies.${agency.id}.${field}: nobody, so ladder step ${rung.step} reaches nobody (${rung.rule})`,
        );
  }
}

/** Agencies whose people own actions: the ladder climbs in no other. */
const owningAgencies = ({ people, agencies }: Partnership): Agency[] =>
  agencies.filter((agency) => people.some((it) => it.agency === agency.id && it.roles.includes('action_owner')));

/** Action owners who are nobody's Head or Chief Executive themselves. */
function ownersWithoutManager({ people, agencies }: Partnership): Person[] {
  const heads = new Set(agencies.flatMap((it) => [it.headOfService, it.chiefExecutive]));
  return people.filter((it) => it.roles.includes('action_owner') && it.manager === undefined && !heads.has(it.id));
}
