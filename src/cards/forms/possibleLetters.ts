import { letterOf } from '../../documents/procedureWords.ts';
import { lastAppeal, resultLetter, resultTold } from '../../domain/appealStanding.ts';
import type { CaseView } from '../../domain/caseView.ts';
import { closingLetter } from '../../domain/closing.ts';
import type { LetterRole } from '../../domain/policy.ts';
import type { LetterName } from '../../domain/words.ts';
import type { Possible } from './possible.ts';

/** Letters whose time has come and that have not gone: those of the stage, or of a closed case those that fit its ending. */
export function letterThings(view: CaseView): Possible[] {
  if (view.review.stage === 'closed') return [...ofEnding(view), ...ofAppeal(view)];
  const sent = new Set(view.review.letters.map((one) => one.letter));
  const seen = new Set<LetterName>();
  const due = [...ofStage(view), ...ofAppeal(view)].filter(({ name }) => !seen.has(name) && seen.add(name).has(name));
  return [...due.filter(({ name }) => !sent.has(name)), letter('update', 'Tell the victim how it stands')];
}

interface LetterThing extends Possible {
  name: LetterName;
}
const letter = (name: LetterName, title: string): LetterThing => ({
  press: 'open',
  title,
  opens: { dialog: 'letter', letter: name },
  doing: 'sendLetter',
  name,
});

/** By their role in the procedure. */
function ofStage(view: CaseView): LetterThing[] {
  const decided = view.told.threshold.decided;
  const { application, declined, panelHeld } = view.review;
  const roles: [LetterRole, string, boolean][] = [
    ['acknowledgement', 'Acknowledge the application', application !== undefined],
    ['met', 'Letter: threshold met', decided === 'met' || decided === 'met_discretion'],
    ['not_met', 'Letter: threshold not met', decided === 'not_met'],
    ['not_met', 'Letter: why it was declined', decided === null && declined !== undefined],
    ['plan_draft', 'Send the draft plan', panelHeld !== undefined],
    ['outcome', 'Write the outcome letter', panelHeld !== undefined],
    ['minutes', 'Send the minutes', panelHeld !== undefined],
  ];
  return roles.flatMap(([role, title, now]) => {
    const name = now ? named(view, role) : undefined;
    return name ? [letter(name, title)] : [];
  });
}

/** The letter about the closing; the minutes, where the panel still waits for them; and no once more, after an appeal sent it back. */
function ofEnding(view: CaseView): LetterThing[] {
  const { closed, panelHeld, decisions, letters } = view.review;
  const unsent = (name: LetterName | null | undefined, since: string | undefined) =>
    name && since !== undefined && !letters.some((it) => it.letter === name && it.on >= since) ? [name] : [];
  const again = decisions.length > 1 && view.told.threshold.decided === 'not_met' ? decisions.at(-1)?.on : undefined;
  return [
    ...unsent(closed && closingLetter(closed.as, view.policy), closed?.on).map((name) =>
      letter(name, 'Letter: when and why it was closed'),
    ),
    ...unsent(named(view, 'minutes'), panelHeld?.on).map((name) => letter(name, 'Send the minutes')),
    ...unsent(named(view, 'not_met'), again).map((name) => letter(name, 'Letter: threshold not met')),
  ];
}

function ofAppeal(view: CaseView): LetterThing[] {
  const appeal = lastAppeal(view.review);
  if (appeal === undefined) return [];
  if (appeal.decided === undefined) {
    const name = named(view, 'appeal_acknowledged');
    const sent = name !== undefined && view.review.letters.some((it) => it.letter === name);
    return name && !sent ? [letter(name, 'Acknowledge the appeal')] : [];
  }
  const result = resultTold(appeal, view.review, view.policy) ? undefined : resultLetter(appeal, view.policy);
  return result ? [letter(result, 'Letter: result of the appeal')] : [];
}

const named = (view: CaseView, role: LetterRole): LetterName | undefined =>
  letterOf(view, role) ?? (role === 'minutes' ? 'minutes' : undefined);
