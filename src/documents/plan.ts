import { formatDay } from '../calendar/isoDate.ts';
import type { CaseView } from '../domain/caseView.ts';
import { agencyNameOf } from '../domain/whoIsWho.ts';
import { heading, list, table, text, type Doc } from './document.ts';
import { actionTable } from './planTable.ts';
import { victimPlan } from './victimPlan.ts';

/**
 * The action plan. The council's copy lists what the victim's copy leaves out and why (HER-9.4); the victim's copy names
 * agencies, never owners, and holds only the actions the core lets through. A person approves it before it goes.
 */
export function plan(view: CaseView, options: { victimCopy: boolean }): Doc {
  return options.victimCopy ? forVictim(view) : forPanel(view);
}

function forPanel(view: CaseView): Doc {
  const { kept } = victimPlan(view);
  return {
    title: 'Action plan',
    reference: view.reference,
    blocks: [
      text(`${agreed(view)} Confidential: for the members of the panel alone.`),
      actionTable(view, view.review.actions),
      heading('Recommendations'),
      list(
        view.review.recommendations.map((one) => {
          const answer = one.answer
            ? `${one.answer.answer}${one.answer.reason ? `: ${one.answer.reason}` : ''}`
            : 'no answer yet';
          return `To ${agencyNameOf(view.partnership, one.to)}: ${one.text} (${answer})`;
        }),
        'None.',
      ),
      heading('Left out of the victim’s copy'),
      list(
        kept.map(
          (action) =>
            `Action ${action.id}: marked as not to be told, because it would reveal protected information about another person.`,
        ),
        'Nothing.',
      ),
    ],
  };
}

function forVictim(view: CaseView): Doc {
  const { shown, kept } = victimPlan(view);
  const rows = shown.map((action, at) => [
    String(at + 1),
    action.title,
    agencyNameOf(view.partnership, action.agency),
    formatDay(action.dueOn),
  ]);
  return {
    title: 'What was agreed',
    reference: view.reference,
    blocks: [
      text(agreed(view)),
      table(['No.', 'What is done', 'By whom', 'By when'], rows, 'No action can be listed here.'),
      ...(kept.length
        ? [text('Some actions are not listed, because the law protects the private information of other people.')]
        : []),
    ],
  };
}

const agreed = (view: CaseView): string =>
  view.review.planAgreedOn ? `Agreed on ${formatDay(view.review.planAgreedOn)}.` : 'Not yet agreed.';
