import { formatDay } from '../../calendar/isoDate.ts';
import { timelyWords } from '../../documents/appealWords.ts';
import { APPEAL_ABOUT_WORDS, APPEAL_RESULT_WORDS, capital, counted } from '../../documents/plainWords.ts';
import type { Appeal } from '../../domain/caseReview.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ToldAppeal } from '../../domain/told.ts';
import { say } from '../escape.ts';
import type { Limits } from '../render.ts';
import { dueWords, type Colour } from '../words.ts';
import { row, section, type Row, type Section } from './section.ts';

/** Each appeal: about what, in time or late, with whom it is, by when, and what came of it. Its reasons stay out of the channel. */
export function appealSection(view: CaseView, limits: Limits): Section | null {
  const { appeals } = view.review;
  if (appeals.length === 0) return null;
  const rows = appeals.flatMap((appeal, at) => {
    const told = view.told.appeals[at];
    return told ? rowsOf(view, appeal, told) : [];
  });
  const open = appeals.filter((it) => it.decided === undefined).length;
  const summary = open > 0 ? `${counted(open, 'appeal')} open` : `${counted(appeals.length, 'appeal')} decided`;
  return section('appeal', say`Appeal`, say`${summary}`, open > 0, rows, limits.rows);
}

function rowsOf(view: CaseView, appeal: Appeal, told: ToldAppeal): Row[] {
  const about = row(
    say`**About ${APPEAL_ABOUT_WORDS[appeal.about]}**`,
    say`Received ${formatDay(appeal.receivedOn)}, ${timelyWords(told)}`,
    told.inTime ? 'Default' : 'Warning',
  );
  return [
    about,
    row(say`**Decided by**`, ...decider(view, appeal)),
    row(say`**Result**`, ...result(view, appeal, told)),
  ];
}

function decider(view: CaseView, { assigned, passedOn, with: carried }: Appeal): [ReturnType<typeof say>, Colour] {
  const at = passedOn ?? (carried.to === 'office' ? undefined : null);
  const arrived = at ? say`It reached them on ${formatDay(at)}.` : say``;
  if (!assigned)
    return [say`${capital(view.policy.settings['appeal.body'])}; nobody is named yet. ${arrived}`, 'Default'];
  const { decider: who, authority } = assigned.with;
  return [say`${who.name}, for ${authority}${who.second ? `, with ${who.second.name}` : ''}. ${arrived}`, 'Default'];
}

function result(view: CaseView, { decided }: Appeal, { dueOn }: ToldAppeal): [ReturnType<typeof say>, Colour] {
  if (decided) return [say`${APPEAL_RESULT_WORDS[decided.with.result]} (${formatDay(decided.on)})`, 'Good'];
  if (dueOn === null) return [say`The procedure sets no day for it, or its day has not begun to count.`, 'Default'];
  const due = dueWords(dueOn, view);
  return [say`Due ${due.words}`, due.colour];
}
