import { useEffect, useRef } from 'react';
import type { ConversationView } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { count } from '../words/counts.ts';

/** Says politely that messages of others have come into the open conversation. */
export function useNewMessages(conversation: ConversationView | null): void {
  const { view, tell } = useDesk();
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (conversation === null) return;
    const all = conversation.threads.flatMap(({ root, replies }) => [root, ...replies]);
    const fresh = all.filter(({ id, from }) => known.current?.has(id) === false && from.id !== view.me.id);
    known.current = new Set(all.map(({ id }) => id));
    const last = fresh.at(-1);
    if (last === undefined) return;
    tell(fresh.length === 1 ? `New message from ${last.from.name}` : count(fresh.length, 'new message'));
  }, [conversation, view.me.id, tell]);
}
