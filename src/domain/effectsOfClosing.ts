import { lanes, type Effect, type Matter } from './effects.ts';
import type { Recorded } from './effectsOf.ts';
import { panelMet } from './panel.ts';
import { cancelled } from './effectsOfBooking.ts';
import { agencyIdOf } from './whoIsWho.ts';

type CardOf = (matter: Matter) => Effect;

/** What still asks for something, or lets an answer be changed, is brought up to date: no button is left that cannot work. */
export function closing(recorded: Recorded, cardOf: CardOf): Effect[] {
  const { after, partnership } = recorded;
  const asked = after.requests.filter((it) => it.body !== 'applicant');
  return [
    ...asked.map((it) => cardOf({ is: 'request', returnKind: it.kind, agency: agencyIdOf(partnership, it.agency) })),
    ...(panelMet(after) === undefined
      ? [...cancelled(recorded), cardOf({ is: 'panel' }), cardOf({ is: 'meeting' })]
      : []),
    cardOf({ is: 'closing' }),
  ];
}

/** The last card says that nothing more is written here, then the channel is archived. */
export function rest({ after, version }: Recorded, cardOf: CardOf): Effect[] {
  const caseId = after.reference;
  const lane = lanes.space(caseId);
  return [cardOf({ is: 'closing' }), { kind: 'archiveSpace', key: `archiveSpace/${caseId}/v${version}`, lane, caseId }];
}
