import { Button, Field, Input, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { CalendarEditRegular } from '@fluentui/react-icons/svg/calendar-edit';
import { useState, type FormEvent } from 'react';
import { dayAfter, dayWords } from '../words/days.ts';
import styles from './clock.module.css';

interface Props {
  today: string;
  moving: boolean;
  move: (to: string) => void;
}

/** Any later day, from a date field. */
export function ChooseDay({ today, moving, move }: Props) {
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const first = dayAfter(today);
  const wrong = day !== '' && day < first ? `Choose a day after ${dayWords(today)}` : null;

  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (day === '' || wrong !== null) return;
    setOpen(false);
    move(day);
  };

  return (
    <Popover trapFocus open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="secondary"
          icon={<CalendarEditRegular />}
          disabledFocusable={moving}
          className={styles.choose}
        >
          Choose a day
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Choose a day" className={styles.chooser}>
        <form onSubmit={go}>
          <Field label="Move forward to" {...(wrong === null ? {} : { validationMessage: wrong })}>
            <Input type="date" value={day} onChange={(_event, { value }) => setDay(value)} />
          </Field>
          <Button type="submit" appearance="primary" disabledFocusable={day === '' || wrong !== null}>
            Move to this day
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  );
}
