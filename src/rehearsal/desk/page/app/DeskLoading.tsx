import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import styles from './app.module.css';

/** What is shown until the tenant has answered for the first time. */
export function DeskLoading({ error, again }: { error: string | null; again: () => void }) {
  return (
    <main className={styles.loading}>
      <h1 className={styles.loadingTitle}>Rehearsal desk</h1>
      {error === null ? (
        <Spinner label="Setting out the desk" />
      ) : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{error}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={again}>Try again</Button>
            <Button as="a" href="/">
              Start at the beginning
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </main>
  );
}
