import type { BackstageView } from '../../../../src/rehearsal/desk/protocol.ts';

export const backstage = (): BackstageView => ({
  cases: [{ reference: 'NBC-2026-0007', stage: 'gathering', openedOn: '2026-08-24' }],
  record: {
    reference: 'NBC-2026-0007',
    chainOk: true,
    events: [
      {
        version: 1,
        on: '2026-08-24',
        at: '2026-08-24T09:00:00.000Z',
        act: 'receiveApplication',
        by: 'Imogen Vantongeren',
        words: 'The application arrived by web form.',
        rules: ['HER-2.1', 'STAT-1'],
        json: { type: 'applicationReceived', channel: 'web' },
      },
      {
        version: 2,
        on: '2026-08-26',
        at: '2026-08-26T09:00:00.000Z',
        act: 'requestReturns',
        by: 'Imogen Vantongeren',
        words: 'Three agencies were asked for what they hold.',
        rules: ['HER-4.3'],
        json: { type: 'returnsRequested' },
      },
    ],
  },
  clocks: [
    {
      id: 'agencyReturn',
      of: 'Larkfold Homes',
      rule: 'HER-4.3',
      kind: 'agency',
      words: 'Send the response form',
      status: 'running',
      anchor: '2026-08-26',
      dueOn: '2026-09-09',
      why: [
        { on: '2026-08-26', note: 'asked' },
        { on: '2026-08-31', note: 'bank holiday, not counted' },
        { on: '2026-09-09', note: 'working day 9' },
      ],
    },
  ],
  outbox: [
    {
      key: 'nudge/NBC-2026-0007/HER-4.3/2026-09-09/1',
      lane: '19:case7',
      kind: 'card',
      state: 'waiting',
      attempts: 2,
      nextAt: '2026-09-07T08:10:00.000Z',
      waits: null,
      error: 'Turned away: too busy. Tried again in 30 seconds.',
    },
    {
      key: 'letter/NBC-2026-0007/ack',
      lane: 'mail',
      kind: 'mail',
      state: 'dead',
      attempts: 8,
      nextAt: null,
      waits: null,
      error: 'The mailbox does not exist.',
    },
  ],
  wire: [
    {
      at: '2026-09-07T08:05:00.000Z',
      side: 'connector',
      method: 'POST',
      path: '/v3/conversations/19:case7/activities',
      status: 201,
      ms: 6,
    },
    {
      at: '2026-09-07T08:05:01.000Z',
      side: 'graph',
      method: 'GET',
      path: '/v1.0/teams/t1/channels',
      status: 429,
      ms: 3,
    },
  ],
});
