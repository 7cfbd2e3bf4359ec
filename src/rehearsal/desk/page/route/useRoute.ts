import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { parseRoute, routePath, type Route } from './route.ts';

const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('popstate', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('popstate', watcher);
  };
}
const address = (): string => `${window.location.pathname}${window.location.search}`;

export type Go = (to: Partial<Route>, how?: 'push' | 'replace') => void;

/** The route in the address bar, and a way to change it. A new place forgets the marked message; a new person keeps the drawer. */
export function useRoute(): { route: Route; go: Go; hrefOf: (to: Partial<Route>) => string } {
  const here = useSyncExternalStore(watch, address);
  const route = useMemo(() => {
    const cut = here.indexOf('?');
    return cut === -1 ? parseRoute(here, '') : parseRoute(here.slice(0, cut), here.slice(cut));
  }, [here]);

  const hrefOf = useCallback((to: Partial<Route>) => routePath(joined(route, to)), [route]);
  const go = useCallback<Go>((to, how = 'push') => {
    const next = routePath(joined(parseRoute(window.location.pathname, window.location.search), to));
    if (next === address()) return;
    if (how === 'push') window.history.pushState(null, '', next);
    else window.history.replaceState(null, '', next);
    watchers.forEach((watcher) => watcher());
  }, []);
  return { route, go, hrefOf };
}

function joined(now: Route, to: Partial<Route>): Route {
  const moved = 'person' in to || 'place' in to || 'id' in to;
  return {
    ...now,
    ...(moved ? { message: null } : {}),
    ...('place' in to && !('id' in to) ? { id: null } : {}),
    ...to,
  };
}
