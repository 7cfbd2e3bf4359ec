import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noticesTo } from '../../src/domain/notices.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';
import { openOffice, type Office } from './support/office.ts';

let store: OpenDatabase;
let office: Office;
beforeAll(async () => {
  store = await freshStore('embedded');
});
afterAll(async () => store.close());
beforeEach(async () => {
  office = await openOffice(store);
});
afterEach(async () => office.close());

describe('a notice', () => {
  it('about no case reaches the coordinator in her chat and a partner by mail, once each', async () => {
    const people = [office.person('priya-marlow'), office.person('tom-brackley')];
    const told = {
      key: 'calendarEnds/2035-12-31',
      caseId: null,
      notice: { is: 'calendarEnds', lastDay: '2035-12-31' },
    } as const;
    await office.send(...noticesTo(people, told));
    await office.send(...noticesTo(people, told));
    const chats = office.tenant.messages(office.tenant.chatIdOf('priya-marlow') ?? '');
    expect(chats.map(({ content }) => content.text)).toEqual([
      expect.stringContaining('Bank holidays are known to Mon 31 December 2035 and no further.'),
    ]);
    expect(office.tenant.mailTo('tom.brackley@marshwick-police.example')).toMatchObject([
      {
        subject: 'Convene: something needs your attention',
        html: expect.stringContaining('31 December 2035') as string,
      },
    ]);
    expect(Object.values(await office.states())).toEqual(['done', 'done']);
  });
});
