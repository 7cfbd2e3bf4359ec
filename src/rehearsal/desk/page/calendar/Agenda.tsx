import type { CalendarView } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { GoLink } from '../common/GoLink.tsx';
import { dayWords } from '../words/days.ts';
import { answerWords } from './answers.ts';
import styles from './calendar.module.css';

/** Every entry day by day, with the times that are busy for reasons of the person's own. */
export function Agenda({ calendar }: { calendar: CalendarView }) {
  const { view, route } = useDesk();
  const days = [...new Set([...calendar.events, ...calendar.busy].map(({ day }) => day))].sort();
  return (
    <div className={styles.agenda} role="group" aria-label="Agenda">
      {days.map((day) => (
        <section key={day} aria-label={dayWords(day)}>
          <h2 className={styles.day}>
            {dayWords(day)}
            {day === view.today && <span className={styles.today}>Today</span>}
          </h2>
          <ul className={styles.entries}>
            {calendar.events
              .filter((event) => event.day === day)
              .map((event) => (
                <li key={event.id}>
                  <GoLink
                    to={{ place: 'calendar', id: event.id }}
                    current={route.id === event.id}
                    className={event.cancelled ? styles.cancelled : styles.entry}
                  >
                    <span className={styles.time}>{event.timeWords}</span>
                    <span className={styles.what}>{event.subject}</span>
                    <span className={styles.state}>{event.cancelled ? 'Cancelled' : answerWords[event.mine]}</span>
                  </GoLink>
                </li>
              ))}
            {calendar.busy
              .filter((busy) => busy.day === day)
              .map(({ timeWords }) => (
                <li key={timeWords} className={styles.busy}>
                  <span className={styles.time}>{timeWords}</span>
                  <span className={styles.what}>Busy</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
