import { lanes, type Effect } from './effects.ts';
import type { Recorded } from './effectsOf.ts';

/** The calendar's events of a panel that was arranged: booked, or moved where the booking stands. */
export function booked({ before, after, version }: Recorded): Effect[] {
  const caseId = after.reference;
  const booking = after.panelArranged?.detail?.booking;
  if (booking === undefined) return [];
  const lane = lanes.calendar(caseId);
  return before?.panelArranged?.detail?.booking === booking
    ? [{ kind: 'movePanel', key: `movePanel/${caseId}/${booking}/v${version}`, lane, caseId, booking }]
    : [{ kind: 'bookPanel', key: `bookPanel/${caseId}/${booking}`, lane, caseId, booking }];
}

/** The events of a panel that was called off are taken out again. */
export function cancelled({ before, after }: Recorded): Effect[] {
  const caseId = after.reference;
  const booking = before?.panelArranged?.detail?.booking;
  if (booking === undefined) return [];
  return [
    { kind: 'cancelPanel', key: `cancelPanel/${caseId}/${booking}`, lane: lanes.calendar(caseId), caseId, booking },
  ];
}
