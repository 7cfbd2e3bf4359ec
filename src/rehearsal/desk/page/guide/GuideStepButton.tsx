import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { GuideStep } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { Who } from '../common/Who.tsx';
import { dayWords } from '../words/days.ts';
import styles from './guide.module.css';

/** One thing somebody owes. Pressing it becomes that person and opens the card or dialog. */
export function GuideStepButton({ step, mine }: { step: GuideStep; mine: boolean }) {
  const { openPlace } = useDesk();
  const due = step.dueWords ?? (step.dueOn === undefined ? null : `by ${dayWords(step.dueOn)}`);
  return (
    <button type="button" className={mine ? styles.stepMine : styles.step} onClick={() => openPlace(step.open)}>
      <Who name={step.personName} size={28} />
      <span className={styles.stepWords}>
        <span className={styles.stepWho}>
          {mine && 'You'}
          <span className={mine ? 'hidden' : undefined}>{step.personName}</span>
          {step.caseRef !== null && ` · ${step.caseRef}`}
        </span>
        <span className={styles.stepWhat}>{step.words}</span>
        {due !== null && (
          <span className={step.overdue ? styles.overdue : styles.due}>
            {step.overdue && <WarningFilled aria-hidden="true" />}
            {step.overdue && !/overdue/i.test(due) ? `Overdue: ${due}` : due}
          </span>
        )}
      </span>
    </button>
  );
}
