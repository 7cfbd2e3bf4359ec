import { pickSlot } from '../../operations/panel.ts';
import { asShown, onCase, type VerbHandler } from '../verb.ts';

/** Takes one of the three times proposed. */
export const slotPick: VerbHandler<'slot.pick'> = {
  matter: () => ({ is: 'panel' }),
  ask: (parts, by, data) => pickSlot(parts.deps, { ...onCase(by, data), ...asShown(data), slot: data.slot }),
};
