import { formatDay } from '../calendar/isoDate.ts';
import { counted } from '../documents/plainWords.ts';
import { requestLabel } from '../documents/procedureWords.ts';
import { mayAct } from '../domain/authority.ts';
import type { ReturnRequest } from '../domain/caseReview.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { ToldReturn } from '../domain/told.ts';
import type { ReturnKind } from '../domain/words.ts';
import { agencyIdOf, agencyNameOf, respondersOf } from '../domain/whoIsWho.ts';
import { execute, inRows, opens, toggles, type Button } from './buttons.ts';
import { joined, say, plain, type Markup } from './escape.ts';
import { legalBasis } from './legalBasis.ts';
import { at, entities } from './mention.ts';
import { renderCard, type Card } from './render.ts';
import { returnTone } from './sections/returnsSection.ts';
import { dueWords, type Colour } from './words.ts';
import { panelMet } from '../domain/panel.ts';

interface Asked {
  request: ReturnRequest;
  told: ToldReturn | undefined;
  responder: Person | undefined;
}

/**
 * One question to one agency: your form, by when, why you may answer. After the answer: who, when, late marked late. With a
 * viewer, only what that person may do: fill in the form, or read what was sent.
 */
export function requestCard(view: CaseView, kind: ReturnKind, agency: string, viewer?: Person): Card | null {
  const asked = askedOf(view, kind, agency);
  if (!asked) return null;
  const mentioned = owes(view, asked) && asked.responder ? [asked.responder] : [];
  return renderCard('request', {
    fallback: plain(
      `${view.reference}: ${requestLabel(view, kind)}. This card needs a newer Teams; the e-mail has the same form.`,
    ),
    entities: entities(mentioned),
    head: head(view, asked),
    colour: tone(view, asked).colour,
    ask: ask(view, asked),
    why: say`${WHY[kind]}`,
    status: say`${tone(view, asked).words}`,
    after: after(view, asked),
    buttonRows: inRows(buttons(view, asked, agencyIdOf(view.partnership, agency), viewer)),
    legal: legalBasis(kind).map((words) => ({ words: say`${words}` })),
    foot: foot(view, asked),
  });
}

/** Whom the card mentions: the agency's responder, while the answer is owed. */
export function askedPeople(view: CaseView, kind: ReturnKind, agency: string): Person[] {
  const asked = askedOf(view, kind, agency);
  return asked && owes(view, asked) && asked.responder ? [asked.responder] : [];
}

const WHY: Record<ReturnKind, string> = {
  threshold:
    'The bodies must decide whether this case is reviewed. They need to know which of the complaints reached you, and when.',
  review: 'The case is under review. The panel needs to know what was reported to you and what you did about it.',
  appeal: 'There is an appeal in this case. Whoever decides it needs your papers on it.',
};

function askedOf(view: CaseView, kind: ReturnKind, agency: string): Asked | null {
  const name = agencyNameOf(view.partnership, agency);
  const here = (one: { agency: string; kind: ReturnKind }) =>
    one.kind === kind && agencyNameOf(view.partnership, one.agency) === name;
  const request = view.review.requests.filter(here).at(-1);
  if (!request) return null;
  return { request, told: view.told.returns.find(here), responder: respondersOf(view.partnership, agency)[0] };
}

const owes = (view: CaseView, { request, told }: Asked): boolean =>
  view.review.stage !== 'closed' && !request.answer && told?.status !== 'no_return';

/** The pack took the answers with it; until then an answer may be put right. */
const mayAmend = (view: CaseView, { request }: Asked): boolean =>
  view.review.stage !== 'closed' && request.answer !== undefined && !view.review.packIssuedOn && !panelMet(view.review);

/** While time is left, the first line says how much; later the line below says what came. */
function head(view: CaseView, { told, request }: Asked): Markup {
  const open = told?.status === 'open' && told.dueOn ? ` · by ${dueWords(told.dueOn, view).words}` : '';
  return say`${view.reference} · ${requestLabel(view, request.kind)}${open}`;
}

function tone(view: CaseView, { told }: Asked): { words: string; colour: Colour } {
  if (!told || told.status === 'open') return { words: '', colour: 'Default' };
  if (told.status === 'overdue' && told.dueOn)
    return {
      words: `It was due on ${dueWords(told.dueOn, view).words}. Please answer now; a late answer still counts.`,
      colour: 'Attention',
    };
  const { words, colour } = returnTone(view, told);
  return { words: `${words}.`, colour };
}

function ask(view: CaseView, asked: Asked): Markup {
  const agency = agencyNameOf(view.partnership, asked.request.agency);
  if (!owes(view, asked)) return say`**${agency}**`;
  return joined([...(asked.responder ? [at(asked.responder)] : []), say`**${agency}**`], ' · ');
}

/** What was recorded, by whom and when, and what follows. */
function after(view: CaseView, asked: Asked): Markup {
  const { answer } = asked.request;
  if (!answer) return say`${without(view, asked)}`;
  const who = answer.detail?.responder ?? answer.detail?.declaredBy;
  const changed = answer.amended
    ? say` Changed on ${formatDay(answer.on)}${answer.by ? ` by ${answer.by.name}` : ''}.`
    : say``;
  const by = who
    ? say`Recorded on ${formatDay(answer.firstOn)}, given by ${who}.`
    : say`Recorded on ${formatDay(answer.firstOn)}.`;
  const then = view.review.packIssuedOn
    ? `It is in the pack that went to the panel on ${formatDay(view.review.packIssuedOn)}.`
    : mayAmend(view, asked)
      ? 'Only your organisation and the coordinator can read it until the pack goes to the panel. You can change it until then.'
      : '';
  return say`${by}${changed} ${then}`;
}

/** What happened without the answer, and where the next one is asked. */
function without(view: CaseView, { request, told }: Asked): string {
  if (told?.status !== 'no_return') return '';
  const { decisions, declined, requests, panelHeld } = view.review;
  if (request.kind === 'threshold') {
    const on = decisions.find((it) => it.on >= request.sentOn)?.on ?? declined?.on;
    const newer = requests.some((it) => it.agency === request.agency && it.kind === 'review' && !it.answer);
    const what =
      declined !== undefined && decisions.length === 0 ? 'The application was declined' : 'The threshold was decided';
    return `${what}${on ? ` on ${formatDay(on)}` : ''}: this form is no longer needed.${newer ? ' The form for the review has a card of its own: please answer that one.' : ''}`;
  }
  if (request.kind === 'review' && panelHeld)
    return `The panel met on ${formatDay(panelHeld.on)} without it. A late answer still helps.`;
  return '';
}

function buttons(view: CaseView, asked: Asked, agency: string, viewer?: Person): Button[] {
  const { kind, answer } = asked.request;
  const where = { caseId: view.reference, kind, agency: agency.slice(0, 100), v: view.version };
  const basis = toggles('Legal basis', ['legal']);
  const may = (doing: 'recordReturn' | 'seeReturn') =>
    viewer !== undefined && mayAct(viewer, doing, view.review, view.partnership, { agency, kind }) === null;
  if (viewer !== undefined && !may('recordReturn'))
    return may('seeReturn') && answer ? [opens('Read the answer', 'readReturn', where), basis] : [basis];
  if (mayAmend(view, asked))
    // The card in the channel is everybody's: whoever may change the answer gets the form, the coordinator the answer.
    return [opens(viewer === undefined ? 'Open the answer' : 'See or change the answer', 'return', where), basis];
  if (!owes(view, asked))
    // A late form still tells the case something after a panel; after the decision it was asked for it tells nobody anything.
    return view.review.stage !== 'closed' && !answer && kind !== 'threshold'
      ? [opens('Fill in the form', 'return', where), basis]
      : [basis];
  return [
    opens('Fill in the form', 'return', where, { style: 'positive' }),
    execute('We hold nothing', 'return.nil', where),
    basis,
  ];
}

function foot(view: CaseView, asked: Asked): Markup {
  if (!owes(view, asked)) return say`As on ${formatDay(view.today)}.`;
  const complaints = counted(view.review.complaints.length, 'complaint');
  return say`The form asks about ${complaints}, takes drafts, and can be finished later. No Teams to hand? The e-mail to your organisation has a link to the same form.`;
}
