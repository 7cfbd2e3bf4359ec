import { Button, Spinner } from '@fluentui/react-components';
import { useDesk } from '../app/deskContext.ts';
import { ChooseDay } from './ChooseDay.tsx';
import styles from './clock.module.css';
import { useClock } from './useClock.ts';

const steps = [
  { to: 'nextDay', words: 'Next day' },
  { to: 'nextWorkingDay', words: 'Next working day' },
  { to: 'nextDue', words: 'Next thing due' },
] as const;

/** When it is, in words, and the steps forward. Time here never goes back. */
export function ClockBar() {
  const { view } = useDesk();
  const { moving, move } = useClock();
  return (
    <section className={styles.clock} aria-label="When it is">
      <p className={styles.today}>{view.todayWords}</p>
      <div className={styles.steps} role="group" aria-label="Move the date forward">
        {steps.map(({ to, words }) => (
          <Button key={to} size="small" appearance="secondary" disabledFocusable={moving} onClick={() => move(to)}>
            {words}
          </Button>
        ))}
        <ChooseDay today={view.today} moving={moving} move={move} />
        {moving && <Spinner size="extra-tiny" aria-label="Moving the date" />}
      </div>
    </section>
  );
}
