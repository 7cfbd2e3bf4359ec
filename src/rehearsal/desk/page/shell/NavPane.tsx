import { Button } from '@fluentui/react-components';
import { ArchiveRegular } from '@fluentui/react-icons/svg/archive';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { ChannelRegular } from '@fluentui/react-icons/svg/channel';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { useEffect, useRef } from 'react';
import { useDesk } from '../app/deskContext.ts';
import { NavItem } from './NavItem.tsx';
import { ProcedureMenu } from './ProcedureMenu.tsx';
import styles from './nav.module.css';

/** The places of this person, and only those: a partner has no chat with the bot, a mailbox no channels. Folds away on a phone. */
export function NavPane({ open, close }: { open: boolean; close: () => void }) {
  const { view, route } = useDesk();
  const channelOpen = (id: string): boolean =>
    (route.place === 'channel' || route.place === 'files') && route.id === id;

  const nav = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    nav.current?.querySelector<HTMLElement>('a')?.focus();
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      close();
      document.querySelector<HTMLElement>('header [aria-expanded="true"]')?.focus();
    };
    window.addEventListener('keydown', escape);
    return () => window.removeEventListener('keydown', escape);
  }, [open, close]);

  return (
    <>
      {open && <div className={styles.veil} onClick={close} />}
      <nav ref={nav} aria-label="Places" className={open ? styles.navOpen : styles.nav}>
        <Button
          className={styles.closeNav}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="Hide this list"
          onClick={close}
        />
        <ul className={styles.places}>
          {view.chat !== null && (
            <NavItem
              icon={<ChatRegular />}
              name="Chat with Convene"
              to={{ place: 'chat' }}
              current={route.place === 'chat'}
              unread={view.chat.unread}
              close={close}
            />
          )}
          <NavItem
            icon={<MailRegular />}
            name="Mail"
            to={{ place: 'mail' }}
            current={route.place === 'mail'}
            unread={view.mailUnread}
            close={close}
          />
          <NavItem
            icon={<CalendarLtrRegular />}
            name="Calendar"
            to={{ place: 'calendar' }}
            current={route.place === 'calendar'}
            total={view.calendarCount}
            close={close}
          />
        </ul>
        <h2 className={styles.section}>Channels</h2>
        {view.channels.length === 0 ? (
          <p className={styles.none}>
            {view.me.reach === 'mailbox'
              ? 'This person is not in Teams. They use mail and the calendar.'
              : 'None yet. Each case review gets a channel of its own.'}
          </p>
        ) : (
          <ul className={styles.places}>
            {view.channels.map((channel) => (
              <NavItem
                key={channel.id}
                icon={channel.archived ? <ArchiveRegular /> : <ChannelRegular />}
                name={channel.name}
                aside={channel.archived ? 'archived' : undefined}
                to={{ place: 'channel', id: channel.id }}
                current={channelOpen(channel.id)}
                unread={channel.unread}
                close={close}
              />
            ))}
          </ul>
        )}
        <div className={styles.foot}>
          <strong>{view.authority}</strong>
          <span className={styles.procedure}>{view.procedure}</span>
          <ProcedureMenu />
        </div>
      </nav>
    </>
  );
}
