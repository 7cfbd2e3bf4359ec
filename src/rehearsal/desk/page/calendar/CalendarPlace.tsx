import { CalendarEmptyRegular } from '@fluentui/react-icons/svg/calendar-empty';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import type { CalendarView } from '../../protocol.ts';
import { useFetched } from '../api/useFetched.ts';
import { useDesk } from '../app/deskContext.ts';
import { Empty } from '../common/Empty.tsx';
import { Fetching } from '../common/Fetching.tsx';
import { PlaceHead } from '../common/PlaceHead.tsx';
import { Agenda } from './Agenda.tsx';
import styles from './calendar.module.css';
import { EventReader } from './EventReader.tsx';

/** The person's calendar as an agenda, with the event that is open beside it. */
export function CalendarPlace() {
  const { view, route } = useDesk();
  const path = `calendar?as=${encodeURIComponent(view.me.id)}`;
  const fetched = useFetched<CalendarView>(path, ({ changed }) => changed === 'calendar');
  return (
    <section className={styles.place} aria-label="Calendar">
      <PlaceHead icon={<CalendarLtrRegular />} title="Calendar" />
      <Fetching of={fetched}>
        {(calendar) => {
          const event = calendar.events.find(({ id }) => id === route.id);
          if (calendar.events.length + calendar.busy.length === 0) {
            return (
              <Empty icon={<CalendarEmptyRegular />} title="Nothing in the calendar">
                Meetings that Convene books for {view.me.name} come here.
              </Empty>
            );
          }
          return (
            <div className={event === undefined ? styles.split : styles.splitOpen}>
              <Agenda calendar={calendar} />
              {event === undefined ? (
                <div className={styles.reader}>
                  <Empty icon={<CalendarEmptyRegular />} title="Choose an entry to see it" />
                </div>
              ) : (
                <EventReader key={event.id} event={event} again={fetched.again} />
              )}
            </div>
          );
        }}
      </Fetching>
    </section>
  );
}
