import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { VideoRegular } from '@fluentui/react-icons/svg/video';
import { useEffect, useRef } from 'react';
import type { CalendarView } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { safeUrl } from '../cards/markdown.ts';
import { GoLink } from '../common/GoLink.tsx';
import { Who } from '../common/Who.tsx';
import { RichText } from '../conversation/RichText.tsx';
import { dayWords } from '../words/days.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { answerOf } from './answers.ts';
import styles from './calendar.module.css';

/** One entry of the calendar, open: when, who is asked, what they said, and my answer. */
export function EventReader({ event, again }: { event: CalendarView['events'][number]; again: () => void }) {
  const { view } = useDesk();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const join = event.joinUrl === undefined ? null : safeUrl(event.joinUrl);
  return (
    <article ref={place} tabIndex={-1} className={styles.reader} aria-label={event.subject}>
      <GoLink to={{ place: 'calendar', id: null }} className={styles.back}>
        <ArrowLeftRegular aria-hidden="true" />
        The whole calendar
      </GoLink>
      <h2 className={styles.subject}>{event.subject}</h2>
      <p className={styles.when}>
        {dayWords(event.day)}, {event.timeWords}
      </p>
      {event.cancelled ? (
        <p className={styles.off}>This meeting has been cancelled.</p>
      ) : (
        event.mine !== 'organiser' && <AnswerButtons event={event} again={again} />
      )}
      {join !== null && !event.cancelled && (
        <p className={styles.join}>
          <VideoRegular aria-hidden="true" />
          <span>
            Online meeting: <span className={styles.joinUrl}>{join}</span>
          </span>
        </p>
      )}
      <div className={styles.words}>
        <RichText html={event.html} me={view.me.name} />
      </div>
      <h3 className={styles.asked}>Who is asked</h3>
      <ul className={styles.attendees}>
        <li>
          <Who name={event.organiser} size={24} />
          <span className={styles.attendee}>{event.organiser}</span>
          <span className={styles.state}>Organiser</span>
        </li>
        {event.attendees.map(({ name, answer }) => (
          <li key={name}>
            <Who name={name} size={24} />
            <span className={styles.attendee}>{name}</span>
            <span className={styles.state}>{answerOf(answer)}</span>
          </li>
        ))}
      </ul>
    </article>
  );
}
