import { Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { ChevronUpDownRegular } from '@fluentui/react-icons/svg/chevron-up-down';
import { useState } from 'react';
import { useDesk } from '../app/deskContext.ts';
import { CountBadge } from '../common/CountBadge.tsx';
import { Who } from '../common/Who.tsx';
import { PersonList } from './PersonList.tsx';
import styles from './person.module.css';

/** Who I am at this desk. The button lies over name and role, so that the whole block is the target and its label stays its own. */
export function PersonSwitcher() {
  const { view, route, go } = useDesk();
  const [open, setOpen] = useState(false);
  const { me } = view;

  const become = (id: string): void => {
    setOpen(false);
    const stays = route.place === 'channel' || route.place === 'files';
    go(stays ? { person: id, id: route.id } : { person: id, id: null });
  };

  return (
    <div className={styles.me}>
      <Who name={me.name} size={36} />
      <div className={styles.meWords} id="who-am-i">
        <span className={styles.meName}>{me.name}</span>
        <span className={styles.meRole}>
          {me.title}, {me.organisation}
        </span>
      </div>
      <CountBadge n={me.waiting} of="waiting for you" />
      <span className={styles.chevron} aria-hidden="true">
        <ChevronUpDownRegular />
      </span>
      <Popover open={open} onOpenChange={(_event, data) => setOpen(data.open)} positioning="below-start">
        <PopoverTrigger disableButtonEnhancement>
          <button
            type="button"
            className={styles.meButton}
            aria-label="Become another person"
            aria-describedby="who-am-i"
            aria-haspopup="listbox"
          />
        </PopoverTrigger>
        <PopoverSurface className={styles.surface} aria-label="People of this rehearsal">
          <PersonList people={view.people} me={me.id} become={become} />
        </PopoverSurface>
      </Popover>
    </div>
  );
}
