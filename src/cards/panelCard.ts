import { formatDay } from '../calendar/isoDate.ts';
import { capital, counted, GUEST_WORDS, listed, VOICE_WORDS } from '../documents/plainWords.ts';
import type { CaseView } from '../domain/caseView.ts';
import { openPartOf } from '../domain/openPart.ts';
import { personOf } from '../domain/whoIsWho.ts';
import type { ProposedSlots, Slot } from '../domain/workings.ts';
import { execute, inRows, opens, type Button } from './buttons.ts';
import { say, plain, type Markup } from './escape.ts';
import { fitted, renderCard, type Card, type Limits } from './render.ts';
import { inviteeRows, panelWords } from './sections/panelSection.ts';
import type { Row } from './sections/section.ts';
import { panelMet } from '../domain/panel.ts';

/** The panel's day: three times to choose from, or the day chosen, who comes, and what the coordinator does next. */
export function panelCard(view: CaseView): Card {
  return fitted((limits) => renderCard('panel', panelData(view, limits)));
}

function panelData(view: CaseView, limits: Limits): object {
  const { panelArranged } = view.review;
  const panelHeld = panelMet(view.review);
  if (!panelHeld && view.review.stage === 'closed') return neverMet(view);
  const slots = panelArranged ? undefined : view.workings.slots;
  const rows = panelArranged && !panelHeld ? inviteeRows(view) : [];
  return {
    fallback: plain(`${view.reference}: the panel. This card needs a newer Teams.`),
    head: say`${view.reference} · ${panelHeld ? 'The panel has met' : panelArranged ? 'The panel' : 'Choose a day for the panel'}`,
    when: panelWords(view) ?? proposalWords(slots),
    sessions: sessionWords(view),
    slots: (slots?.slots ?? []).map((slot, at) => slotData(view, slot, at)),
    rows: rows.slice(0, limits.rows) satisfies Row[],
    more: rows.length > limits.rows ? `and ${rows.length - limits.rows} more` : '',
    pack: packWords(view),
    buttonRows: inRows(buttons(view, slots)),
    foot: say`As on ${formatDay(view.today)}.${footWords(view)}`,
  };
}

const neverMet = (view: CaseView): object => ({
  fallback: plain(`${view.reference}: the panel. This card needs a newer Teams.`),
  head: say`${view.reference} · The panel`,
  when: say`It did not meet: the case was closed first.`,
  sessions: say``,
  slots: [],
  rows: [],
  more: '',
  pack: say``,
  buttonRows: [],
  foot: say`As on ${formatDay(view.today)}.`,
});

function proposalWords(slots: ProposedSlots | undefined): Markup {
  if (!slots) return say`No time has been looked for yet.`;
  const found = slots.slots.length
    ? `${counted(slots.slots.length, 'time')} of ${slots.minutes} minutes, the best first. A calendar we cannot see counts as not known, never as free.`
    : 'No time suits inside the days that are left.';
  return say`${slots.why} ${found}`;
}

function sessionWords(view: CaseView): Markup {
  const arranged = view.review.panelArranged;
  if (!arranged || panelMet(view.review)) return say``;
  const chair = arranged.with.chair;
  const chairWords = chair
    ? `Chair: ${chair.name}${chair.independent ? ', independent' : ', not independent'}.`
    : 'No chair named yet.';
  const openPart = openPartOf(view.review);
  if (!openPart) return say`Closed session only: ${notThere(view)} ${chairWords}`;
  const { minutes } = arranged.detail ?? {};
  const who = GUEST_WORDS[openPart.guest.who];
  return say`First ${openPart.minutes} minutes open: ${who} is in the room. Then ${minutes ?? 'some'} minutes closed: the panel alone. ${chairWords}`;
}

/** Why nobody of the victim's side is invited. */
function notThere({ review: { voice } }: CaseView): string {
  if (!voice) return 'how the victim wants to be heard is not recorded yet.';
  return voice.mode === 'none' ? 'the victim is not heard at the meeting.' : `${VOICE_WORDS[voice.mode]}.`;
}

function footWords(view: CaseView): string {
  const guest = panelMet(view.review) ? undefined : openPartOf(view.review)?.guest;
  return guest?.email
    ? ` ${capital(GUEST_WORDS[guest.who])} is invited to the open part alone, with a link of its own.`
    : '';
}

function slotData(view: CaseView, slot: Slot, at: number): object {
  const names = (ids: readonly string[]) =>
    listed(ids.slice(0, 4).map((id) => personOf(view.partnership, id)?.name ?? id));
  const busy = slot.busy.length ? ` Busy: ${names(slot.busy)}.` : '';
  const unknown = slot.unknown.length ? ` Not known: ${names(slot.unknown)}.` : '';
  const when = `${formatDay(slot.day)}, ${slot.startsAt}`;
  return {
    when: say`**${when}**`,
    words: say`${counted(slot.free.length, 'person', 'people')} free.${busy}${unknown}`,
    colour: slot.busy.length ? 'Warning' : 'Good',
    buttons: [
      execute(
        `Choose ${shortDay(slot)}`,
        'slot.pick',
        { caseId: view.reference, slot: at, day: slot.day, startsAt: slot.startsAt, v: view.version },
        at === 0 ? { style: 'positive' } : {},
      ),
    ],
  };
}

const shortDay = (slot: Slot): string => `${formatDay(slot.day).split(' ').slice(0, 3).join(' ')}, ${slot.startsAt}`;

function packWords(view: CaseView): Markup {
  const { packIssuedOn, panelArranged } = view.review;
  const panelHeld = panelMet(view.review);
  if (packIssuedOn)
    return say`The pack went to the panel on ${formatDay(packIssuedOn)}. It is in this channel’s files.`;
  if (!panelArranged || panelHeld) return say``;
  const owed = view.told.returns.filter((one) => one.status === 'open' || one.status === 'overdue').length;
  return owed
    ? say`The pack has not gone out. ${counted(owed, 'form')} still to come; answers can be changed until it goes.`
    : say`The pack has not gone out. All forms are settled; answers can be changed until it goes.`;
}

function buttons(view: CaseView, slots: ProposedSlots | undefined): Button[] {
  const { panelArranged, packIssuedOn } = view.review;
  const panelHeld = panelMet(view.review);
  const where = { caseId: view.reference, v: view.version };
  if (panelHeld) return [];
  if (!panelArranged) return [opens(slots ? 'Look for other times' : 'Look for times', 'proposeSlots', where)];
  const pack = execute('Send the pack', 'pack.issue', where, { style: 'positive' });
  const open = execute('Open the meeting', 'meeting.open', where, packIssuedOn ? { style: 'positive' } : {});
  return [
    ...(packIssuedOn ? [] : [pack]),
    open,
    opens('Move it', 'movePanel', where, { secondary: true }),
    opens('Call it off', 'cancelPanel', where, { secondary: true }),
  ];
}
