import { Button, Field, Input } from '@fluentui/react-components';
import { CalendarEditRegular } from '@fluentui/react-icons/svg/calendar-edit';
import { useState, type FormEvent } from 'react';
import { Drop } from '../common/Drop.tsx';
import { dayAfter, dayWords } from '../words/days.ts';
import styles from './clock.module.css';

interface Props {
  today: string;
  moving: boolean;
  move: (to: string) => void;
}

/** Any later day, from a date field. */
export function ChooseDay({ today, moving, move }: Props) {
  const [day, setDay] = useState('');
  const first = dayAfter(today);
  const wrong = day !== '' && day < first ? `Choose a day after ${dayWords(today)}` : null;

  const go = (event: FormEvent, close: () => void): void => {
    event.preventDefault();
    if (day === '' || wrong !== null) return;
    close();
    move(day);
  };

  return (
    <Drop
      label="Choose a day"
      align="end"
      trigger={(bind) => (
        <Button
          size="small"
          appearance="secondary"
          icon={<CalendarEditRegular />}
          disabledFocusable={moving}
          className={styles.choose}
          {...bind}
        >
          Choose a day
        </Button>
      )}
    >
      {(close) => (
        <form className={styles.chooser} onSubmit={(event) => go(event, close)}>
          <Field label="Move forward to" {...(wrong === null ? {} : { validationMessage: wrong })}>
            <Input type="date" value={day} onChange={(_event, { value }) => setDay(value)} />
          </Field>
          <Button type="submit" appearance="primary" disabledFocusable={day === '' || wrong !== null}>
            Move to this day
          </Button>
        </form>
      )}
    </Drop>
  );
}
