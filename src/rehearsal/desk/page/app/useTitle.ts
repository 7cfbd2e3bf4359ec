import { useEffect } from 'react';
import type { DeskView } from '../../protocol.ts';
import type { Route } from '../route/route.ts';

const names = { chat: 'Chat', mail: 'Mail', calendar: 'Calendar' } as const;

/** Names the window by place and person, so that several windows can be told apart. */
export function useTitle(view: DeskView, route: Route): void {
  const channel = view.channels.find(({ id }) => id === route.id)?.name;
  const place =
    route.place === 'channel' || route.place === 'files' ? (channel ?? 'Channel') : names[route.place ?? 'chat'];
  const title = `${place} – ${view.me.name} – Rehearsal desk`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
