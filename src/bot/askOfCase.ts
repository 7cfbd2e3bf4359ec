import type { Ask } from '../cards/forms/ask.ts';
import type { Values } from '../cards/forms/form.ts';
import { formatDay } from '../calendar/isoDate.ts';
import type { Act } from '../domain/acts.ts';
import type { Person } from '../domain/directory.ts';
import type { Deps, Outcome } from '../operations/deps.ts';
import { setAttendance } from '../operations/meeting.ts';
import { addRecommendation, captureAction, setFindings } from '../operations/meetingPlan.ts';
import { cancelPanel, movePanel, pickSlot, proposeSlots } from '../operations/panel.ts';
import { performOnCase } from '../operations/perform.ts';
import { nilReturn, saveReturnDraft, sendReturn } from '../operations/returns.ts';
import type { Asking, Did } from './doAsk.ts';

type OfCase = Exclude<
  Ask,
  { do: 'close' | 'keepTyped' | 'open' | 'verb' | 'openCase' | 'openSafeguarding' | 'mendDelivery' }
>;

/** Acts that say something new however often they are sent: refused on a form drawn before the case moved on. */
const ONCE_AS_SHOWN: readonly Act[] = [
  'sendLetter',
  'decideThreshold',
  'declineApplication',
  'amendComplaints',
  'requestReturns',
  'extendClock',
  'addAction',
  'moveAction',
  'followUp',
  'closeCase',
  'recordWithdrawal',
  'receiveAppeal',
  'passOnAppeal',
  'assignAppeal',
  'handOverAppeal',
  'hearAppeal',
  'decideAppeal',
];

/** Asks of one case. What is asked was only read from a form: rights and rules are looked up by the operation. */
export async function askOfCase(deps: Deps, person: Person, asking: Asking & { ask: OfCase }): Promise<Did> {
  const { ask, params, press } = asking;
  const on = { caseId: params.caseId ?? '', person, ...(press === undefined ? {} : { press }) };
  const shown = params.v === undefined ? {} : { expectVersion: params.v };
  const form = { ...on, kind: params.kind ?? 'review', agency: params.agency ?? '' } as const;
  const seen = (expect: number | undefined) => (expect === undefined ? {} : { expect });
  switch (ask.do) {
    case 'act': {
      const deed = { act: ask.act, with: ask.with, ...(ask.detail === undefined ? {} : { detail: ask.detail }) };
      const strict = ONCE_AS_SHOWN.includes(ask.act) ? shown : {};
      return closed(await performOnCase(deps, { ...on, ...strict, ...deed } as never));
    }
    case 'saveReturn': {
      const saved = await saveReturnDraft(deps, { ...form, draft: ask.draft });
      return saved.kind === 'refused' ? saved : kept(ask.then);
    }
    case 'sendReturn': {
      const { result, ground, form: content } = ask;
      const sent = { ...form, result, form: content, ...(ground === undefined ? {} : { ground }) };
      return thanked(deps, await sendReturn(deps, sent));
    }
    case 'nilReturn':
      return thanked(deps, await nilReturn(deps, form));
    case 'proposeSlots': {
      const { minutes, openMinutes, chair } = ask;
      const found = await proposeSlots(deps, { ...on, minutes, openMinutes, ...(chair ? { chair } : {}) });
      return found.kind === 'refused' ? found : { kind: 'again' };
    }
    case 'pickSlot': {
      const { slot, day, startsAt } = ask;
      return closed(await pickSlot(deps, { ...on, slot, day, startsAt }));
    }
    case 'movePanel': {
      const { day, startsAt, minutes, openMinutes, chair } = ask;
      const to = { day, startsAt, minutes, openMinutes, ...(chair ? { chair } : {}) };
      return closed(await movePanel(deps, { ...on, ...shown, ...to }));
    }
    case 'cancelPanel':
      return closed(await cancelPanel(deps, { ...on, ...shown, reason: ask.reason }));
    case 'attendance':
      return closed(
        await setAttendance(deps, { ...on, attended: ask.attended, chair: ask.chair, ...seen(ask.expect) }),
      );
    case 'captureAction':
      return closed(await captureAction(deps, { ...on, action: ask.action }));
    case 'recommend':
      return closed(await addRecommendation(deps, { ...on, to: ask.to, text: ask.text }));
    case 'setFindings':
      return closed(await setFindings(deps, { ...on, findings: ask.findings, ...seen(ask.expect) }));
  }
}

const closed = (outcome: Outcome<unknown>): Did =>
  outcome.kind === 'refused' ? outcome : { kind: 'closed', sent: true };

const kept = (then: Values | 'close'): Did =>
  then === 'close'
    ? { kind: 'closed', sent: false, text: 'Your draft is kept. It has not been sent.' }
    : { kind: 'again', values: then };

const thanked = (deps: Deps, outcome: Outcome<unknown>): Did =>
  outcome.kind === 'refused'
    ? outcome
    : {
        kind: 'closed',
        sent: true,
        text: `Thank you. Your answer was recorded on ${formatDay(deps.today())}. You can change it until the pack goes to the panel.`,
      };
