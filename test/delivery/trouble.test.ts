import { describe, expect, it } from 'vitest';
import { noticeFor } from '../../src/cards/notices.ts';
import type { Held } from '../../src/delivery/heldUp.ts';
import { wordOfDead, wordOfHeld } from '../../src/delivery/trouble.ts';
import { verdictOf } from '../../src/delivery/verdict.ts';
import { TeamsFault } from '../../src/delivery/teamsFault.ts';
import { lanes, type Effect } from '../../src/domain/effects.ts';
import { GraphFault } from '../../src/graph/fault.ts';
import { someone, testPartnership } from '../support/partnership.ts';
import { CASE } from './support/bench.ts';

const partnership = testPartnership();
const mail: Effect = {
  kind: 'mail',
  key: 'mail/1',
  lane: lanes.mail('ines-pector'),
  caseId: CASE,
  to: 'ines-pector',
  matter: { is: 'case' },
  nudge: 'asked',
  day: '2026-09-07',
};
const only = (effects: Effect[]): Effect => {
  expect(effects).toHaveLength(1);
  return effects[0] as Effect;
};

describe('how the coordinator hears that something will not go out', () => {
  it('by a card in her chat; where that does not go out, by mail; where the mail does not either, no further', () => {
    const card = only(wordOfDead(mail, partnership));
    expect(card).toMatchObject({ kind: 'card', lane: 'chat/cora-spoc', matter: { is: 'trouble', of: 'mail/1' } });
    const notice = only(wordOfDead(card, partnership));
    expect(notice).toMatchObject({ kind: 'notice', lane: 'mail/cora-spoc', to: 'cora-spoc', caseId: CASE });
    expect(wordOfDead(notice, partnership)).toEqual([]);
  });

  it('a word of Convene’s own that a chat refuses goes by mail', () => {
    const word: Effect = {
      kind: 'notice',
      key: 'notice/x/cora-spoc',
      lane: 'chat/cora-spoc',
      caseId: '',
      to: 'cora-spoc',
      notice: { is: 'calendarEnds', lastDay: '2035-12-31' },
    };
    expect(only(wordOfDead(word, partnership))).toMatchObject({ lane: 'mail/cora-spoc', caseId: '' });
  });
});

describe('how the coordinator hears of what holds messages up', () => {
  const since = new Date('2026-09-07T08:00:00Z');
  const heldBy = (fault: Error, cause: string): Held => ({ cause, since, effect: mail, verdict: verdictOf(fault) });

  it('by chat where Microsoft 365 is the trouble, by mail where Teams is', () => {
    const graph = new GraphFault({ status: 503, code: 'x', kind: 'retry' });
    const teams = new TeamsFault({ status: 503, code: 'x', kind: 'retry' });
    expect(only(wordOfHeld(heldBy(graph, 'a'), partnership))).toMatchObject({ lane: 'chat/cora-spoc', caseId: '' });
    expect(only(wordOfHeld(heldBy(teams, 'a'), partnership))).toMatchObject({ lane: 'mail/cora-spoc', caseId: '' });
  });

  it('with one key for one outage and another for the next, and the case where it is about that alone', () => {
    const gone = new GraphFault({ status: 404, code: 'x', kind: 'lag' });
    const first = heldBy(gone, 'a');
    const again = only(wordOfHeld({ ...first, effect: { ...mail, key: 'mail/2' } }, partnership));
    const told = only(wordOfHeld(first, partnership));
    expect([told.key === again.key, told.caseId]).toEqual([true, CASE]);
    const next = only(wordOfHeld({ ...first, since: new Date('2026-09-08T08:00:00Z') }, partnership));
    expect(next.key).not.toBe(told.key);
  });

  it('in plain words: why, that nothing is lost, and how to see what waits; naming nobody but the reader', () => {
    const told = only(
      wordOfHeld(heldBy(new GraphFault({ status: 0, code: 'noToken', kind: 'retry' }), 'signIn'), partnership),
    );
    if (told.kind !== 'notice') throw new Error('no notice');
    const { text, mail: letter } = noticeFor(told, someone('cora-spoc'), partnership);
    for (const words of ['Convene cannot sign in', 'Nothing is lost', 'undelivered']) expect(text).toContain(words);
    expect(`${text}${letter.html}`).not.toMatch(/ines/i);
  });
});
