import type { KeyboardEvent } from 'react';
import type { DeskPerson } from '../../protocol.ts';
import { Who } from '../common/Who.tsx';
import styles from './person.module.css';

interface Props {
  person: DeskPerson;
  mine: boolean;
  become: (id: string) => void;
}

const reachWords = { host: '', partner: 'channels and mail', mailbox: 'mail only' } as const;

/** One person one can become: known by their name; role, reach and what waits for them follow as the description. */
export function PersonOption({ person, mine, become }: Props) {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    become(person.id);
  };
  const reach = reachWords[person.reach];
  return (
    <div
      role="option"
      tabIndex={mine ? 0 : -1}
      aria-selected={mine}
      aria-label={person.name}
      aria-describedby={`about-${person.id}`}
      data-name={person.name}
      className={styles.option}
      onClick={() => become(person.id)}
      onKeyDown={press}
    >
      <Who name={person.name} size={32} />
      <span className={styles.optionWords}>
        <span className={styles.optionName}>{person.name}</span>
        <span id={`about-${person.id}`} className={styles.optionRole}>
          {person.title}
          {reach !== '' && <span className={styles.reach}> · {reach}</span>}
          {person.waiting > 0 && <span className="hidden">, {person.waiting} waiting</span>}
          {person.unread > 0 && <span className="hidden">, {person.unread} unread</span>}
        </span>
      </span>
      {person.waiting > 0 && (
        <span className={styles.waiting} aria-hidden="true">
          {person.waiting} waiting
        </span>
      )}
      {person.waiting === 0 && person.unread > 0 && (
        <span className={styles.unread} aria-hidden="true">
          {person.unread} new
        </span>
      )}
    </div>
  );
}
