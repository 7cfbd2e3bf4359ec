import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import styles from './guide.module.css';

/** One line for who comes for the first time: what this is, and how to begin. */
export function Welcome({ close }: { close: () => void }) {
  return (
    <section className={styles.welcome} aria-label="Welcome">
      <p>
        <strong>Welcome.</strong> This is a rehearsal with invented people; nothing leaves this computer. Press a step
        under “What now”, or become somebody else at the top left.
      </p>
      <Button
        size="small"
        appearance="transparent"
        icon={<DismissRegular />}
        aria-label="Hide the welcome"
        onClick={close}
      />
    </section>
  );
}
