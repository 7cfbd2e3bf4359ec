import { useEffect, useRef } from 'react';
import type { DeskView } from '../../protocol.ts';
import { useFetched, type Fetched } from '../api/useFetched.ts';
import { homeOf } from '../route/home.ts';
import type { Go } from '../route/useRoute.ts';
import type { Route } from '../route/route.ts';

/** The view of the person in the address. The last person's view stays on screen until the next one has come. Without a person,
 * the tenant's first (the coordinator) is taken, and an address that this person may not see is put right. */
export function useView(route: Route, go: Go): Fetched<DeskView> {
  const asked = route.person === null ? 'view' : `view?as=${encodeURIComponent(route.person)}`;
  const fetched = useFetched<DeskView>(asked, (change) => change.changed !== 'backstage');
  const last = useRef<DeskView | null>(null);
  if (fetched.data !== null) last.current = fetched.data;

  useEffect(() => {
    const view = fetched.data;
    if (view === null) return;
    if (route.person === null) go({ person: view.me.id, ...homeOf(view) }, 'replace');
    else if (route.person === view.me.id && !maySee(view, route)) go(homeOf(view), 'replace');
  }, [fetched.data, route, go]);

  return { ...fetched, data: fetched.error === null ? (fetched.data ?? last.current) : fetched.data };
}

function maySee(view: DeskView, route: Route): boolean {
  switch (route.place) {
    case null:
      return false;
    case 'chat':
      return view.chat !== null;
    case 'channel':
    case 'files':
      return view.channels.some((channel) => channel.id === route.id);
    default:
      return true;
  }
}
