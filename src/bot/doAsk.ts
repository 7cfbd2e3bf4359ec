import type { Ask } from '../cards/forms/ask.ts';
import type { Values } from '../cards/forms/form.ts';
import type { DialogParams } from '../cards/verbs.ts';
import { formatDay } from '../calendar/isoDate.ts';
import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Deps, Outcome } from '../operations/deps.ts';
import type { Press } from '../operations/pressKey.ts';
import { casesLike, openCase, openSafeguardingReview } from '../operations/openCase.ts';
import { mendDelivery } from '../operations/undelivered.ts';
import { askOfCase } from './askOfCase.ts';

/** What came of an ask: closed (with a word of thanks where one is due), another dialog, the same again, or a refusal. */
export type Did =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'closed'; text?: string; sent: boolean }
  | { kind: 'open'; params: DialogParams }
  | { kind: 'again'; values?: Values };

export interface Asking {
  ask: Ask;
  params: DialogParams;
  press?: Press;
}

/** Hands what a form asks to the operations. Bot and web pages share it: the same answers to the same asks. */
export async function doAsk(deps: Deps, { person }: { person: Person }, asking: Asking): Promise<Did> {
  const { ask } = asking;
  switch (ask.do) {
    case 'close':
      return { kind: 'closed', sent: false };
    case 'keepTyped':
      return { kind: 'closed', sent: false, text: 'Kept. Open the form again to go on where you left it.' };
    case 'open':
      return { kind: 'open', params: ask.params };
    case 'verb':
      return { kind: 'closed', sent: false };
    case 'openCase':
      return openedOrAlike(deps, person, ask);
    case 'openSafeguarding':
      return opened(
        await openSafeguardingReview(deps, {
          person,
          with: ask.with as never,
          ...(ask.decidedBy === undefined ? {} : { decidedBy: ask.decidedBy }),
          ...once(person, ask.once),
        }),
      );
    case 'mendDelivery': {
      const on = { person, caseId: asking.params.caseId ?? null };
      const mended = await mendDelivery(deps, { ...on, id: ask.id, how: ask.how });
      return mended.kind === 'refused' ? mended : { kind: 'again' };
    }
    default:
      return askOfCase(deps, person, { ...asking, ask });
  }
}

/** The form's own name, so that pressing twice opens one case. */
const once = (person: Person, nonce: string): { activityId?: string } =>
  nonce === '' ? {} : { activityId: `form/${person.id}/${nonce}` };

/** An application that looks like earlier ones is shown again with what was typed, to be opened knowingly or not at all. */
async function openedOrAlike(deps: Deps, person: Person, ask: Extract<Ask, { do: 'openCase' }>): Promise<Did> {
  const { alikeKnown, typed } = ask;
  const pressed = once(person, ask.once);
  const alike = await casesLike(deps, { person, with: ask.with, ...pressed });
  if (alike.some((reference) => !alikeKnown.includes(reference)))
    return { kind: 'again', values: { ...typed, looksLike: alike.join(', ') } };
  const opening = { person, with: ask.with as never, detail: ask.detail as never, alikeKnown: alike.length > 0 };
  return opened(await openCase(deps, { ...opening, ...pressed }));
}

function opened(outcome: Outcome<CaseView>): Did {
  if (outcome.kind === 'refused') return outcome;
  const { reference, steps } = outcome.value;
  const first = steps[0];
  const next = first ? ` Next: ${first.words}${first.dueOn ? ` by ${formatDay(first.dueOn)}` : ''}.` : '';
  return { kind: 'closed', sent: true, text: `${reference} is open. Its channel is being made.${next}` };
}
