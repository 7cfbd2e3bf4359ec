import type { TenantOptions } from './tenantOptions.ts';
import { guidOf } from './identifiers.ts';

export interface TenantPerson {
  id: string;
  name: string;
  title: string;
  organisation: string;
  /** Agency id, or null for people with a mailbox alone. */
  agency: string | null;
  email: string;
  /** Null without a work account. */
  account: { objectId: string; tenantId: string } | null;
  host: boolean;
  /** Takes part in the partnership's work, not only a name to write to. */
  active: boolean;
  coordinator: boolean;
  manager: string | null;
}

export interface People {
  all: TenantPerson[];
  byId(id: string): TenantPerson | undefined;
  byObjectId(objectId: string): TenantPerson | undefined;
  byEmail(address: string): TenantPerson | undefined;
  /** An object id, a `29:` account id or an address, as Teams and Graph take them. */
  find(anyId: string): TenantPerson | undefined;
  /** The shared mailbox of the authority. */
  mailbox: { address: string; objectId: string; name: string };
}

export const accountId = (objectId: string): string => `29:${objectId}`;

export function peopleOf(options: TenantOptions): People {
  const all = [
    ...options.partnership.people.map((person) => fromPartnership(options, person)),
    ...options.extraPeople.map(withoutAccount),
  ];
  const small = (text: string) => text.toLowerCase();
  const byObjectId = (objectId: string) =>
    all.find((one) => one.account !== null && small(one.account.objectId) === small(objectId));
  const byEmail = (address: string) => all.find((one) => small(one.email) === small(address));
  const { authority } = options.partnership;
  return {
    all,
    byId: (id) => all.find((one) => one.id === id),
    byObjectId,
    byEmail,
    find: (anyId) => byObjectId(anyId.replace(/^(29:|8:orgid:)/, '')) ?? byEmail(anyId),
    mailbox: {
      address: small(authority.mailbox),
      objectId: guidOf(`mailbox ${authority.mailbox}`),
      name: authority.name,
    },
  };
}

function fromPartnership(options: TenantOptions, person: TenantOptions['partnership']['people'][number]): TenantPerson {
  const agency = options.partnership.agencies.find((one) => one.id === person.agency);
  return {
    id: person.id,
    name: person.name,
    title: person.title,
    organisation: agency?.name ?? person.agency,
    agency: person.agency,
    email: person.email,
    account: { objectId: person.objectId, tenantId: person.tenantId },
    host: person.host && person.tenantId === options.hostTenantId,
    active: person.roles.length > 0,
    coordinator: person.roles.includes('coordinator'),
    manager: person.manager ?? null,
  };
}

function withoutAccount(person: TenantOptions['extraPeople'][number]): TenantPerson {
  return { ...person, agency: null, account: null, host: false, active: false, coordinator: false, manager: null };
}
