import { membersOf } from './authority.ts';
import type { CaseReview, SystemEvent } from './caseReview.ts';
import { HEARD_FROM } from './chasers.ts';
import type { Partnership, Person } from './directory.ts';
import type { Effect, Matter } from './effects.ts';
import { sayTo } from './sayTo.ts';
import { agencyIdOf, agencyOf, chairOf, coordinatorsOf, ownerOf, personOf, respondersOf } from './whoIsWho.ts';
import type { ReturnKind } from './words.ts';

export type Nudged = Extract<SystemEvent, { type: 'nudged' }>;

/** The messages of one nudge, and the card of its matter brought up to date. */
export function effectsOfNudge(
  nudged: Nudged,
  review: CaseReview,
  partnership: Partnership,
  cardOf: (matter: Matter) => Effect,
): Effect[] {
  const matter = matterOfNudge(nudged, review, partnership);
  const open = review.stage !== 'closed';
  const members = new Set(membersOf(review, partnership).map((person) => person.id));
  const said = hearersOf(nudged, review, partnership).flatMap((person) =>
    sayTo(person, {
      caseId: review.reference,
      key: `${review.reference}/${nudged.key}`,
      matter,
      nudge: nudged.nudge,
      day: nudged.on,
      mention: open && members.has(person.id),
      ...stepOf(nudged),
    }),
  );
  return open && matter.is !== 'case' ? [cardOf(matter), ...said] : said;
}

/** The rung of a ladder, or the number of a chaser. */
function stepOf({ about }: Nudged): { step?: number } {
  const step = about.step ?? about.chase;
  return step === undefined ? {} : { step };
}

/** What a nudge is about: an action, an agency's request, or the case itself. */
export function matterOfNudge(nudged: Nudged, review: CaseReview, partnership: Partnership): Matter {
  const { action, agency, clock, of } = nudged.about;
  if (action !== undefined) return { is: 'action', action };
  const asked = agency ?? nudged.to.agency;
  const request = asked === undefined ? undefined : requestFor(review, asked, `${clock ?? ''}/${of ?? ''}`);
  if (asked === undefined || request === undefined) return { is: 'case' };
  return { is: 'request', returnKind: request, agency: agencyIdOf(partnership, asked) };
}

function requestFor(review: CaseReview, agency: string, clock: string): ReturnKind | undefined {
  const open = review.requests.filter((it) => it.agency === agency && it.answer === undefined);
  const named = open.find((it) => clock.includes(it.kind));
  return (named ?? open.at(-1))?.kind;
}

/** Who hears it. Where the directory names nobody for a rung, the coordinator hears instead: silence would be a lost duty. */
export function hearersOf(nudged: Nudged, review: CaseReview, partnership: Partnership): Person[] {
  const found = byRole(nudged, review, partnership);
  return found.length > 0 ? found : coordinatorsOf(partnership);
}

function byRole({ to, nudge, about }: Nudged, review: CaseReview, partnership: Partnership): Person[] {
  const named = personOf(partnership, to.person);
  if (named !== undefined) return [named];
  const action = review.actions.find((it) => it.id === about.action);
  const one = (id: string | undefined) => [personOf(partnership, id) ?? []].flat();
  switch (to.role) {
    case 'owner':
      return action === undefined ? [] : [ownerOf(action, partnership) ?? []].flat();
    case 'line_manager':
      return one(action?.chain?.lineManager);
    case 'head_of_service':
      return one(action?.chain?.headOfService);
    case 'chief_executive':
      return one(action?.chain?.chiefExecutive);
    case 'agency': {
      const responders = respondersOf(partnership, to.agency ?? about.agency ?? '');
      // The ask, its reminders and the first chaser go to one person; later ones also reach the deputies.
      return nudge === 'chase' && (about.chase ?? 1) >= HEARD_FROM.deputies ? responders : responders.slice(0, 1);
    }
    case 'senior_contact':
      return one(agencyOf(partnership, to.agency ?? about.agency ?? '')?.seniorContact);
    case 'chair':
      return [chairOf(review, partnership) ?? []].flat();
    case 'spoc':
      return coordinatorsOf(partnership);
  }
}
