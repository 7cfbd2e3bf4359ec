import type { Day } from '../calendar/isoDate.ts';

/** One thing that somebody owes or may do next in a case, most urgent first. Advice: nothing here is done by itself. */
export interface NextStep {
  /** Stable within the case: `letter/CT4`, `return/review/police`, `action/1`, `close`. */
  key: string;
  /** Person ids who can do it, the one who owes it first. */
  who: string[];
  /** Imperative, plain: "Send the acceptance letter (CT4)". */
  words: string;
  rule?: string;
  clock?: string;
  dueOn?: Day;
  overdue: boolean;
  /** What opens it: a form of cards/forms, or a card by its matter. */
  opens: { form: string; params?: Record<string, string> } | { matter: string };
}
