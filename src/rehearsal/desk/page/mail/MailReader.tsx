import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useEffect, useRef } from 'react';
import type { MailView } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { GoLink } from '../common/GoLink.tsx';
import { Who } from '../common/Who.tsx';
import { RichText } from '../conversation/RichText.tsx';
import { dayWords, timeOf } from '../words/days.ts';
import styles from './mail.module.css';

/** One message, open. Its links lead to the web forms in a window of their own. */
export function MailReader({ message }: { message: MailView['messages'][number] }) {
  const { view } = useDesk();
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <article ref={place} tabIndex={-1} className={styles.reader} aria-label={message.subject}>
      <GoLink to={{ place: 'mail', id: null }} className={styles.back}>
        <ArrowLeftRegular aria-hidden="true" />
        All mail
      </GoLink>
      <h2 className={styles.subject}>{message.subject}</h2>
      <div className={styles.who}>
        <Who name={message.from.replace(/\s*<.*>$/, '')} size={36} />
        <div className={styles.whoWords}>
          <p className={styles.from}>{message.from}</p>
          <p className={styles.to}>To {message.to.join(', ')}</p>
        </div>
        <time className={styles.at} dateTime={message.at}>
          {dayWords(message.day)}, {timeOf(message.at)}
        </time>
      </div>
      {message.calendar !== undefined && (
        <p className={styles.invitation}>
          <CalendarLtrRegular aria-hidden="true" />
          <span>This message is an invitation.</span>
          <GoLink to={{ place: 'calendar', id: /^BEGIN:/.test(message.calendar) ? null : message.calendar }}>
            Answer it in the calendar
          </GoLink>
        </p>
      )}
      <div className={styles.words}>
        <RichText html={message.html} me={view.me.name} />
      </div>
    </article>
  );
}
