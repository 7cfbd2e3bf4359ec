import { ToggleButton } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { QuestionRegular } from '@fluentui/react-icons/svg/question';
import { useState } from 'react';
import type { CalendarView } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { useDesk } from '../app/deskContext.ts';
import styles from './calendar.module.css';

type Answer = 'accepted' | 'tentative' | 'declined';
const answers: { answer: Answer; words: string; icon: React.JSX.Element }[] = [
  { answer: 'accepted', words: 'Accept', icon: <CheckmarkRegular /> },
  { answer: 'tentative', words: 'Tentative', icon: <QuestionRegular /> },
  { answer: 'declined', words: 'Decline', icon: <DismissRegular /> },
];

/** Says yes, maybe or no to an invitation; the organiser hears of it. */
export function AnswerButtons({ event, again }: { event: CalendarView['events'][number]; again: () => void }) {
  const { view, note, tell } = useDesk();
  const [sending, setSending] = useState(false);

  const give = (answer: Answer, words: string): void => {
    if (sending) return;
    setSending(true);
    postJson<unknown>('calendar/answer', { as: view.me.id, eventId: event.id, answer })
      .then(
        () => {
          tell(`Your answer: ${words}`);
          again();
        },
        (fault: unknown) => note(wordsOfFault(fault), 'error'),
      )
      .finally(() => setSending(false));
  };

  return (
    <div role="group" aria-label="Your answer" className={styles.answers}>
      {answers.map(({ answer, words, icon }) => (
        <ToggleButton
          key={answer}
          icon={icon}
          checked={event.mine === answer}
          disabledFocusable={sending}
          onClick={() => give(answer, words)}
        >
          {words}
        </ToggleButton>
      ))}
    </div>
  );
}
