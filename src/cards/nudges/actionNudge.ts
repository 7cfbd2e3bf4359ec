import { formatDay } from '../../calendar/isoDate.ts';
import type { PlannedAction } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { agencyNameOf, answerableFor } from '../../domain/whoIsWho.ts';
import { ladderWords } from '../ladderWords.ts';
import type { Nudge, Saying } from './nudgeWords.ts';

const ASK =
  'When it is done, press Done on its card. If something stands in the way, say so there: a delay that is explained can be planned for.';

/** Words about one action: to its owner, to whoever is next on the ladder, to the coordinator, to the partners. */
export function actionNudge(saying: Saying, view: CaseView, id: string): Nudge | null {
  const action = view.review.actions.find((one) => one.id === id);
  if (!action) return null;
  if (saying.nudge === 'partners_told') return partners(view, action);
  const own = answerableFor(action, view.partnership).some((person) => person.id === saying.to);
  return own ? toOwner(saying, view, action) : toOthers(saying, view, action);
}

function toOwner(saying: Saying, view: CaseView, action: PlannedAction): Nudge {
  const due = formatDay(action.dueOn);
  const opening =
    saying.nudge === 'assigned'
      ? action.interim
        ? `You have an urgent action, to be done by ${due}. It does not wait for the panel.`
        : `The panel gave you an action, to be done by ${due}.`
      : action.dueOn < view.today
        ? `An action of yours was due on ${due} and has not been reported as done.`
        : action.dueOn === view.today
          ? 'An action of yours is due today.'
          : `An action of yours is due on ${due}.`;
  const ahead = action.dueOn < view.today ? ladderWords(view, action).ahead : '';
  return {
    opening,
    details: [`The action: ${action.title}`, ASK, ...(ahead ? [ahead] : [])],
    press: 'Tell us how it stands',
  };
}

/** The coordinator hears what to ask; managers hear why they are told and what is wanted of them. */
function toOthers(saying: Saying, view: CaseView, action: PlannedAction): Nudge {
  const coordinator = view.partnership.people.find((person) => person.id === saying.to)?.roles.includes('coordinator');
  const what = `The action: ${action.title}. Owner: ${action.owner}, ${agencyNameOf(view.partnership, action.agency)}.`;
  const opening = `An action was due on ${formatDay(action.dueOn)} and has not been reported as done.`;
  const delay = action.delays.at(-1);
  const explained = delay
    ? [`The owner explained a delay on ${formatDay(delay.on)}: ${delay.note ?? 'no words given'}`]
    : [];
  if (coordinator) return { opening, details: [what, ...explained, 'Please ask the owner what stands in the way.'] };
  return {
    opening,
    details: [
      what,
      ...explained,
      'The procedure asks us to tell you when an action of your organisation stays open this long. Please see that it is done, or that the owner tells the coordinator why it cannot be.',
    ],
  };
}

/** HER-10.7 and its like: partners hear what became of it, so that they can agree something else. */
function partners(view: CaseView, action: PlannedAction): Nudge {
  return {
    opening: 'An action of the plan is no longer possible or no longer needed.',
    details: [
      `The action: ${action.title}. Owner: ${action.owner}, ${agencyNameOf(view.partnership, action.agency)}.`,
      `What came of it: ${action.outcome ?? 'not told'}`,
      'Please tell the coordinator if the panel should agree something else, or look at the case again.',
    ],
  };
}
