import type { Day } from '../calendar/isoDate.ts';
import type { Person } from './directory.ts';
import { isDanger, lanes, type Effect, type Matter, type MessageWhy } from './effects.ts';

export interface Saying {
  caseId: string;
  /** Unique for what is said; the person and the way are added to it. */
  key: string;
  matter: Matter;
  nudge: MessageWhy;
  step?: number;
  day: Day;
  /** Whether somebody without a chat is also mentioned in the case's channel: only who must act, and only its members. */
  mention: boolean;
}

/** How one person hears: the host's people by chat; everyone else by mail and, where they must act, a mention in the channel. */
export function sayTo(person: Person, saying: Saying): Effect[] {
  const { caseId, matter, nudge, day } = saying;
  const it = { caseId, to: person.id, matter, nudge, day, ...(saying.step === undefined ? {} : { step: saying.step }) };
  const key = `${saying.key}/${person.id}`;
  const placed = (lane: string): string => (isDanger(nudge) ? lanes.danger(lane) : lane);
  if (person.host) return [{ kind: 'message', key: `chat/${key}`, lane: placed(lanes.chat(person.id)), ...it }];
  const mention: Effect[] = saying.mention
    ? [{ kind: 'message', key: `mention/${key}`, lane: lanes.mention(caseId), ...it }]
    : [];
  return [...mention, { kind: 'mail', key: `mail/${key}`, lane: placed(lanes.mail(person.id)), ...it }];
}
