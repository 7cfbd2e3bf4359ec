import type { CaseView } from '../../domain/caseView.ts';
import type { Effect } from '../../domain/effects.ts';
import { actionNudge } from './actionNudge.ts';
import { caseNudge } from './caseNudge.ts';
import { dangerNudge } from './dangerNudge.ts';
import { requestNudge } from './requestNudge.ts';

export type Saying = Extract<Effect, { kind: 'message' | 'mail' }>;

/** What one message says, as plain sentences: shown escaped in chat and as paragraphs in an e-mail. */
export interface Nudge {
  /** The first sentence, which a notification may show on a locked screen: no names, no titles. */
  opening: string;
  details: string[];
  /** What the link or button is for; absent where nothing is to be pressed. */
  press?: string;
}

/** The words of a message, drawn from the case as it stands when it is sent. */
export function nudgeWords(saying: Saying, view: CaseView): Nudge {
  const { matter } = saying;
  switch (matter.is) {
    case 'action':
      return actionNudge(saying, view, matter.action) ?? caseNudge(saying, view);
    case 'request':
      if (saying.nudge === 'danger_now') return dangerNudge(saying, view, matter.returnKind, matter.agency);
      return requestNudge(saying, view, matter.returnKind, matter.agency) ?? caseNudge(saying, view);
    case 'meeting':
      return meetingWords(saying, view);
    case 'panel':
      return { opening: 'The panel of this case needs you.', details: ['Its card is in the case’s channel.'] };
    case 'trouble':
      return {
        opening: 'Something of this case could not be sent.',
        details: [
          'We tried several times and have stopped. Please tell the person another way. Nothing in the record is lost.',
        ],
      };
    case 'closing':
    case 'case':
      return caseNudge(saying, view);
  }
}

/** Minutes go with the covering words as the coordinator wrote them; the draft letter says where it is, and nothing of what it says. */
function meetingWords({ nudge }: Saying, { review }: CaseView): Nudge {
  if (nudge === 'draft_shared')
    return {
      opening: 'The draft of the decision letter is ready for you to look at.',
      details: [
        'You find it in the files of the case’s channel, with the plan as the victim will see it. Please tell the coordinator within a working day if something in it is wrong, or would reveal the private information of another person.',
      ],
    };
  if (nudge !== 'circulated')
    return { opening: 'The panel’s meeting needs you.', details: ['Its card is in the case’s channel.'] };
  const written = review.letters.findLast((one) => one.letter === 'minutes')?.text;
  return {
    opening: 'The minutes of the panel and the action plan are ready.',
    details:
      written === undefined
        ? [
            'You find both in the files of the case’s channel. Please tell the coordinator if something in them is wrong.',
          ]
        : bodyOf(written),
  };
}

/** The letter without its head, which the e-mail has of its own. */
const bodyOf = (text: string): string[] =>
  text
    .split('\n\n')
    .slice(1)
    .filter((it) => it.trim() !== '' && !/^(Our reference:|Date:|Dear )/.test(it));
