import type { DeskView } from '../../protocol.ts';
import type { PlaceName } from './route.ts';

/** Where a person lands: their chat with the bot, else their first channel, else their mail. */
export function homeOf(view: DeskView): { place: PlaceName; id: string | null } {
  if (view.chat !== null) return { place: 'chat', id: null };
  const first = view.channels.find((channel) => !channel.archived) ?? view.channels[0];
  return first === undefined ? { place: 'mail', id: null } : { place: 'channel', id: first.id };
}
