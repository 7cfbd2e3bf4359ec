import { describe, expect, it } from 'vitest';
import { parseRoute, routePath, type Route } from '../../src/rehearsal/desk/page/route/route.ts';

const empty: Route = { person: null, place: null, id: null, message: null, behind: null, caseRef: null };
const read = (address: string): Route => {
  const url = new URL(address, 'http://desk.example');
  return parseRoute(url.pathname, url.search);
};

describe('The address of a view on the desk', () => {
  it.each<[string, Partial<Route>]>([
    ['/', {}],
    ['/p/coordinator', { person: 'coordinator' }],
    ['/p/coordinator/chat', { person: 'coordinator', place: 'chat' }],
    ['/p/a/channel/19%3Ax%40thread.tacv2', { person: 'a', place: 'channel', id: '19:x@thread.tacv2' }],
    ['/p/a/channel/19%3Ax%40thread.tacv2/files', { person: 'a', place: 'files', id: '19:x@thread.tacv2' }],
    [
      '/p/a/mail/m%2F1?behind=clocks&case=NBC-2026-0007',
      { person: 'a', place: 'mail', id: 'm/1', behind: 'clocks', caseRef: 'NBC-2026-0007' },
    ],
    ['/p/a/channel/x?message=17', { person: 'a', place: 'channel', id: 'x', message: '17' }],
  ])('%s is read, and written again the same', (address, route) => {
    expect(read(address)).toEqual({ ...empty, ...route });
    expect(routePath({ ...empty, ...route })).toBe(address);
  });

  it('leaves out what it does not know', () => {
    expect(read('/p/a/kitchen/7?behind=curtain')).toEqual({ ...empty, person: 'a' });
    expect(read('/elsewhere/a/chat')).toEqual(empty);
    expect(read('/p/%E0%A4%A/chat')).toMatchObject({ place: 'chat' });
  });
});
