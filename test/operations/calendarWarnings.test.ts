import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeWords } from '../../src/cards/notices.ts';
import { warnOfCalendar } from '../../src/operations/calendarWarnings.ts';
import { openCase } from '../../src/operations/openCase.ts';
import { testPartnership } from '../support/partnership.ts';
import { accepted, startShell, type Shell } from '../support/shell.ts';
import { application } from '../support/story.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await startShell({ today: '2027-07-03' });
});
afterAll(() => shell.close());

const warned = async (day: string): Promise<string[]> => {
  shell.on(day);
  return (await warnOfCalendar(shell.deps, day)).map(({ is, lastDay }) => `${is} ${lastDay}`);
};
const told = async () =>
  (await shell.effects()).flatMap((effect) => (effect.kind === 'notice' ? [`${effect.to}: ${effect.key}`] : []));

describe('the coordinators are warned before the bank holidays end', () => {
  it('180 days before the last proclaimed day (Fri 31 December 2027), not the day before, and once', async () => {
    expect(await warned('2027-07-03')).toEqual([]);
    expect(await told()).toEqual([]);
    expect(await warned('2027-07-04')).toEqual(['calendarProvisional 2027-12-31']);
    const once = await told();
    expect(once).toEqual(['cora-spoc: notice/calendarProvisional/2027-12-31/cora-spoc']);
    expect(await warned('2027-07-05')).toEqual(['calendarProvisional 2027-12-31']);
    expect(await told()).toEqual(once);
  });

  it('and separately 180 days before the last day that can be worked out at all (Mon 31 December 2035)', async () => {
    expect(await warned('2035-07-03')).toEqual(['calendarProvisional 2027-12-31']);
    expect(await warned('2035-07-04')).toEqual(['calendarProvisional 2027-12-31', 'calendarEnds 2035-12-31']);
    expect(await told()).toHaveLength(2);
  });

  it('in words that name the day', () => {
    const notice = { is: 'calendarProvisional', lastDay: '2027-12-31' } as const;
    const told = { kind: 'notice', key: 'x', lane: 'x', caseId: '', to: 'cora-spoc', notice } as const;
    const words = noticeWords(told, testPartnership());
    expect(words.opening).toBe('Bank holidays are proclaimed to Fri 31 December 2027.');
  });
});

describe('a case opened in December 2027', () => {
  it('opens, and says of each date whether it rests on days not proclaimed yet (HER-3.1: two working days)', async () => {
    const complaints = [1, 2, 3].map((day) => ({
      ref: `c${day}`,
      occurredOn: `2027-11-0${day}`,
      reports: [{ to: 'council' as const, on: `2027-11-0${day}` }],
    }));
    const clocks = async (today: string, name: string) => {
      shell.on(today);
      const ask = { person: { api: true } as const, with: application({ complaints, victim: { name } }) };
      return accepted(await openCase(shell.deps, ask)).told.clocks.filter(({ id }) => id === 'HER.ack');
    };
    const [before] = await clocks('2027-12-29', 'Before');
    expect(before).toMatchObject({ dueOn: '2027-12-31' });
    expect(before).not.toHaveProperty('provisional');
    expect(await clocks('2027-12-30', 'After')).toMatchObject([{ dueOn: '2028-01-04', provisional: true }]);
  });
});
