import { useRef, type KeyboardEvent } from 'react';
import type { DeskPerson } from '../../protocol.ts';
import { PersonOption } from './PersonOption.tsx';
import styles from './person.module.css';

interface Props {
  people: DeskPerson[];
  me: string;
  become: (id: string) => void;
}

/** Everybody one can become, by organisation. Arrow keys move, letters jump, Enter chooses. */
export function PersonList({ people, me, become }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const organisations = [...new Set(people.map(({ organisation }) => organisation))];
  const options = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];

  const move = (event: KeyboardEvent): void => {
    const all = options();
    const here = all.findIndex((option) => option === document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
    } else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const later = [...all.slice(here + 1), ...all.slice(0, here + 1)];
      later.find((option) => option.dataset['name']?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    }
  };

  return (
    <div ref={list} role="listbox" aria-label="People" className={styles.list} tabIndex={-1} onKeyDown={move}>
      {organisations.map((organisation, index) => (
        <div key={organisation} role="group" aria-labelledby={`organisation-${index}`}>
          <div id={`organisation-${index}`} role="presentation" className={styles.organisation}>
            {organisation}
          </div>
          {people
            .filter((person) => person.organisation === organisation)
            .map((person) => (
              <PersonOption key={person.id} person={person} mine={person.id === me} become={become} />
            ))}
        </div>
      ))}
    </div>
  );
}
