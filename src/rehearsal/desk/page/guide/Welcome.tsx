import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import styles from './guide.module.css';

/** One line for who comes for the first time: what this is, and how to begin. */
export function Welcome({ authority, close }: { authority: string; close: () => void }) {
  return (
    <div className={styles.welcome} role="note" aria-label="Welcome">
      <p>
        <strong>Welcome.</strong> This is a rehearsal: {authority} and everyone in it are invented, and nothing leaves
        this computer. Pick a step under “What now”, or become anybody at the top left.
      </p>
      <Button
        size="small"
        appearance="transparent"
        icon={<DismissRegular />}
        aria-label="Close the welcome"
        onClick={close}
      />
    </div>
  );
}
