import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Fetched } from '../api/useFetched.ts';
import styles from './common.module.css';

/** Shows a fetched view, or that it is coming, or why it has not come. */
export function Fetching<T>({ of, children }: { of: Fetched<T>; children: (data: T) => ReactNode }) {
  return (
    <>
      {of.error !== null && (
        <MessageBar intent="error" layout="multiline" className={styles.fault}>
          <MessageBarBody>{of.error}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={of.again}>Try again</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {of.data !== null ? children(of.data) : of.error === null && <Spinner className={styles.wait} label="Loading" />}
    </>
  );
}
