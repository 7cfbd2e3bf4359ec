export type PlaceName = 'chat' | 'channel' | 'files' | 'mail' | 'calendar';
export type BehindTab = 'record' | 'clocks' | 'outbox' | 'wire';

/** Everything that a refresh, the back button and a copied link must bring back. */
export interface Route {
  person: string | null;
  place: PlaceName | null;
  /** The channel, message of mail or calendar event that is open. */
  id: string | null;
  /** The message of a conversation to show and mark. */
  message: string | null;
  behind: BehindTab | null;
  caseRef: string | null;
}

const plainPlaces = ['chat', 'channel', 'mail', 'calendar'] as const;
const behindTabs = ['record', 'clocks', 'outbox', 'wire'] as const;

/** Reads `/p/<person>/channel/<id>/files?message=…&behind=…&case=…`; what it cannot read is left null. */
export function parseRoute(pathname: string, search: string): Route {
  const [root, person, place, id, sub] = pathname.split('/').filter(Boolean).map(decode);
  const query = new URLSearchParams(search);
  const known = plainPlaces.find((name) => name === place) ?? null;
  const mine = root === 'p' && person !== undefined;
  return {
    person: mine ? person : null,
    place: mine ? (known === 'channel' && sub === 'files' ? 'files' : known) : null,
    id: mine && known !== null ? (id ?? null) : null,
    message: query.get('message'),
    behind: behindTabs.find((name) => name === query.get('behind')) ?? null,
    caseRef: query.get('case'),
  };
}

/** The address of a route: the opposite of {@link parseRoute}. */
export function routePath(route: Route): string {
  if (route.person === null) return '/';
  const parts = ['p', route.person];
  if (route.place !== null) parts.push(route.place === 'files' ? 'channel' : route.place);
  if (route.place !== null && route.id !== null) parts.push(route.id);
  if (route.place === 'files' && route.id !== null) parts.push('files');
  const query = new URLSearchParams();
  if (route.message !== null) query.set('message', route.message);
  if (route.behind !== null) query.set('behind', route.behind);
  if (route.caseRef !== null) query.set('case', route.caseRef);
  const tail = query.toString();
  return `/${parts.map(encodeURIComponent).join('/')}${tail === '' ? '' : `?${tail}`}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
