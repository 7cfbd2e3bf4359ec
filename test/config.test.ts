import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, readPartnership } from '../src/config.ts';

const kept = JSON.parse(
  readFileSync(new URL('../src/rehearsal/partnerships/hertsmere.json', import.meta.url), 'utf8'),
) as { partnership: { people: { id: string; manager?: string; roles: string[] }[] } };
const whole = JSON.stringify(kept.partnership);
const good = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  MicrosoftAppTenantId: '11111111-2222-4333-8444-666666666666',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'not-a-real-secret',
  CONVENE_PUBLIC_URL: 'https://convene.nonesuch.example/',
  CONVENE_PARTNERSHIP: '/partnership.json',
  CONVENE_APPLICATIONS_KEY: 'q7Vt2-nobodys-key-for-one-test-x9',
  CONVENE_NOTIFICATIONS_SECRET: 'm4Rw8-nobodys-secret-of-one-test',
  DATABASE_URL: 'postgres://convene@127.0.0.1/convene',
};
const read = (env: Record<string, string | undefined>, partnership = whole) => readConfig(env, () => partnership);
const faults = (env: Record<string, string | undefined>, partnership = whole): string[] => {
  const result = read(env, partnership);
  return result.ok ? [] : result.faults;
};

describe('the production configuration', () => {
  it('is taken when everything is there', () => {
    const result = read(good);
    expect(result).toMatchObject({
      ok: true,
      config: { appId: good.MicrosoftAppId, publicUrl: 'https://convene.nonesuch.example', port: 3978 },
    });
  });

  it('names each missing setting at once, so that a start is refused but once', () => {
    expect(faults({})).toEqual([
      'MicrosoftAppId is missing',
      'MicrosoftAppTenantId is missing',
      'MicrosoftAppType is missing',
      'CONVENE_PUBLIC_URL is missing',
      'CONVENE_PARTNERSHIP is missing',
      'CONVENE_APPLICATIONS_KEY is missing',
      'CONVENE_NOTIFICATIONS_SECRET is missing',
      'DATABASE_URL is missing (or CONVENE_DATA, a folder for the embedded store)',
    ]);
  });

  it('never opens a door by a misspelt or empty value: type, id, short key, plain http', () => {
    expect(faults({ ...good, MicrosoftAppType: 'MultiTenant' })).toEqual([
      'MicrosoftAppType must be SingleTenant or UserAssignedMsi',
    ]);
    expect(faults({ ...good, MicrosoftAppId: '' })).toEqual(['MicrosoftAppId is missing']);
    expect(faults({ ...good, MicrosoftAppPassword: undefined })).toEqual([
      'MicrosoftAppPassword is missing (SingleTenant needs it)',
    ]);
    expect(faults({ ...good, CONVENE_APPLICATIONS_KEY: 'short' })).toEqual([
      'CONVENE_APPLICATIONS_KEY must have at least 32 characters',
    ]);
    expect(faults({ ...good, CONVENE_PUBLIC_URL: 'http://convene.nonesuch.example' })[0]).toContain('https');
  });

  it.each<[string, string, string]>([
    ['one character short', 'q7Vt2-nobodys-key-for-one-test-', 'must have at least 32 characters'],
    ['one character again and again', 'k'.repeat(64), 'fewer than 10 different characters'],
    ['nine different characters', 'abcdefghi'.repeat(4), 'fewer than 10 different characters'],
    ['a word again and again, the last time cut off', 'changeme-now1-changeme-now1-chang', 'it repeats or counts'],
    ['characters in their order', '0123456789abcdefghijklmnopqrstuvwxyz', 'it repeats or counts'],
  ])('refuses a key of %s, and does not print it', (_what, key, words) => {
    for (const name of ['CONVENE_APPLICATIONS_KEY', 'CONVENE_NOTIFICATIONS_SECRET', 'CONVENE_HEALTH_KEY']) {
      const told = faults({ ...good, [name]: key });
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(`${name} `);
      expect(told[0]).toContain(words);
      expect(told[0]).not.toContain(key);
    }
  });

  it('takes keys as they are made: base64, hexadecimal, a UUID', () => {
    for (const key of [
      'pQ3vN8xZ1kLm5Yw7Rb2Tc9Hd4Fg6Js0A+u/E=',
      '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      '3d0f6c1e-58a7-4b42-9c1d-7a6e2f90b853',
    ])
      expect(faults({ ...good, CONVENE_APPLICATIONS_KEY: key })).toEqual([]);
  });

  it('counts the proxies in front: a number, none where nothing is said', () => {
    expect(read(good)).toMatchObject({ config: { trustedProxies: 0, healthKey: null } });
    expect(read({ ...good, CONVENE_TRUSTED_PROXIES: '1' })).toMatchObject({ config: { trustedProxies: 1 } });
    expect(faults({ ...good, CONVENE_TRUSTED_PROXIES: 'all' })).toEqual(['CONVENE_TRUSTED_PROXIES must be a number']);
  });

  it('needs no secret for a managed identity', () => {
    expect(faults({ ...good, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppPassword: undefined })).toEqual([]);
  });

  it('gives the embedded store to one process alone', () => {
    const embedded = { ...good, DATABASE_URL: undefined, CONVENE_DATA: '/data' };
    expect(faults(embedded)).toEqual([]);
    expect(faults({ ...embedded, CONVENE_REPLICAS: '2' })).toEqual([
      'CONVENE_REPLICAS above 1 needs DATABASE_URL: the embedded store serves one process',
    ]);
  });

  it('never repeats a value that it refuses', () => {
    const told = faults({
      ...good,
      MicrosoftAppId: 'secret-looking-value',
      CONVENE_APPLICATIONS_KEY: 'hunter2',
    }).join();
    expect(told).not.toMatch(/secret-looking|hunter2/);
  });
});

describe('the partnership file', () => {
  const changed = (change: (people: typeof kept.partnership.people) => void): string[] => {
    const copy = structuredClone(kept.partnership);
    change(copy.people);
    const result = readPartnership('/p.json', () => JSON.stringify(copy));
    return 'faults' in result ? result.faults : [];
  };

  it('is refused for each setting that is unknown, unlawful, read by nothing or without effect, together with faults of the directory', () => {
    const copy = structuredClone(kept.partnership) as typeof kept.partnership & { authority: { settings: object } };
    copy.authority.settings = {
      'threshold.count': 4,
      'nonsense.setting': 1,
      'stats.min_cell': 3,
      ack: { n: 1, unit: 'wd' },
    };
    Object.assign(copy.people[0] ?? {}, { manager: 'nobody' });
    const told = faults(good, JSON.stringify(copy));
    expect(told).toHaveLength(5);
    expect(told[0]).toContain('there is no person "nobody"');
    for (const name of ['threshold.count is 4', 'setting nonsense.setting:', 'setting stats.min_cell:', 'setting ack:'])
      expect(told.join('\n')).toContain(`CONVENE_PARTNERSHIP authority.settings: ${name}`);
  });

  it('is refused with the place inside it: not JSON, a missing part, a dead reference, a ring of managers, nobody to run a case', () => {
    expect(faults(good, '{')[0]).toContain('cannot be read as JSON');
    expect(faults(good, '{}').join()).toContain('CONVENE_PARTNERSHIP authority');
    expect(changed((people) => Object.assign(people[0] ?? {}, { manager: 'nobody' }))[0]).toContain(
      'there is no person "nobody"',
    );
    expect(changed((people) => Object.assign(people[0] ?? {}, { manager: people[0]?.id })).join()).toContain(
      'their own manager',
    );
    expect(
      changed((people) => {
        const [one, other] = people;
        Object.assign(one ?? {}, { manager: other?.id });
        Object.assign(other ?? {}, { manager: one?.id });
      }).join(),
    ).toContain('the managers form a ring');
    expect(
      changed((people) =>
        people.forEach((person) => (person.roles = person.roles.filter((role) => role !== 'coordinator'))),
      ).join(),
    ).toContain('coordinator');
  });
});
