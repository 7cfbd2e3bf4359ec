import type { CaseView } from '../../domain/caseView.ts';
import { appealBody } from '../procedureWords.ts';

/** The ways that stay open beside this procedure, whatever it decides (LLR-1.6, WAR-1.6, SHR-1.4). */
export const COMPLAINT_ROUTES =
  'If you are unhappy with how an organisation served you, you can use its own complaint procedure as well. If its answer does not satisfy you, you can go further: to the Local Government and Social Care Ombudsman about a council, to the Housing Ombudsman about a housing provider, and to the Independent Office for Police Conduct about the police.';

/** After an appeal: the complaint route of the body that decided it. Some decisions may lie outside the ombudsman (AMB-D8). */
export function afterAppeal(view: CaseView): string {
  const decided = view.review.appeals.at(-1)?.assigned?.with.authority;
  const by = decided ?? appealBody(view);
  const complain = `If you are unhappy with how the appeal was handled, you can use the complaint procedure of ${by}.`;
  switch (view.policy.appeal.decidedBy) {
    case 'council':
      return `${complain} If its answer does not satisfy you, you can go to the Local Government and Social Care Ombudsman.`;
    case 'commissioner':
      return `${complain} What a commissioner decides may lie outside the Local Government and Social Care Ombudsman: the ombudsman can tell you.`;
    case 'partnership':
      return `${complain} What a partnership decided together may lie outside the Local Government and Social Care Ombudsman: the ombudsman can tell you.`;
  }
}
