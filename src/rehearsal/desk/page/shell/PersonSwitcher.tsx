import { ChevronUpDownRegular } from '@fluentui/react-icons/svg/chevron-up-down';
import { useDesk } from '../app/deskContext.ts';
import { CountBadge } from '../common/CountBadge.tsx';
import { Drop } from '../common/Drop.tsx';
import { Who } from '../common/Who.tsx';
import { PersonList } from './PersonList.tsx';
import styles from './person.module.css';

/** Who I am at this desk. The button lies over name and role, so that the whole block is the target and its label stays its own. */
export function PersonSwitcher() {
  const { view, route, go } = useDesk();
  const { me } = view;

  const become = (id: string): void => {
    const stays = route.place === 'channel' || route.place === 'files';
    go(stays ? { person: id, id: route.id } : { person: id, id: null });
  };

  return (
    <div className={styles.me}>
      <span className={styles.face}>
        <Who name={me.name} size={36} />
        <span className={styles.faceBadge}>
          <CountBadge n={me.waiting} of="waiting for you" />
        </span>
      </span>
      <div className={styles.meWords} id="who-am-i">
        <span className={styles.meName}>{me.name}</span>
        <span className={styles.meRole}>
          {me.title}, {me.organisation}
        </span>
      </div>
      <span className={styles.chevron} aria-hidden="true">
        <ChevronUpDownRegular />
      </span>
      <div className={styles.meOver}>
        <Drop
          label="People of this rehearsal"
          align="start"
          trigger={(bind) => (
            <button
              type="button"
              className={styles.meButton}
              aria-label="Become another person"
              aria-describedby="who-am-i"
              aria-haspopup="listbox"
              {...bind}
            />
          )}
        >
          {(close) => (
            <PersonList
              people={view.people}
              me={me.id}
              become={(id) => {
                close();
                become(id);
              }}
            />
          )}
        </Drop>
      </div>
    </div>
  );
}
