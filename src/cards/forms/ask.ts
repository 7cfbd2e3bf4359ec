import type { Act } from '../../domain/acts.ts';
import type { MeetingWorkings, ReturnDraft } from '../../domain/workings.ts';
import type { SettledHow } from '../../domain/undelivered.ts';
import type { DialogParams, Verb } from '../verbs.ts';
import type { Values } from './form.ts';

type ReturnForm = ReturnDraft['form'];

/** An action as a meeting writes it down; `id` where an earlier one is changed. */
export interface CapturedAction {
  id?: string;
  title: string;
  ownerPerson: string;
  dueOn: string;
  interim: boolean;
  tellVictim: boolean;
}

/** What a form asks to be done. The bot and the web pages hand it to the operations, which decide whether it may be. */
export type Ask =
  | { do: 'act'; act: Act; with: unknown; detail?: unknown }
  | { do: 'openCase'; once: string; with: unknown; detail: unknown; alikeKnown: string[]; typed: Values }
  | { do: 'openSafeguarding'; once: string; decidedBy?: string; with: unknown }
  | { do: 'keepTyped'; values: Values }
  | { do: 'saveReturn'; draft: Pick<ReturnDraft, 'result' | 'ground' | 'form'>; then: Values | 'close' }
  | { do: 'sendReturn'; result: 'held' | 'withheld'; ground?: string; form: ReturnForm }
  | { do: 'nilReturn' }
  | { do: 'proposeSlots'; minutes: number; openMinutes: number; chair: string | undefined }
  | { do: 'pickSlot'; slot: number; day: string; startsAt: string }
  | { do: 'movePanel'; day: string; startsAt: string; minutes: number; openMinutes: number; chair: string | undefined }
  | { do: 'cancelPanel'; reason: string }
  | { do: 'attendance'; attended: MeetingWorkings['attended']; chair: string; expect: number | undefined }
  | { do: 'captureAction'; action: CapturedAction }
  | { do: 'recommend'; to: string; text: string }
  | { do: 'setFindings'; findings: string; expect: number | undefined }
  | { do: 'mendDelivery'; id: number; how: 'again' | SettledHow }
  | { do: 'verb'; verb: Verb; data: Record<string, unknown> }
  | { do: 'open'; params: DialogParams }
  | { do: 'close' };
