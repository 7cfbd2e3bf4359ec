/** Lanes that go through the partnership's one mailbox: Exchange takes four calls at once on a mailbox. */
const MAILBOX = ['mail', 'calendar'];
const MAILBOX_AT_ONCE = 4;
/** Conversations and channels: a lane is one of them, so each keeps its own limit; Teams takes 50 calls a second of the app. */
const ROOMS_AT_ONCE = 12;

export interface FreePlaces {
  group: { of: readonly string[] } | { but: readonly string[] };
  limit: number;
}

/** How many more lanes of each kind may be sent from, beside those under way. */
export function freePlaces(underWay: readonly string[]): FreePlaces[] {
  const inMailbox = underWay.filter((lane) => MAILBOX.includes(lane.split('/')[0] ?? '')).length;
  return [
    { group: { but: MAILBOX }, limit: ROOMS_AT_ONCE - (underWay.length - inMailbox) },
    { group: { of: MAILBOX }, limit: MAILBOX_AT_ONCE - inMailbox },
  ].filter(({ limit }) => limit > 0);
}
