import { describe, expect, it } from 'vitest';
import { agendaFor, visibleAgenda } from '../../src/domain/agenda.ts';

describe('the chair’s agenda', () => {
  const both = agendaFor({ open: 'victim' });

  it('has the open session first, and the victim leaves before the closed one begins', () => {
    const lastOpen = both.findLastIndex((it) => it.session === 'open');
    expect(both[lastOpen]?.key).toBe('leave');
    expect(both.slice(0, lastOpen + 1).every((it) => it.session === 'open')).toBe(true);
    expect(both.slice(lastOpen + 1).every((it) => it.session === 'closed')).toBe(true);
  });

  it('is the closed session alone where no victim comes', () => {
    expect(agendaFor({ open: null }).every((it) => it.session === 'closed')).toBe(true);
  });

  it('hides closed points while the victim is in the room, and shows all afterwards', () => {
    expect(visibleAgenda(both, 0).some((it) => it.session === 'closed')).toBe(false);
    expect(visibleAgenda(both, both.length - 1)).toEqual(both);
  });

  it('names each point once, for the minutes', () => {
    expect(new Set(both.map((it) => it.key)).size).toBe(both.length);
  });
});
