import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import styles from './message.module.css';
import type { Answer } from './usePress.ts';

/** What came of a press, under the card as Teams shows it. The region is there from the start, so that its words are read out. */
export function PressedAnswer({ answer }: { answer: Answer | null }) {
  return (
    <>
      <div role="status">
        {answer?.kind === 'said' && (
          <p className={styles.said}>
            <InfoRegular aria-hidden="true" />
            {answer.words}
          </p>
        )}
      </div>
      <div role="alert">
        {answer?.kind === 'error' && (
          <p className={styles.error}>
            <ErrorCircleRegular aria-hidden="true" />
            <span>{answer.words}</span>
          </p>
        )}
      </div>
    </>
  );
}
