import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseReview } from '../../src/domain/caseReview.ts';
import type { Effect } from '../../src/domain/effects.ts';
import { effectsOf } from '../../src/domain/effectsOf.ts';
import { evolve } from '../../src/domain/evolve.ts';
import { asChair } from '../../src/domain/panelPeople.ts';
import { stillOwed } from '../../src/domain/stillOwed.ts';
import { someone, testPartnership } from '../support/partnership.ts';

const partnership = testPartnership();
const meta = { reference: 'HBC-2026-0001', procedure: 'hertsmere', authority: 'Nonesuch Borough Council' } as const;
const application: CaseEvent = {
  type: 'applicationReceived',
  act: 'receiveApplication',
  on: '2026-03-02',
  with: {
    channel: 'online',
    applicant: { name: 'Elsie Victim', role: 'victim', kind: 'individual' },
    victim: { name: 'Elsie Victim' },
    complaints: [{ ref: 'a', occurredOn: '2026-02-01', reports: [{ to: 'council', on: '2026-02-02' }] }],
  },
};
const asked: CaseEvent = {
  type: 'returnsRequested',
  act: 'requestReturns',
  on: '2026-03-03',
  with: { kind: 'review', agencies: [{ name: 'Invented Police', body: 'police' }] },
};
const returned: CaseEvent = {
  type: 'returnRecorded',
  act: 'recordReturn',
  on: '2026-03-04',
  with: { agency: 'Invented Police', kind: 'review', result: 'nil' },
};
const arranged = (day: string, booking: string): CaseEvent => ({
  type: 'panelArranged',
  act: 'arrangePanel',
  on: '2026-03-10',
  with: { for: day, chair: asChair(someone('indy-chair')) },
  detail: { startsAt: '10:00', minutes: 90, openMinutes: 0, panel: ['cora-spoc', 'lana-lord', 'indy-chair'], booking },
});
const held: CaseEvent = {
  type: 'panelHeld',
  act: 'holdPanel',
  on: '2026-03-24',
  with: { attended: [{ seat: 'csio', body: 'council' }], chair: asChair(someone('indy-chair')) },
  detail: { attendedPersons: ['cora-spoc', 'lana-lord'] },
};
const action = (id: string, owner: string, agency: string) => ({
  id,
  title: 'Something',
  owner,
  agency,
  dueOn: '2026-04-30',
});
const agreed: CaseEvent = {
  type: 'planAgreed',
  act: 'agreePlan',
  on: '2026-03-24',
  with: {
    actions: [action('1', 'Odd Fellow', 'Nonesuch Borough Council'), action('2', 'Lana Lord', 'Invented Homes')],
  },
  detail: {
    chains: {
      '1': {
        owner: 'odd-fellow',
        lineManager: 'line-manager',
        headOfService: 'hedda-service',
        chiefExecutive: 'chief-exec',
      },
      '2': { owner: 'lana-lord', lineManager: 'homer-head' },
    },
  },
};
const nudged = (about: object, to: object, nudge = 'ladder', on = '2026-05-22'): CaseEvent =>
  ({ type: 'nudged', on, key: `${nudge}/x/${on}`, nudge, about, to }) as CaseEvent;
const reported = (id: string, status: 'done' | 'no_longer_viable'): CaseEvent => ({
  type: 'actionReported',
  act: 'reportAction',
  on: '2026-04-20',
  with: { action: id, status, ...(status === 'done' ? {} : { outcome: 'The person moved away.' }) },
});
const closed: CaseEvent = {
  type: 'caseClosed',
  act: 'closeCase',
  on: '2026-06-01',
  with: { as: 'completed', reason: 'The behaviour has stopped.' },
};

const closingLetter = (on: string): CaseEvent => ({
  type: 'letterSent',
  act: 'sendLetter',
  on,
  with: { letter: 'closing', by: 'email' },
});

/** The case after `before`, and the effects of `event` on it. */
function told(before: CaseEvent[], ...events: CaseEvent[]): { effects: Effect[]; after: CaseReview } {
  const state = (all: CaseEvent[]) =>
    all.reduce<CaseReview | null>((review, event) => evolve(review, event, meta), null) as CaseReview;
  const after = state([...before, ...events]);
  const from = before.length === 0 ? null : state(before);
  const version = before.length + events.length;
  return { effects: effectsOf({ before: from, after, events, version, partnership }), after };
}
const keys = (effects: Effect[]) => effects.map((it) => it.key);
const toMeeting = [application, asked, returned, arranged('2026-03-24', 'b4')];
const toPlan = [...toMeeting, held, agreed];

describe('what goes out because of what was recorded', () => {
  it('opens the channel first and then posts the case card, in the same lane', () => {
    const { effects } = told([], application);
    expect(keys(effects)).toEqual(['openSpace/HBC-2026-0001', 'card/HBC-2026-0001/case/v1']);
    expect(new Set(effects.map((it) => it.lane))).toEqual(new Set(['space/HBC-2026-0001']));
  });

  it('HER-9.1: a risk recorded as high is told at once to the coordinator and the lead authority’s senior managers, a medium one is not', () => {
    const risk = (level: 'medium' | 'high'): CaseEvent => ({
      type: 'riskAssessed',
      act: 'assessRisk',
      on: '2026-03-05',
      with: { stage: 'review', level },
    });
    const heard = (level: 'medium' | 'high') =>
      told([application], risk(level)).effects.flatMap((it) => (it.kind === 'message' ? [it] : []));
    expect(heard('medium')).toEqual([]);
    expect(new Set(heard('high').map((it) => it.nudge))).toEqual(new Set(['high_risk']));
    const seniors = partnership.people.filter(
      (it) => it.roles.includes('senior_manager') && it.tenantId === partnership.authority.tenantId,
    );
    expect(heard('high').map((it) => it.to)).toEqual(
      expect.arrayContaining(['cora-spoc', ...seniors.map((it) => it.id)]),
    );
  });

  it('carries ids and never a name, a text or an address', () => {
    for (const events of [[application], [...toMeeting], [...toPlan]])
      expect(JSON.stringify(told(events.slice(0, -1), events.at(-1) as CaseEvent).effects)).not.toMatch(
        /Elsie|Something|@|Odd Fellow/,
      );
  });

  it('counts the forms still to come on the panel’s card, until the pack has gone', () => {
    const { effects } = told([application, asked, arranged('2026-03-24', 'b4')], returned);
    expect(keys(effects)).toContain('card/HBC-2026-0001/panel/v4');
    const pack: CaseEvent = { type: 'packIssued', on: '2026-03-11', by: { person: 'x', name: 'X', agency: 'Y' } };
    const later = told([application, asked, arranged('2026-03-24', 'b4'), pack], returned);
    expect(keys(later.effects)).not.toContain('card/HBC-2026-0001/panel/v5');
    expect(keys(told([application, asked], returned).effects)).not.toContain('card/HBC-2026-0001/panel/v3');
  });

  it('asks an agency by a card in the channel and a mail with a link to its first responder', () => {
    const { effects } = told([application], asked);
    expect(keys(effects)).toContain('card/HBC-2026-0001/request/review/police/v2');
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'mail', to: 'ines-pector', nudge: 'asked', lane: 'mail/ines-pector' }),
    );
  });

  it('brings new members into the channel before the card that mentions them', () => {
    const { effects } = told([application], asked);
    expect(effects.map((it) => it.kind).indexOf('syncMembers')).toBeLessThan(
      effects.findIndex((it) => it.kind === 'card'),
    );
  });

  it('books on the first arrangement, moves the same booking on the next, cancels it once', () => {
    expect(keys(told([application, asked, returned], arranged('2026-03-24', 'b4')).effects)).toContain(
      'bookPanel/HBC-2026-0001/b4',
    );
    const moved = told(toMeeting, arranged('2026-03-25', 'b4')).effects;
    expect(keys(moved)).toContain('movePanel/HBC-2026-0001/b4/v5');
    expect(keys(moved).some((key) => key.startsWith('bookPanel'))).toBe(false);
    const off = told(toMeeting, { type: 'panelCancelled', on: '2026-03-12', reason: 'Chair is ill.' }).effects;
    expect(keys(off)).toContain('cancelPanel/HBC-2026-0001/b4');
  });

  it('gives a host owner a card in their chat, and a partner a card in the channel and a mail', () => {
    const { effects } = told([...toMeeting, held], agreed);
    const cards = effects.filter((it) => it.kind === 'card' && it.matter.is === 'action');
    expect(cards.map((it) => it.lane)).toEqual(['chat/odd-fellow', 'space/HBC-2026-0001']);
    const mails = effects.filter((it) => it.kind === 'mail');
    expect(mails.map((it) => [it.to, it.nudge])).toEqual([['lana-lord', 'assigned']]);
  });

  it('tells the panel when an action is no longer viable (HER-10.7), and not when it is done', () => {
    const done = told(toPlan, reported('2', 'done')).effects;
    expect(done.some((it) => 'nudge' in it)).toBe(false);
    const gone = told(toPlan, reported('2', 'no_longer_viable')).effects;
    const heard = gone.flatMap((it) => ('nudge' in it && it.nudge === 'partners_told' ? [it.to] : []));
    expect(new Set(heard)).toEqual(new Set(['cora-spoc', 'lana-lord', 'indy-chair']));
  });

  it('sends a rung to the line manager’s chat, though no member of the channel', () => {
    const { effects } = told(
      toPlan,
      nudged({ action: '1', step: 1 }, { role: 'line_manager', person: 'line-manager' }),
    );
    const said = effects.filter((it) => it.kind === 'message' || it.kind === 'mail');
    expect(said).toEqual([
      expect.objectContaining({ kind: 'message', to: 'line-manager', lane: 'chat/line-manager', step: 1 }),
    ]);
  });

  it('writes to a partner’s manager by mail alone, without a mention in a channel they are not in', () => {
    const { effects } = told(toPlan, nudged({ action: '2', step: 1 }, { role: 'line_manager', person: 'homer-head' }));
    const said = effects.filter((it) => it.kind === 'message' || it.kind === 'mail');
    expect(said).toEqual([expect.objectContaining({ kind: 'mail', to: 'homer-head' })]);
  });

  it('lets the coordinator hear where the directory names nobody for a rung', () => {
    const { effects } = told(toPlan, nudged({ action: '2', step: 2 }, { role: 'head_of_service' }));
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'message', to: 'cora-spoc', nudge: 'ladder' }));
  });

  it('chases an agency’s responders by mention and mail, from the second chaser on deputies too', () => {
    const chase = nudged(
      { agency: 'Invented Police', clock: 'HER.agency', chase: 2 },
      { role: 'agency', agency: 'Invented Police' },
      'chase',
      '2026-03-09',
    );
    const { effects } = told([application, asked], chase);
    const said = effects.flatMap((it) => ('nudge' in it ? [`${it.kind} ${it.to}`] : []));
    expect(said).toEqual(['message ines-pector', 'mail ines-pector', 'message depu-ty', 'mail depu-ty']);
    expect(
      effects.every((it) => !('nudge' in it) || (it.matter.is === 'request' && it.matter.agency === 'police')),
    ).toBe(true);
  });

  it('puts the closing card and, once the applicant is told, the archive into the channel’s lane, and no card afterwards (STAT-13)', () => {
    const { effects, after } = told(toPlan, closed);
    expect(effects.at(-1)).toMatchObject({ kind: 'card', lane: 'space/HBC-2026-0001', matter: { is: 'closing' } });
    expect(effects.map((it) => it.kind)).not.toContain('archiveSpace');
    expect(after.stage).toBe('closed');
    const rest = told([...toPlan, closed], closingLetter('2026-06-02')).effects;
    expect(rest.map((it) => ('matter' in it ? it.matter.is : it.kind))).toEqual(['case', 'closing', 'archiveSpace']);
    expect(new Set(rest.map((it) => it.lane))).toEqual(new Set(['space/HBC-2026-0001']));
    expect(told([...toPlan, closed, closingLetter('2026-06-02')], closingLetter('2026-06-03')).effects).toEqual([]);
  });

  it('archives at once where the applicant was told before the closing', () => {
    const declined = { ...closed, with: { as: 'refused', reason: 'A court has ruled.' } } as CaseEvent;
    expect(
      told([application], declined)
        .effects.slice(-2)
        .map((it) => it.kind),
    ).toEqual(['card', 'archiveSpace']);
  });

  it('leaves no button in the channel of a case that ends before its panel: forms, panel and meeting are drawn anew', () => {
    const kinds = told(toMeeting, { ...closed, on: '2026-03-13' }).effects;
    const redrawn = kinds.flatMap((it) => ('matter' in it && it.kind === 'card' ? [it.matter.is] : []));
    expect(redrawn).toEqual(['case', 'request', 'panel', 'meeting', 'closing']);
    expect(kinds.map((it) => it.kind)).toContain('cancelPanel');
  });
});

describe('what is dropped at the last moment', () => {
  const one = (effects: Effect[], fits: (it: Effect) => boolean): Effect => effects.find(fits) as Effect;
  const ladder = nudged({ action: '1', step: 1 }, { role: 'line_manager', person: 'line-manager' });

  it('a rung when the action was done before it went out', () => {
    const message = one(told(toPlan, ladder).effects, (it) => it.kind === 'message');
    expect(stillOwed(message, told(toPlan, ladder).after)).toBe(true);
    expect(stillOwed(message, told(toPlan, ladder, reported('1', 'done')).after)).toContain('ended');
  });

  it('a nudge for a date that was moved', () => {
    const message = one(
      told(toPlan, nudged({ action: '1' }, { role: 'owner' }, 'due_today', '2026-04-30')).effects,
      (it) => it.kind === 'message',
    );
    const moved: CaseEvent = {
      type: 'actionMoved',
      act: 'moveAction',
      on: '2026-05-01',
      with: { action: '1', dueOn: '2026-05-29', reason: 'Court date', by: 'Panel' },
    };
    expect(stillOwed(message, told(toPlan, moved).after)).toContain('new date');
  });

  it('an ask for a return that is in, whether the matter names the agency by id or by name', () => {
    const mail = one(told([application], asked).effects, (it) => it.kind === 'mail');
    expect(stillOwed(mail, told([application], asked).after, { partnership })).toBe(true);
    expect(stillOwed(mail, told([application, asked], returned).after, { partnership })).toBe('The return is in.');
  });

  it('a chaser for a form that the panel went on without', () => {
    const mail = one(told([application], asked).effects, (it) => it.kind === 'mail');
    const { after } = told([application, asked, arranged('2026-03-24', 'b3')], held);
    expect(stillOwed(mail, after, { partnership })).toContain('panel has met');
  });

  it('a booking that was cancelled, and a booking replaced by another', () => {
    const book = one(
      told([application, asked, returned], arranged('2026-03-24', 'b4')).effects,
      (it) => it.kind === 'bookPanel',
    );
    const off: CaseEvent = { type: 'panelCancelled', on: '2026-03-12', reason: 'Chair is ill.' };
    expect(stillOwed(book, told(toMeeting, off).after)).toContain('cancelled');
    expect(stillOwed(book, told([...toMeeting, off], arranged('2026-03-30', 'b6')).after)).toContain('cancelled');
  });

  it('the case card when a later version waits, but never the news that an action is no longer viable', () => {
    const card = one(told([application], asked).effects, (it) => it.kind === 'card' && it.matter.is === 'case');
    expect(stillOwed(card, told([application], asked).after, { version: 2 })).toBe(true);
    expect(stillOwed(card, told([application, asked], returned).after, { version: 3 })).toContain('later version');
    const news = one(
      told(toPlan, reported('2', 'no_longer_viable')).effects,
      (it) => 'nudge' in it && it.nudge === 'partners_told',
    );
    expect(stillOwed(news, told([...toPlan, reported('2', 'no_longer_viable')], closed).after)).toBe(true);
  });

  it('everything that asks, once the case is closed; the closing card and the archive go', () => {
    const { effects, after } = told([...toPlan, closed], closingLetter('2026-06-02'));
    const message = one(told(toPlan, ladder).effects, (it) => it.kind === 'message');
    expect(stillOwed(message, after)).toBe('The case is closed.');
    for (const effect of effects.slice(-2)) expect(stillOwed(effect, after)).toBe(true);
  });
});
