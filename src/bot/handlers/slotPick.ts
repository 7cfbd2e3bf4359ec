import { pickSlot } from '../../operations/panel.ts';
import { asShown, onCase, type VerbHandler } from '../verb.ts';

/** Takes one of the three times proposed: the one that the card shows, or none. What else happened in the case meanwhile is no matter. */
export const slotPick: VerbHandler<'slot.pick'> = {
  matter: () => ({ is: 'panel' }),
  ask: (parts, by, { slot, day, startsAt, ...data }) =>
    pickSlot(parts.deps, {
      ...onCase(by, data),
      ...(day === undefined || startsAt === undefined ? asShown(data) : { day, startsAt }),
      slot,
    }),
};
