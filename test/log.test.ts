import { describe, expect, it } from 'vitest';
import { makeLog } from '../src/log.ts';

function logged(write: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(makeLog('debug', { write: (line: string) => void lines.push(line) }));
  return JSON.parse(lines[0] ?? '{}') as Record<string, unknown>;
}

describe('the log', () => {
  it('keeps the fields that may leave and drops every other, whatever they are called', () => {
    const line = logged((log) => {
      log.info({
        event: 'swept',
        count: 3,
        victim: 'Applicant Amber',
        note: 'asthma',
        address: '1 Invented Row, ZZ1 1ZZ',
      });
    });
    expect(line).toMatchObject({ event: 'swept', count: 3 });
    expect(JSON.stringify(line)).not.toMatch(/Amber|asthma|Invented|ZZ1/);
  });

  it('reduces an error to its class, its code and the place in our code', () => {
    const line = logged((log) => {
      log.error({
        error: Object.assign(new TypeError('Applicant Amber said no'), { code: 'E1' }),
        caseId: 'NBC-2026-0001',
      });
    });
    expect(line).toMatchObject({ caseId: 'NBC-2026-0001', fault: { name: 'TypeError', code: 'E1' } });
    expect(JSON.stringify(line)).not.toContain('Amber');
  });
});
