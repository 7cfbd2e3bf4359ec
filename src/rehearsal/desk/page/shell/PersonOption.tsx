import type { KeyboardEvent } from 'react';
import type { DeskPerson } from '../../protocol.ts';
import { Who } from '../common/Who.tsx';
import styles from './person.module.css';

interface Props {
  person: DeskPerson;
  mine: boolean;
  become: (id: string) => void;
}

const reachWords = { host: '', partner: ', channels and mail', mailbox: ', mail only' } as const;

/** One person one can become. The option lies over the row: its name is the person's name, and role, reach and what waits describe it. */
export function PersonOption({ person, mine, become }: Props) {
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    become(person.id);
  };
  const waits = person.waiting > 0 ? `${person.waiting} waiting` : person.unread > 0 ? `${person.unread} new` : null;
  return (
    <div className={styles.option} data-mine={mine}>
      <div
        role="option"
        tabIndex={mine ? 0 : -1}
        data-first={mine ? '' : undefined}
        aria-selected={mine}
        aria-labelledby={`name-${person.id}`}
        aria-describedby={`role-${person.id} waits-${person.id}`}
        data-name={person.name}
        className={styles.optionOver}
        onClick={() => become(person.id)}
        onKeyDown={press}
      />
      <Who name={person.name} size={32} />
      <span className={styles.optionWords}>
        <span id={`name-${person.id}`} className={styles.optionName}>
          {person.name}
        </span>
        <span id={`role-${person.id}`} className={styles.optionRole}>
          {person.title}
          {reachWords[person.reach]}
        </span>
      </span>
      <span id={`waits-${person.id}`} className={person.waiting > 0 ? styles.waiting : styles.unread}>
        {waits}
      </span>
    </div>
  );
}
