import type { CaseView } from '../domain/caseView.ts';
import type { Person } from '../domain/directory.ts';
import { caseCard } from './caseCard.ts';
import { say } from './escape.ts';
import { noticeCard } from './noticeCard.ts';
import type { Card } from './render.ts';

/** The answer to `case <reference>`: the case with the asker's own buttons, or how to ask for one. */
export function caseAnswerCard(found: CaseView | null, asker: Person, asked: string): Card {
  if (found) return caseCard(found, asker);
  return noticeCard({
    head: say`No such case among yours`,
    lines: [
      say`You asked for: ${asked}`,
      say`A reference looks like NBC-2026-0001. You see the cases you take part in; if you should see this one, ask its coordinator.`,
    ],
  });
}
