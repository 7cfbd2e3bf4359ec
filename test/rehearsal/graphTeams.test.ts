import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseChannel, memberOf, openBox, TEAM, type Box } from './support/box.ts';

let box: Box;
beforeEach(async () => {
  box = await openBox();
});
afterEach(() => box.close());

const shared = (displayName: string, members: unknown[]) => ({ displayName, membershipType: 'shared', members });

describe('channels by Graph', () => {
  it('a shared channel is made in the background: 202, looked for, not listed before it is done', async () => {
    const made = await box.graph(
      'POST',
      `/teams/${TEAM}/channels`,
      shared('NBC-2026-0001', [memberOf(box, 'priya-marlow', true)]),
    );
    expect(made.status).toBe(202);
    expect(made.headers.get('location')).toMatch(/^\/teams\('.+'\)\/operations\('.+'\)$/);
    const names = async () =>
      (await box.graph('GET', `/teams/${TEAM}/channels`)).body.value?.map((one) => one.displayName);
    expect(await names()).toEqual(['General']);
    const looks = [1, 2].map(() => box.graph('GET', made.headers.get('location') ?? ''));
    expect((await Promise.all(looks)).map((look) => look.body.status).sort()).toEqual(['inProgress', 'succeeded']);
    expect(await names()).toEqual(['General', 'NBC-2026-0001']);
  });

  it('a standard channel is there at once', async () => {
    const made = await box.graph('POST', `/teams/${TEAM}/channels`, { displayName: 'Notices' });
    expect([made.status, made.body.membershipType]).toEqual([201, 'standard']);
    expect(
      (
        await box.graph(
          'POST',
          `/teams/${TEAM}/channels/${String(made.body.id)}/members`,
          memberOf(box, 'tom-brackley'),
        )
      ).status,
    ).toBe(400);
  });

  it('a name is taken while a channel has it, and after that channel is deleted', async () => {
    const id = await caseChannel(box, 'NBC-2026-0002');
    const again = () =>
      box.graph('POST', `/teams/${TEAM}/channels`, shared('nbc-2026-0002', [memberOf(box, 'priya-marlow', true)]));
    expect((await again()).body.error?.code).toBe('NameAlreadyExists');
    expect((await box.graph('DELETE', `/teams/${TEAM}/channels/${id}`)).status).toBe(204);
    expect((await box.graph('GET', `/teams/${TEAM}/channels/${id}`)).status).toBe(404);
    expect([(await again()).status, (await again()).body.error?.code]).toEqual([400, 'NameAlreadyExists']);
  });

  it('an app names one owner for a shared channel, of the host tenant, and no name with forbidden characters', async () => {
    const owner = memberOf(box, 'priya-marlow', true);
    for (const body of [
      shared('A', []),
      shared('B', [owner, memberOf(box, 'sunita-farrow')]),
      shared('C: case', [owner]),
      { ...shared('D', [owner]), colour: 'red' },
    ]) {
      expect((await box.graph('POST', `/teams/${TEAM}/channels`, body)).status).toBe(400);
    }
    const outsider = { ...memberOf(box, 'tom-brackley', true) };
    expect((await box.graph('POST', `/teams/${TEAM}/channels`, shared('E', [outsider]))).status).toBe(404);
  });

  it('takes members from other tenants by their tenant, and removes them by the id of the membership', async () => {
    const id = await caseChannel(box, 'NBC-2026-0003', ['tom-brackley']);
    const members = async () => (await box.graph('GET', `/teams/${TEAM}/channels/${id}/members`)).body.value ?? [];
    const tom = (await members()).find((one) => one.displayName === 'Tom Brackley');
    expect(tom?.tenantId).toBe(box.tenant.people.byId('tom-brackley')?.account?.tenantId);
    expect(tom?.id).not.toBe(tom?.userId);
    const { tenantId: _left, ...unnamed } = memberOf(box, 'oonagh-pell');
    expect((await box.graph('POST', `/teams/${TEAM}/channels/${id}/members`, unnamed)).status).toBe(404);
    expect((await box.graph('DELETE', `/teams/${TEAM}/channels/${id}/members/${String(tom?.id)}`)).status).toBe(204);
    expect((await members()).map((one) => one.displayName)).toEqual(['Priya Marlow']);
  });

  it('lists by name with a filter', async () => {
    await caseChannel(box, 'NBC-2026-0004');
    await caseChannel(box, 'NBC-2026-0005');
    const query = new URLSearchParams({ $filter: "displayName eq 'NBC-2026-0005'", $select: 'id,displayName' });
    const found = await box.graph('GET', `/teams/${TEAM}/channels?${query.toString()}`);
    expect(found.body.value?.map((one) => Object.keys(one))).toEqual([['id', 'displayName']]);
    expect(found.body.value?.[0]?.displayName).toBe('NBC-2026-0005');
  });
});

describe('files of a channel', () => {
  it('the folder comes with the second request; a file is made, replaced, and refused where it must not be', async () => {
    const id = await caseChannel(box, 'NBC-2026-0006');
    const folder = () => box.graph('GET', `/teams/${TEAM}/channels/${id}/filesFolder`);
    expect((await folder()).status).toBe(404);
    const { body } = await folder();
    const put = (name: string, words: string, query = '') =>
      box.graph(
        'PUT',
        `/drives/${String(body.parentReference?.driveId)}/items/${String(body.id)}:/${encodeURIComponent(name)}:/content${query}`,
        Buffer.from(words),
        {
          'content-type': 'text/plain',
        },
      );
    expect((await put('Minutes one.txt', 'first')).status).toBe(201);
    expect((await put('Minutes one.txt', 'second')).status).toBe(200);
    const fail = await put('Minutes one.txt', 'third', '?@microsoft.graph.conflictBehavior=fail');
    expect([fail.status, fail.body.error?.code]).toEqual([409, 'nameAlreadyExists']);
    expect((await put('Minutes one.txt', 'third', '?@microsoft.graph.conflictBehavior=rename')).body.name).toBe(
      'Minutes one 1.txt',
    );
    expect((await put('a?b.txt', 'x')).status).toBe(400);
    const seen = await box.desk<{ files: { name: string; url: string }[] }>(
      'GET',
      `/files?as=priya-marlow&channel=${encodeURIComponent(id)}`,
    );
    expect(seen.files.map((file) => file.name)).toEqual(['Minutes one.txt', 'Minutes one 1.txt']);
    const download = await fetch(`${box.tenant.url}${seen.files[0]?.url ?? ''}`);
    expect([await download.text(), download.headers.get('content-disposition')]).toEqual([
      'second',
      'attachment; filename="Minutes one.txt"',
    ]);
    const stranger = await fetch(
      `${box.tenant.url}${(seen.files[0]?.url ?? '').replace('priya-marlow', 'tom-brackley')}`,
    );
    expect(stranger.status).toBe(404);
  });
});

describe('the directory', () => {
  it('knows the host tenant alone, with managers', async () => {
    const sunita = await box.graph('GET', '/users/sunita.farrow@nonesuch.example?$select=id,displayName');
    expect(sunita.body.displayName).toBe('Sunita Farrow');
    expect((await box.graph('GET', `/users/${String(sunita.body.id)}/manager`)).body.displayName).toBe('Leon Attwater');
    expect((await box.graph('GET', '/users/frances.adeyemi@nonesuch.example/manager')).body.error?.code).toBe(
      'Request_ResourceNotFound',
    );
    expect((await box.graph('GET', '/users/tom.brackley@marshwick-police.example')).status).toBe(404);
    const query = new URLSearchParams({ $filter: "mail eq 'leon.attwater@nonesuch.example'" });
    expect((await box.graph('GET', `/users?${query.toString()}`)).body.value).toHaveLength(1);
  });

  it('asks for a bearer, and pages with links of its own', async () => {
    const bare = await fetch(`${box.tenant.graphUrl}/v1.0/users`);
    expect(((await bare.json()) as { error: { code: string } }).error.code).toBe('InvalidAuthenticationToken');
    const first = await box.graph('GET', '/users?$top=3');
    const next = String(first.body['@odata.nextLink']);
    expect(next.startsWith(box.tenant.graphUrl)).toBe(true);
    const second = await box.graph('GET', next.slice(`${box.tenant.graphUrl}/v1.0`.length));
    expect(second.body.value?.[0]?.displayName).not.toBe(first.body.value?.[0]?.displayName);
  });
});
