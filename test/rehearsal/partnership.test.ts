import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PartnershipSchema } from '../../src/domain/directory.ts';
import { faultsOfPartnership } from '../../src/domain/directoryFaults.ts';
import { rehearsalPartnership } from '../../src/rehearsal/partnership.ts';

const folder = new URL('../../src/rehearsal/partnerships/', import.meta.url);
const procedures = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

describe.each(procedures)('the fictional partnership of %s', (procedure) => {
  it('is one that the bot would start with', async () => {
    const { partnership } = await rehearsalPartnership(procedure);
    const parsed = PartnershipSchema.safeParse(partnership);
    expect(parsed.success ? [] : parsed.error.issues).toEqual([]);
    expect(parsed.success ? faultsOfPartnership(parsed.data) : ['unread']).toEqual([]);
    expect(partnership.authority.procedure).toBe(procedure);
  });

  it('has the victim as a mailbox alone, addresses that exist nowhere, and nobody twice', async () => {
    const { partnership, extraPeople, sharesAvailability } = await rehearsalPartnership(procedure);
    const everybody = [...partnership.people, ...extraPeople];
    expect(extraPeople).toHaveLength(1);
    expect(everybody.filter((person) => !person.email.endsWith('.example'))).toEqual([]);
    for (const key of ['id', 'name', 'email'] as const) {
      expect(new Set(everybody.map((person) => person[key])).size).toBe(everybody.length);
    }
    expect(new Set(partnership.people.map((person) => person.objectId)).size).toBe(partnership.people.length);
    const agencies = partnership.agencies.map((agency) => agency.id);
    expect(agencies).toEqual(expect.arrayContaining(sharesAvailability));
  });
});

describe('a procedure without a partnership', () => {
  it('is named', async () => {
    await expect(rehearsalPartnership('nowhere')).rejects.toThrow('no rehearsal partnership for the procedure nowhere');
    await expect(rehearsalPartnership('../secret')).rejects.toThrow('No rehearsal partnership is called');
  });
});
