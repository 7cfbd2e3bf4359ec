import type { CaseView } from '../../domain/caseView.ts';
import { personOf } from '../../domain/whoIsWho.ts';

/** The second approver as an act carries one, by person id. */
export function approver(view: CaseView, id: string | undefined): { name: string; role: string } | null {
  const person = personOf(view.partnership, id);
  return person ? { name: person.name, role: person.title } : null;
}
