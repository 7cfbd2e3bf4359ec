import { formatDay } from '../../calendar/isoDate.ts';
import type { CaseView } from '../../domain/caseView.ts';
import type { ToldClock } from '../../domain/told.ts';
import type { Letter } from '../document.ts';
import { afterSending } from '../afterSending.ts';
import { plainClock } from '../procedureWords.ts';
import { applicantName, closing, opening, sentence, type Writing } from './parts.ts';
import { standing } from './standing.ts';

/** News of the case, and where something takes longer: what, why, and when the next news comes. */
export function update(writing: Writing): Letter {
  const { view } = writing;
  const owed = owedUpdate(writing);
  const clock = owed && view.told.clocks.find((one) => one.id === owed.clock && one.metOn === undefined);
  const appeal = clock && isOfAppeal(view, clock) ? view.review.appeals.at(-1) : undefined;
  return {
    title: appeal ? 'An update on your appeal' : 'An update on your ASB Case Review',
    paragraphs: [
      ...opening(writing, appeal?.with.by ?? applicantName(view)),
      ...(clock ? [late(view, clock)] : []),
      `This is how ${appeal ? 'your appeal' : 'your case'} stands. ${standing(view, appeal)}`,
      owed && clock
        ? `The next news comes by ${formatDay(nextNews(writing, clock) ?? owed.nextDueOn)} at the latest, unless this step is done before.`
        : 'You will hear from us again as soon as there is news.',
      ...closing(writing),
    ],
  };
}

/** The update that is owed for the clock this letter is about; for the one owed first where none is named. */
const owedUpdate = ({ view, clock }: Writing) =>
  clock === undefined
    ? [...view.told.updates].sort((a, b) => a.nextDueOn.localeCompare(b.nextDueOn))[0]
    : view.told.updates.find((one) => one.clock === clock);

const isOfAppeal = (view: CaseView, clock: ToldClock): boolean => {
  const per = view.policy.clocks.find((rule) => rule.id === clock.id)?.per;
  return per === 'appeal' || per === 'threshold_appeal' || per === 'appeal_request';
};

/** An extension gives its reason; what was simply missed is said to be late, and nothing is made up. */
function late(view: CaseView, clock: ToldClock): string {
  const extension = view.review.extensions.filter((one) => one.clock === clock.id).at(-1);
  const step = plainClock(view, clock.id);
  if (extension)
    return `We need more time for this step: ${step}. The reason: ${sentence(extension.reason)} I am sorry that it takes longer.`;
  const due = clock.dueOn ? ` It was due by ${formatDay(clock.dueOn)}.` : '';
  return `We are late with this step: ${step}.${due} I am sorry.`;
}

/** When the update after this one is due, as the engine counts it once this one has gone. */
const nextNews = ({ view, by }: Writing, clock: ToldClock): string | undefined =>
  afterSending(view, 'update', by, clock.id).updates.find((one) => one.clock === clock.id)?.nextDueOn;
