import { PartnershipSchema, type Partnership, type Person } from '../../src/domain/directory.ts';

const HOST = '10000000-0000-4000-8000-000000000001';
const POLICE = '10000000-0000-4000-8000-000000000002';
const HOMES = '10000000-0000-4000-8000-000000000003';
const HEALTH = '10000000-0000-4000-8000-000000000004';
const AWAY = '10000000-0000-4000-8000-000000000005';

let count = 0;
const person = (id: string, agency: string, tenantId: string, more: Partial<Person>): Person => ({
  id,
  name: id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' '),
  title: more.title ?? 'Officer',
  email: `${id.replace('-', '.')}@${agency}.example`,
  tenantId,
  objectId: `20000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
  agency,
  roles: [],
  host: tenantId === HOST,
  ...more,
});

/** An invented partnership under the Hertsmere procedure, with every role of the story. */
export const testPartnership = (): Partnership => {
  count = 0;
  return PartnershipSchema.parse({
    authority: {
      id: 'nonesuch',
      name: 'Nonesuch Borough Council',
      procedure: 'hertsmere',
      referencePrefix: 'HBC',
      tenantId: HOST,
      teamId: 'team-1',
      mailbox: 'case.reviews@nonesuch.example',
    },
    agencies: [
      {
        id: 'council',
        name: 'Nonesuch Borough Council',
        body: 'council',
        tenantId: HOST,
        responders: ['odd-fellow'],
        headOfService: 'hedda-service',
        chiefExecutive: 'chief-exec',
      },
      {
        id: 'police',
        name: 'Invented Police',
        body: 'police',
        tenantId: POLICE,
        responders: ['ines-pector', 'depu-ty'],
        seniorContact: 'super-intend',
      },
      {
        id: 'homes',
        name: 'Invented Homes',
        body: 'landlord',
        tenantId: HOMES,
        responders: ['lana-lord'],
        headOfService: 'homer-head',
        chiefExecutive: 'homes-chief',
      },
      { id: 'health', name: 'Invented Health', body: 'icb', tenantId: HEALTH, responders: ['hal-thorne'] },
      { id: 'away', name: 'Faraway District Council', body: 'other', tenantId: AWAY, responders: ['indy-chair'] },
    ],
    people: [
      person('cora-spoc', 'council', HOST, { roles: ['coordinator', 'panel_member'], seat: 'csio', rank: 'officer' }),
      person('sam-manager', 'council', HOST, {
        roles: ['senior_manager', 'panel_member'],
        seat: 'community_safety_manager',
        rank: 'community_safety_manager',
      }),
      person('odd-fellow', 'council', HOST, {
        roles: ['agency_responder', 'action_owner'],
        manager: 'line-manager',
        deputy: 'dora-deputy',
      }),
      person('dora-deputy', 'council', HOST, {}),
      person('line-manager', 'council', HOST, { manager: 'hedda-service' }),
      person('hedda-service', 'council', HOST, { rank: 'head_of_service', manager: 'chief-exec' }),
      person('chief-exec', 'council', HOST, { rank: 'chief_executive' }),
      person('ines-pector', 'police', POLICE, {
        roles: ['agency_responder', 'panel_member'],
        seat: 'neighbourhood_inspector',
        rank: 'inspector',
        manager: 'super-intend',
      }),
      person('depu-ty', 'police', POLICE, { rank: 'sergeant' }),
      person('super-intend', 'police', POLICE, { rank: 'superintendent' }),
      person('lana-lord', 'homes', HOMES, {
        roles: ['agency_responder', 'panel_member', 'action_owner'],
        seat: 'housing_provider',
        manager: 'homer-head',
      }),
      person('homer-head', 'homes', HOMES, { manager: 'homes-chief' }),
      person('homes-chief', 'homes', HOMES, {}),
      person('hal-thorne', 'health', HEALTH, {
        roles: ['agency_responder', 'panel_member'],
        seat: 'health_commissioner',
      }),
      person('indy-chair', 'away', AWAY, {
        roles: ['chair'],
        independentBasis: 'Took no part in the cases of Nonesuch.',
      }),
      person('idle-observer', 'away', AWAY, { roles: ['observer'] }),
    ],
  });
};

/** A person of the invented partnership, by id. */
export const someone = (id: string): Person => {
  const found = testPartnership().people.find((it) => it.id === id);
  if (found === undefined) throw new Error(`nobody called ${id}`);
  return found;
};
