import { copyId } from '../../graph/eventRow.ts';
import { answerInvitation } from '../../teamwork/invitations.ts';
import type { World } from '../../world.ts';
import { demandPerson, DeskRefusal } from './access.ts';

export type GivenAnswer = 'accepted' | 'declined' | 'tentative';

/** A person answers an invitation in their calendar. */
export function answerEvent(world: World, given: { as: string; eventId: string; answer: GivenAnswer }): void {
  const person = demandPerson(world, given.as);
  const address = person.email.toLowerCase();
  const event = world.state.events.all().find((one) => copyId(one, address) === given.eventId);
  const invited = event?.attendees.some((one) => one.address === address) ?? false;
  if (event === undefined || event.cancelled || !invited)
    throw new DeskRefusal(404, `${person.name} has no such invitation.`);
  answerInvitation(world, event, address, given.answer === 'tentative' ? 'tentativelyAccepted' : given.answer);
}
