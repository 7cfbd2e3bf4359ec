import { Button, Switch, Tooltip } from '@fluentui/react-components';
import { BugRegular } from '@fluentui/react-icons/svg/bug';
import { useEffect, useState } from 'react';
import type { Trouble } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import { useDesk } from '../app/deskContext.ts';
import { Drop } from '../common/Drop.tsx';
import { count } from '../words/counts.ts';
import styles from './shell.module.css';

const kinds: { key: keyof Trouble; words: string; means: string }[] = [
  { key: 'throttle', words: 'Too busy', means: 'Calls are turned away: try again later' },
  { key: 'fail', words: 'Failing', means: 'Calls end in a server fault' },
  { key: 'slow', words: 'Slow', means: 'Every answer takes seconds' },
  { key: 'lostAnswers', words: 'Lost answers', means: 'The work is done, but the answer never comes' },
  { key: 'repeatClicks', words: 'Repeated clicks', means: 'Each click is delivered twice' },
];

/** Switches that make the tenant misbehave, so that one can see the bot stay calm. */
export function TroubleMenu({ trouble }: { trouble: Trouble }) {
  const { note, refreshView } = useDesk();
  const [pending, setPending] = useState<Trouble | null>(null);
  // The switch shows what was asked for until the tenant has said what holds.
  useEffect(() => setPending(null), [trouble]);
  const now = pending ?? trouble;
  const on = kinds.filter(({ key }) => now[key]).length;

  const set = (key: keyof Trouble, value: boolean): void => {
    const next = { ...now, [key]: value };
    setPending(next);
    postJson<unknown>('trouble', next).then(refreshView, (fault: unknown) => {
      setPending(null);
      note(wordsOfFault(fault), 'error');
    });
  };

  return (
    <Drop
      label="Trouble"
      align="end"
      trigger={(bind) => (
        <Tooltip
          content={on === 0 ? 'Trouble: make the service misbehave' : `${count(on, 'trouble')} on`}
          relationship="description"
        >
          <Button
            appearance={on === 0 ? 'subtle' : 'outline'}
            className={on === 0 ? undefined : styles.troubleOn}
            icon={<BugRegular />}
            aria-label={on === 0 ? 'Trouble' : `Trouble, ${on} on`}
            {...bind}
          />
        </Tooltip>
      )}
    >
      {() => (
        <div className={styles.popover}>
          <h2 className={styles.popoverTitle}>Trouble</h2>
          <p className={styles.popoverWords}>Make the service around the bot misbehave, and watch what it does.</p>
          <ul className={styles.switches}>
            {kinds.map(({ key, words, means }) => (
              <li key={key}>
                <Switch
                  checked={now[key]}
                  label={
                    <>
                      <span className={styles.switchName}>{words}</span>
                      <span className={styles.switchMeans}>{means}</span>
                    </>
                  }
                  onChange={(_event, { checked }) => set(key, checked)}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Drop>
  );
}
