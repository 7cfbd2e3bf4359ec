import { param, Refused, reply, type Call, type Reply } from '../wire/call.ts';
import type { TenantPerson } from '../people.ts';
import type { World } from '../world.ts';
import { collection, contextOf, entity } from './odata.ts';

/** A user as Graph shows one by default. */
export interface UserRow extends Record<string, unknown> {
  id: string;
  mail: string;
  userPrincipalName: string;
}

/** The directory holds the host tenant's own people and its shared mailbox; nobody else's directory can be read. */
export function directory(world: World): UserRow[] {
  const { mailbox } = world.people;
  const shared = userRow({ id: mailbox.objectId, name: mailbox.name, title: null, email: mailbox.address });
  return [...world.people.all.filter((person) => person.host).map(personRow), shared];
}

const personRow = (person: TenantPerson) =>
  userRow({ id: person.account?.objectId ?? '', name: person.name, title: person.title, email: person.email });

function userRow(user: { id: string; name: string; title: string | null; email: string }): UserRow {
  const [givenName = '', ...rest] = user.name.split(' ');
  return {
    businessPhones: [],
    displayName: user.name,
    givenName,
    jobTitle: user.title,
    mail: user.email,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
    surname: rest.join(' '),
    userPrincipalName: user.email,
    id: user.id,
  };
}

export function findUser(world: World, idOrName: string): UserRow | undefined {
  const wanted = idOrName.toLowerCase();
  return directory(world).find((row) => row.id === wanted || row.userPrincipalName.toLowerCase() === wanted);
}

export function demandUser(world: World, call: Call): UserRow {
  const user = findUser(world, param(call, 'user'));
  if (user === undefined) throw new Refused(404, 'Request_ResourceNotFound', 'The resource does not exist.');
  return user;
}

/** Address, in small letters, of the mailbox that a call is about. */
export function demandMailbox(world: World, call: Call): string {
  const user = findUser(world, param(call, 'user'));
  if (user === undefined) throw new Refused(404, 'ResourceNotFound', 'The mailbox is not there.');
  return user.mail.toLowerCase();
}

export function listUsers(world: World, call: Call): Reply {
  return reply(200, collection(call, `${world.urls.graph}/v1.0/users`, 'users', directory(world)));
}

export function getUser(world: World, call: Call): Reply {
  return reply(200, entity('users/$entity', demandUser(world, call), call.query.$select));
}

export function getManager(world: World, call: Call): Reply {
  const person = world.people.find(demandUser(world, call).mail);
  const manager = person?.manager == null ? undefined : world.people.byId(person.manager);
  const row = manager?.host === true ? findUser(world, manager.email) : undefined;
  if (row === undefined) throw new Refused(404, 'Request_ResourceNotFound', 'Resource "manager" does not exist.');
  return reply(200, {
    '@odata.type': '#microsoft.graph.user',
    ...entity('directoryObjects/$entity', row, call.query.$select),
  });
}

export function listOrganization(world: World, call: Call): Reply {
  const row = {
    id: world.options.hostTenantId,
    displayName: world.options.partnership.authority.name,
    countryLetterCode: 'GB',
    preferredLanguage: 'en',
    tenantType: 'AAD',
    verifiedDomains: [
      { capabilities: 'Email', isDefault: true, isInitial: true, name: domainOf(world), type: 'Managed' },
    ],
  };
  return reply(200, {
    ...collection(call, `${world.urls.graph}/v1.0/organization`, 'organization', [row]),
    '@odata.context': contextOf('organization'),
  });
}

const domainOf = (world: World): string => world.people.mailbox.address.split('@')[1] ?? '';
