import { useEffect } from 'react';
import type { Message } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import type { Pressed } from '../cards/pressed.ts';

const asked = new Set<string>();

/** A card may name people who get a view of their own as soon as they see it (`refresh` with `userIds`). Asked once for each
 * person and state of the card, as a Teams client does. */
export function useRefreshedView(message: Message, hasView: boolean, press: (pressed: Pressed) => Promise<void>): void {
  const { view } = useDesk();
  const action = hasView ? null : refreshFor(message, view.me.id);
  const key = action === null ? null : `${view.me.id} ${message.id} ${JSON.stringify(message.cards[0])}`;
  useEffect(() => {
    if (action === null || key === null || asked.has(key)) return;
    asked.add(key);
    void press(action);
  }, [key, action, press]);
}

function refreshFor(message: Message, me: string): Pressed | null {
  const refresh = message.cards[0]?.['refresh'];
  if (!isRecord(refresh) || !isRecord(refresh['action'])) return null;
  const users = refresh['userIds'];
  const named = Array.isArray(users) && users.some((user) => user === me || user === `29:${me}`);
  const { verb, data } = refresh['action'];
  return named && typeof verb === 'string' ? { type: 'Action.Execute', verb, data: isRecord(data) ? data : {} } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
