import type { Partnership } from '../domain/directory.ts';
import type { Effect } from '../domain/effects.ts';
import { agencyNameOf, personOf } from '../domain/whoIsWho.ts';

/** What an effect would have brought, and to whom by name: for those alone who run the cases. */
export function undeliveredWords(effect: Effect, partnership: Partnership): { what: string; to: string } {
  const named = (id: string) => personOf(partnership, id)?.name ?? 'somebody who is no longer in the directory';
  const channel = 'everybody in the channel of the case';
  switch (effect.kind) {
    case 'mail':
      return { what: 'An e-mail', to: named(effect.to) };
    case 'message':
      return { what: 'A message in Teams', to: named(effect.to) };
    case 'notice':
      return {
        what: effect.lane.startsWith('mail/') ? 'An e-mail of Convene’s own' : 'A word of Convene’s own',
        to: named(effect.to),
      };
    case 'card':
      return cardWords(effect, partnership, channel);
    case 'openSpace':
      return { what: 'The channel of the case, and everything that goes into it', to: channel };
    case 'syncMembers':
      return { what: 'Who is in the channel of the case', to: channel };
    case 'bookPanel':
      return { what: 'The invitations to the panel', to: 'everybody invited' };
    case 'movePanel':
      return { what: 'The new time of the panel', to: 'everybody invited' };
    case 'cancelPanel':
      return { what: 'That the panel is called off', to: 'everybody invited' };
    case 'fileDocument':
      return { what: `A document: ${DOCUMENTS[effect.document]}`, to: 'the files of the channel' };
    case 'archiveSpace':
      return { what: 'The archiving of the channel', to: channel };
  }
}

const DOCUMENTS = {
  pack: 'the panel’s pack',
  minutes: 'the minutes',
  plan: 'the action plan',
  letterDraft: 'the draft of a letter',
};

function cardWords(
  { matter, lane }: Extract<Effect, { kind: 'card' }>,
  partnership: Partnership,
  channel: string,
): { what: string; to: string } {
  const chat = /^chat\/(.+)$/.exec(lane)?.[1];
  const to = chat === undefined ? channel : (personOf(partnership, chat)?.name ?? 'one person');
  switch (matter.is) {
    case 'request':
      return { what: `The card that asks ${agencyNameOf(partnership, matter.agency)} for its return`, to };
    case 'action':
      return { what: 'The card of an action', to };
    case 'trouble':
      return { what: 'Word that something did not go out', to };
    case 'case':
      return { what: 'The card of the case', to };
    case 'panel':
    case 'meeting':
      return { what: 'The card of the panel', to };
    case 'closing':
      return { what: 'The closing card', to };
  }
}
