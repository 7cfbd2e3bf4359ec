import type { CaseEvent, CaseReview, Command } from '../caseReview.ts';
import { evolve } from '../evolve.ts';
import { guestOf, openMinutesWanted } from '../openPart.ts';
import { panelMet } from '../panel.ts';
import type { ResolvedPolicy } from '../policy.ts';

/**
 * STAT-12b: a choice that is recorded or changed after the day was set changes the panel that is to come: its open part
 * begins, ends or gets another guest, and the calendar follows.
 */
export function panelAfterVoice(
  command: Command<'recordVoice' | 'contactVictim'>,
  fact: CaseEvent,
  review: CaseReview,
  policy: ResolvedPolicy,
): CaseEvent[] {
  const { panelArranged } = review;
  const detail = panelArranged?.detail;
  if (panelArranged === undefined || detail === undefined || panelMet(review) !== undefined) return [];
  const after = evolve(review, fact, review);
  const [was, is] = [guestOf(review), guestOf(after)];
  const chosen = command.act === 'recordVoice' ? command.with.slotMinutes : undefined;
  const kept = detail.openMinutes > 0 ? detail.openMinutes : openMinutesWanted(after, policy);
  const openMinutes = is === null ? 0 : (chosen ?? kept);
  if (was?.who === is?.who && was?.email === is?.email && openMinutes === detail.openMinutes) return [];
  const { on, by } = command;
  return [
    {
      type: 'panelArranged',
      act: 'arrangePanel',
      on,
      with: { ...panelArranged.with, openSession: openMinutes > 0 },
      detail: { ...detail, openMinutes },
      ...(by === undefined ? {} : { by }),
    },
  ];
}
