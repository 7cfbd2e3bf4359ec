import { formatDay, type Day } from '../calendar/isoDate.ts';
import { counted } from '../documents/plainWords.ts';
import type { Partnership } from '../domain/directory.ts';
import type { UndeliveredThing } from '../domain/undelivered.ts';
import { opens } from './buttons.ts';
import { say } from './escape.ts';
import { listCard } from './listCard.ts';
import type { Card } from './render.ts';
import { undeliveredWords } from './undeliveredWords.ts';

/** What did not go out over all cases, for whoever runs them: one line a thing, the oldest first. */
export function undeliveredCard(things: readonly UndeliveredThing[], partnership: Partnership, today: Day): Card {
  return listCard({
    head: say`What did not go out`,
    lead: things.length
      ? say`${counted(things.length, 'thing')} did not go out. Every date still runs.`
      : say`Everything has gone out, or will by itself.`,
    lines: things.map((it) => {
      const { what, to } = undeliveredWords(it.effect, partnership);
      return {
        what: say`**${it.caseId ?? 'No case'}** · ${what}, to ${to}`,
        words: say`Since ${formatDay(it.since)}. ${it.reason}`,
        colour: it.dead ? 'Attention' : 'Warning',
        buttons: [opens('See to it', 'undelivered', it.caseId === null ? {} : { caseId: it.caseId })],
      };
    }),
    foot: say`As on ${formatDay(today)}.`,
  });
}
