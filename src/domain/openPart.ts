import type { CaseFile } from './caseReview.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { ResolvedPolicy } from './policy.ts';
import type { ContactWay } from './words.ts';

/** Who of the victim's side sits in the open part of the meeting, and how their invitation goes. */
export interface Guest {
  who: 'victim' | 'representative';
  /** Null: no way is on record. */
  by: ContactWay | null;
  /** Where the calendar invitation goes; null where it must not go by e-mail, or no address is known. */
  email: string | null;
}

/** The victim's address and the ways not to use; a case read before they were kept apart has them in its application alone. */
export function reachOf({ reach, application }: CaseFile): NonNullable<CaseFile['reach']> {
  const email = application?.detail?.victimEmail ?? '';
  return reach ?? (email === '' ? {} : { email });
}

/** STAT-12b: who comes is the victim's own choice. Nobody before it is recorded, and nobody who is heard in another way. */
export function guestOf(file: CaseFile): Guest | null {
  const { voice } = file;
  const reach = reachOf(file);
  if (voice?.mode === 'representative') {
    const by = voice.detail?.inviteBy ?? null;
    return { who: 'representative', by, email: (by === 'email' && voice.detail?.representative?.email) || null };
  }
  if (voice?.mode !== 'attend') return null;
  const may = reach.email !== undefined && reach.notBy?.includes('email') !== true;
  const by = voice.detail?.inviteBy ?? (may ? 'email' : null);
  return { who: 'victim', by, email: by === 'email' && may ? (reach.email ?? null) : null };
}

/** The open part as it will be held: nobody of the victim's side in the room, no open part. */
export function openPartOf(file: CaseFile): { minutes: number; guest: Guest } | null {
  const guest = guestOf(file);
  const minutes = file.panelArranged?.detail?.openMinutes;
  if (guest === null || file.panelArranged?.with.openSession !== true || minutes === 0) return null;
  return { minutes: minutes ?? 0, guest };
}

/** When the victim chose no length, and the procedure guides none (LLR-6.2 does). */
const USUAL_MINUTES = 20;

/** Minutes to keep for the victim's side: the length they chose, else the procedure's guide; none where nobody comes. */
export function openMinutesWanted(file: CaseFile, policy: ResolvedPolicy): number {
  if (guestOf(file) === null) return 0;
  return file.voice?.with.slotMinutes ?? policy.settings.slot_minutes ?? USUAL_MINUTES;
}

/** Why a panel cannot be set with so many minutes for the victim's side, or null. */
export function openPartFault(file: CaseFile, minutes: number): Refusal | null {
  const guest = guestOf(file);
  if (guest !== null)
    return minutes > 0
      ? null
      : refusal('bad_input', 'STAT-12', 'The victim’s side wants to come: keep some minutes for them.', 'openMinutes');
  if (minutes === 0) return null;
  return file.voice === undefined
    ? refusal(
        'not_yet',
        'STAT-12',
        'Record first how the victim wants to be heard. Until then nobody of their side is invited: enter 0.',
        'openMinutes',
      )
    : refusal(
        'bad_input',
        'STAT-12',
        'The victim chose not to come to the meeting and sends nobody: enter 0.',
        'openMinutes',
      );
}

/** Somebody who must be told the day in another way than by e-mail, and has not been reached since it was set. */
export function waitsToBeTold(file: CaseFile): Guest | null {
  const guest = guestOf(file);
  const { panelArranged } = file;
  if (guest === null || guest.email !== null || panelArranged?.detail === undefined) return null;
  return file.contacts.slice(panelArranged.contacts ?? 0).some((it) => it.reached) ? null : guest;
}
