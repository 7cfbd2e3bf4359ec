import { pickSlot } from '../../operations/panel.ts';
import { asShown, onCase, type VerbHandler } from '../verb.ts';

/** Takes one of the three times proposed: the one that the card shows, or none. */
export const slotPick: VerbHandler<'slot.pick'> = {
  matter: () => ({ is: 'panel' }),
  ask: (parts, by, { slot, day, startsAt, ...data }) =>
    pickSlot(parts.deps, {
      ...onCase(by, data),
      ...asShown(data),
      slot,
      ...(day === undefined ? {} : { day }),
      ...(startsAt === undefined ? {} : { startsAt }),
    }),
};
