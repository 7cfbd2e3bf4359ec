import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { GuideStep } from '../../protocol.ts';
import { useMatches } from '../app/useTheme.ts';
import { count } from '../words/counts.ts';
import { GuideStepButton } from './GuideStepButton.tsx';
import styles from './guide.module.css';

interface Props {
  steps: GuideStep[];
  me: string;
  close: () => void;
}

/** Who owes what next, computed from the cases: each step becomes its person and opens what they must press. */
export function WhatNow({ steps, me, close }: Props) {
  const [all, setAll] = useState(false);
  const narrow = useMatches('(max-width: 760px)');
  const few = narrow ? 1 : 4;
  const shown = all ? steps : steps.slice(0, few);

  return (
    <section className={styles.whatNow} aria-label="What now">
      <div className={styles.head}>
        <h2 className={styles.title}>What now</h2>
        <span className={styles.sum}>{steps.length === 0 ? '' : `${count(steps.length, 'thing')} to do`}</span>
        {steps.length > few && (
          <Button size="small" appearance="transparent" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${steps.length}`}
          </Button>
        )}
        <Button
          className={styles.closeGuide}
          size="small"
          appearance="transparent"
          icon={<DismissRegular />}
          aria-label="Hide the guide"
          onClick={close}
        />
      </div>
      {steps.length === 0 ? (
        <p className={styles.nothing}>Nobody owes anything today. Move the date forward to see what comes next.</p>
      ) : (
        <ul className={all ? styles.stepsAll : styles.steps}>
          {shown.map((step) => (
            <li key={step.key}>
              <GuideStepButton step={step} mine={step.person === me} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
