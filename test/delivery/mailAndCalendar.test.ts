import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFreeBusy } from '../../src/delivery/calendar.ts';
import { caseOfEvent, refreshInvitationAnswers } from '../../src/delivery/reconcile.ts';
import { keepSubscription } from '../../src/delivery/subscription.ts';
import type { Detail } from '../../src/domain/detail.ts';
import type { VoiceMode } from '../../src/domain/words.ts';
import type { OpenDatabase } from '../../src/store/database.ts';
import { freshStore } from '../support/store.ts';
import { CASE, quiet } from './support/bench.ts';
import { effects, openOffice, type Office } from './support/office.ts';
import { startWire } from './support/wire.ts';

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

const VICTIM = 'elsie.wainfleet@post.example';
const events = () => office.tenant.events().filter(({ cancelled }) => !cancelled);
const letters = () =>
  office.tenant.mailTo('tom.brackley@marshwick-police.example').filter(({ eventId }) => eventId === undefined);

describe('mail', () => {
  it('goes out from the partnership’s mailbox with the reference alone as subject and the personal link', async () => {
    await office.send(effects.mail('tom-brackley'));
    expect(letters()).toMatchObject([
      {
        subject: CASE,
        from: { address: office.partnership.authority.mailbox },
        html: expect.stringContaining('/form/tom-brackley') as string,
      },
    ]);
  });

  it('arrives once though the answer to sending it is lost', async () => {
    await office.send({ ...effects.mail('tom-brackley') });
    office.tenant.faults.set('graph', 'lostAnswers', 'often');
    await office.send(
      { ...effects.mail('tom-brackley'), key: 'mail/second' },
      { ...effects.mail('tom-brackley'), key: 'mail/third' },
    );
    await office.settle();
    // Both that waited are one e-mail.
    expect(letters()).toHaveLength(2);
    expect(Object.values(await office.states())).toEqual(['done', 'done', 'done']);
  });

  it('arrives once when the sender dies after sending and before recording', async () => {
    const send = office.parts.graph.post.bind(office.parts.graph);
    let die = true;
    office.parts.graph.post = async (path, body, ask) => {
      const answer = await send(path, body, ask);
      if (die && path.endsWith('/send')) return new Promise<never>(() => undefined);
      return answer;
    };
    void office.send(effects.mail('tom-brackley'));
    await expect.poll(() => letters().length).toBe(1);
    die = false;
    office.restart();
    office.clock.pass(60_000);
    await office.settle();
    expect(letters()).toHaveLength(1);
    expect(await office.states()).toEqual({ 'mail/tom-brackley': 'done' });
  });
});

function arrange(day: string, more: { openMinutes?: number; startsAt?: string } = {}): void {
  const openMinutes = more.openMinutes ?? 30;
  office.review.panelArranged = {
    on: '2026-09-07',
    with: { for: day, openSession: openMinutes > 0, chair: { name: 'Constance Ebbw', independent: true } },
    detail: {
      startsAt: more.startsAt ?? '10:00',
      minutes: 90,
      openMinutes,
      panel: ['priya-marlow', 'tom-brackley', 'oonagh-pell', 'constance-ebbw'],
      booking: 'b1',
    },
  };
  hears({ mode: openMinutes > 0 ? 'attend' : 'written' });
}
/** How the victim is heard, as recorded; by default the victim comes, with the address of the application. */
function hears({ mode, detail }: { mode: VoiceMode; detail?: Detail<'recordVoice'> }): void {
  const { reach = {} } = office.review;
  office.review.reach = { email: VICTIM, ...reach };
  office.review.voice = { on: '2026-09-07', mode, with: { mode }, ...(detail ? { detail } : {}) };
}
const attendees = (index: number) =>
  events()
    [index]?.attendees.map(({ address }) => address)
    .sort();

describe('the panel in the calendar', () => {
  const PANEL = [
    'constance.ebbw@westerby.example',
    'oonagh.pell@larkfield-homes.example',
    'priya.marlow@nonesuch.example',
    'tom.brackley@marshwick-police.example',
  ];

  it('is two events with two links; the panel is on both, the victim on the open one alone, and neither shows who is asked', async () => {
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    const [open, closed] = events();
    expect(events()).toHaveLength(2);
    expect([open?.start, open?.end]).toEqual(['2026-09-16T09:00:00.000Z', '2026-09-16T09:30:00.000Z']);
    expect([closed?.start, closed?.end]).toEqual(['2026-09-16T09:30:00.000Z', '2026-09-16T11:00:00.000Z']);
    expect(open?.joinUrl).not.toBe(closed?.joinUrl);
    expect(attendees(0)).toEqual([...PANEL, VICTIM].sort());
    expect(attendees(1)).toEqual(PANEL);
    expect(events().map(({ subject, hideAttendees }) => [subject, hideAttendees])).toEqual([
      [CASE, true],
      [CASE, true],
    ]);
  });

  it.each(['written', 'video', 'read_out', 'none'] as const)(
    'has no open event and no guest where the victim is heard otherwise: %s (STAT-12b)',
    async (mode) => {
      arrange('2026-09-16');
      hears({ mode });
      await office.send(effects.panel('bookPanel'));
      expect(events()).toHaveLength(1);
      expect(attendees(0)).toEqual(PANEL);
      expect(office.tenant.mailTo(VICTIM)).toEqual([]);
    },
  );

  it('invites nobody of the victim’s side before it is recorded how they are heard', async () => {
    arrange('2026-09-16');
    delete office.review.voice;
    await office.send(effects.panel('bookPanel'));
    expect(events()).toHaveLength(1);
    expect(office.tenant.mailTo(VICTIM)).toEqual([]);
  });

  it('invites the representative and never the victim; a change of mind takes one off and brings the other', async () => {
    const SPEAKER = 'speaks.for.elsie@post.example';
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    expect(attendees(0)).toContain(VICTIM);
    hears({
      mode: 'representative',
      detail: { inviteBy: 'email', representative: { name: 'Ada Vale', email: SPEAKER } },
    });
    await office.send(effects.panel('movePanel', 2));
    expect(attendees(0)).toEqual([...PANEL, SPEAKER].sort());
    expect(attendees(1)).toEqual(PANEL);
    hears({ mode: 'written' });
    await office.send(effects.panel('movePanel', 3));
    expect(events()).toHaveLength(1);
    expect(attendees(0)).toEqual(PANEL);
  });

  it('sends no e-mail to a victim who must not be reached by e-mail, though they come', async () => {
    office.review.reach = { email: VICTIM, notBy: ['email'] };
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    expect(events()).toHaveLength(2);
    expect(attendees(0)).toEqual(PANEL);
    expect(office.tenant.mailTo(VICTIM)).toEqual([]);
    delete office.review.reach;
  });

  it('never has the victim in the closed session, even were they named to the panel', async () => {
    arrange('2026-09-16');
    office.review.reach = { email: 'Oonagh.Pell@larkfield-homes.example' };
    await office.send(effects.panel('bookPanel'));
    expect(attendees(1)).not.toContain('oonagh.pell@larkfield-homes.example');
    delete office.review.reach;
  });

  it('is booked once though answers are lost', async () => {
    arrange('2026-09-16');
    office.tenant.faults.set('graph', 'lostAnswers', { next: 2 });
    await office.send(effects.panel('bookPanel'));
    await office.settle();
    expect(office.tenant.events()).toHaveLength(2);
    expect(office.tenant.mailTo(VICTIM)).toHaveLength(1);
  });

  it('moves in place over the end of summer time, keeping wall-clock time; a session no longer wanted is called off', async () => {
    arrange('2026-10-23');
    await office.send(effects.panel('bookPanel'));
    const ids = events().map(({ id }) => id);
    arrange('2026-10-26');
    await office.send(effects.panel('movePanel', 2));
    expect(events().map(({ id, start }) => [id, start])).toEqual([
      [ids[0], '2026-10-26T10:00:00.000Z'],
      [ids[1], '2026-10-26T10:30:00.000Z'],
    ]);
    arrange('2026-10-26', { openMinutes: 0 });
    await office.send(effects.panel('movePanel', 3));
    expect(events().map(({ id, start }) => [id, start])).toEqual([[ids[1], '2026-10-26T10:00:00.000Z']]);
  });

  it('a move that changes nothing tells nobody', async () => {
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    const before = office.tenant.mailTo('tom.brackley@marshwick-police.example').length;
    await office.send(effects.panel('movePanel', 2));
    expect(office.tenant.mailTo('tom.brackley@marshwick-police.example')).toHaveLength(before);
  });

  it('is called off with a word that says nothing of the case, and can be booked anew', async () => {
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    await office.send(effects.panel('cancelPanel'), effects.panel('cancelPanel', 2));
    expect(events()).toEqual([]);
    arrange('2026-09-23');
    await office.send(effects.panel('bookPanel', 1, 'b2'));
    expect(events()).toHaveLength(2);
    await office.send(effects.panel('cancelPanel', 3, 'b1'));
    expect(events()).toHaveLength(2);
  });

  it('deleted in Outlook: reading the answers says which of the two is gone', async () => {
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    const { graph, db } = office.parts;
    const { mailbox } = office.partnership.authority;
    const [open, closed] = events().map(({ id }) => id);
    await graph.delete(`/users/${mailbox}/events/${closed ?? ''}`);
    const { answered, gone } = await refreshInvitationAnswers({ db, graph, mailbox }, CASE);
    expect(answered.map(({ session }) => session)).toEqual(['open']);
    expect(gone).toEqual([{ session: 'closed', eventId: closed, booking: 'b1' }]);
    expect(open).not.toBe(closed);
  });

  it('deleted in Outlook and then moved: a new event with everybody on it, once though answers are lost, and the coordinator hears', async () => {
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    const [open, closed] = events().map(({ id }) => id);
    const { mailbox } = office.partnership.authority;
    for (const id of [open, closed]) await office.parts.graph.delete(`/users/${mailbox}/events/${id ?? ''}`);
    arrange('2026-09-23');
    office.tenant.faults.set('graph', 'lostAnswers', { next: 3 });
    await office.send(effects.panel('movePanel', 2));
    await office.settle();
    expect(office.bench.dead).toEqual([]);
    expect(events().map(({ start }) => start)).toEqual(['2026-09-23T09:00:00.000Z', '2026-09-23T09:30:00.000Z']);
    expect(attendees(0)).toContain(VICTIM);
    expect(attendees(1)).toContain('tom.brackley@marshwick-police.example');
    expect(events().map(({ id }) => id)).not.toContain(closed);
    const chat = office.tenant.messages(office.tenant.chatIdOf('priya-marlow') ?? '');
    expect(
      chat.map(({ content }) => content.text).filter((text) => text.includes('A new calendar event')),
    ).toHaveLength(2);
  });

  it('answers are read from both events, and a notification leads to its case', async () => {
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    const invited = office.tenant.mailTo('tom.brackley@marshwick-police.example')[0]?.eventId;
    expect(invited).toBeDefined();
    const { graph, db } = office.parts;
    const { mailbox } = office.partnership.authority;
    const { answered: told } = await refreshInvitationAnswers({ db, graph, mailbox }, CASE);
    expect(told.map(({ session, answers }) => [session, answers.length])).toEqual([
      ['open', 5],
      ['closed', 4],
    ]);
    expect(told.flatMap(({ answers }) => answers).every(({ answer }) => answer === 'none')).toBe(true);
    const closed = events()[1]?.id ?? '';
    expect(await caseOfEvent(db, `Users/x/Events/${closed}`)).toEqual({ caseId: CASE, session: 'closed' });
    expect(await caseOfEvent(db, 'users/x/events/other')).toBeNull();
  });
});

describe('notifications of answers', () => {
  it('are asked for once, renewed before they run out, and made anew when they did', async () => {
    const wire = await startWire(({ query }) => ({ status: 200, text: query.get('validationToken') ?? '' }));
    const asked = { url: `${wire.url}/api/notifications`, clientState: 'a-long-secret' };
    const parts = { ...office.parts, notifications: asked };
    const keep = () => keepSubscription(parts, office.partnership.authority.mailbox);
    const listed = async () =>
      ((await office.parts.graph.get('/subscriptions')).body as { value: { id: string; expirationDateTime: string }[] })
        .value;
    await keep();
    await keep();
    const [first] = await listed();
    expect(await listed()).toHaveLength(1);
    office.clock.pass(5 * 86_400_000);
    await keep();
    const [renewed] = await listed();
    expect(renewed?.id).toBe(first?.id);
    expect((renewed?.expirationDateTime ?? '') > (first?.expirationDateTime ?? '')).toBe(true);
    office.clock.pass(8 * 86_400_000);
    await keep();
    const [anew, ...others] = await listed();
    expect(anew?.id).not.toBe(first?.id);
    expect(others).toEqual([]);
    // Convene is reached elsewhere: a subscription that calls at the old address tells nobody.
    parts.notifications = { ...asked, url: `${wire.url}/moved/api/notifications` };
    await keep();
    await keep();
    const moved = (await listed()).filter(({ id }) => id !== anew?.id);
    expect(moved).toHaveLength(1);
    await wire.close();
  });

  it('a booking stands without them', async () => {
    office.parts.notifications = { url: 'http://127.0.0.1:9/nobody', clientState: 'a-long-secret' };
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    expect(events()).toHaveLength(2);
    expect(office.bench.dead).toEqual([]);
  });
});

describe('free and busy', () => {
  it('shows who can be seen, and everyone else as unknown, never as free', async () => {
    arrange('2026-09-16');
    await office.send(effects.panel('bookPanel'));
    const [priya, oonagh, tom] = ['priya-marlow', 'oonagh-pell', 'tom-brackley'].map(
      (id) => office.person(id).email,
    ) as [string, string, string];
    const freeBusy = makeFreeBusy(office.parts.graph, office.partnership.authority.mailbox, quiet);
    const read = await freeBusy({ emails: [priya, oonagh, tom, VICTIM], from: '2026-09-14', to: '2026-11-20' });
    const onTheDay = (email: string) => read.get(email)?.filter(({ day }) => day === '2026-09-16');
    expect(onTheDay(priya)).toEqual(expect.arrayContaining([{ day: '2026-09-16', from: '10:30', to: '12:00' }]));
    expect(read.get(oonagh)).not.toBeNull();
    expect(read.get(tom)).toBeNull();
    expect(read.get(VICTIM)).toBeNull();
  });

  it('is unknown altogether when the service is down', async () => {
    office.tenant.faults.set('graph', 'fail', 'always');
    const freeBusy = makeFreeBusy(office.parts.graph, office.partnership.authority.mailbox, quiet);
    const email = office.person('priya-marlow').email;
    expect((await freeBusy({ emails: [email], from: '2026-09-14', to: '2026-09-18' })).get(email)).toBeNull();
  });
});

describe('documents', () => {
  it('wait for the channel’s folder, and replace an earlier one of their name', async () => {
    await office.send(effects.openSpace(), effects.file());
    await office.settle();
    await office.send(effects.file(2));
    expect(office.tenant.files().map(({ name, version }) => [name, version])).toEqual([[`${CASE} pack.docx`, 2]]);
  });
});
