import type { Command, ActionChain } from './caseReview.ts';
import type { Partnership, Person } from './directory.ts';
import type { With } from './acts.ts';
import type { Detail } from './detail.ts';
import { agencyOf, personOf } from './whoIsWho.ts';

/** Who is told when an action is late, as the directory stands today. Frozen into the action when it is agreed. */
export function chainFor(owner: Person, partnership: Partnership): ActionChain {
  const agency = agencyOf(partnership, owner.agency);
  return {
    owner: owner.id,
    ...(owner.deputy === undefined ? {} : { deputy: owner.deputy }),
    ...(owner.manager === undefined ? {} : { lineManager: owner.manager }),
    ...(agency?.headOfService === undefined ? {} : { headOfService: agency.headOfService }),
    ...(agency?.chiefExecutive === undefined ? {} : { chiefExecutive: agency.chiefExecutive }),
  };
}

/** HER-10.4: where the owner's line manager is the Head of Service, the next rung is the Chief Executive. */
export const managerIsHeadOfService = (owner: Person, partnership: Partnership): boolean =>
  owner.manager !== undefined && owner.manager === agencyOf(partnership, owner.agency)?.headOfService;

/** Gives every action of the command its chain from the directory, where whoever asked has not brought one. */
export function withChains(command: Command, partnership: Partnership): Command {
  if (command.act === 'addAction') {
    const frozen = freeze(command.with, partnership);
    if (frozen === null) return command;
    return { ...command, with: frozen.action, detail: command.detail ?? { chain: frozen.chain } };
  }
  if (command.act !== 'agreePlan') return command;
  const chains: Detail<'agreePlan'>['chains'] = { ...command.detail?.chains };
  const actions = command.with.actions.map((action) => {
    const frozen = freeze(action, partnership, chains[action.id]?.owner);
    if (frozen === null) return action;
    chains[action.id] ??= frozen.chain;
    return frozen.action;
  });
  return { ...command, with: { ...command.with, actions }, detail: { chains } };
}

function freeze(action: With<'addAction'>, partnership: Partnership, ownerId?: string) {
  const owner = personOf(partnership, ownerId) ?? partnership.people.find((person) => person.name === action.owner);
  if (owner === undefined) return null;
  const managerIsHead = action.managerIsHeadOfService ?? managerIsHeadOfService(owner, partnership);
  return {
    chain: chainFor(owner, partnership),
    action: managerIsHead ? { ...action, managerIsHeadOfService: true } : action,
  };
}
