import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import type { MailView } from '../../protocol.ts';
import { useFetched } from '../api/useFetched.ts';
import { useDesk } from '../app/deskContext.ts';
import { Empty } from '../common/Empty.tsx';
import { Fetching } from '../common/Fetching.tsx';
import { PlaceHead } from '../common/PlaceHead.tsx';
import styles from './mail.module.css';
import { MailList } from './MailList.tsx';
import { MailReader } from './MailReader.tsx';

/** The person's mailbox: a list and, beside it, the message that is open. On a phone one of the two. */
export function MailPlace() {
  const { view, route } = useDesk();
  const fetched = useFetched<MailView>(
    `mail?as=${encodeURIComponent(view.me.id)}`,
    ({ changed }) => changed === 'mail',
  );
  return (
    <section className={styles.place} aria-label="Mail">
      <PlaceHead icon={<MailRegular />} title="Mail" />
      <Fetching of={fetched}>
        {({ messages }) => {
          const message = messages.find(({ id }) => id === route.id);
          if (messages.length === 0) {
            return (
              <Empty icon={<MailInboxRegular />} title="No mail yet">
                Letters and links that Convene sends to {view.me.name} come here.
              </Empty>
            );
          }
          return (
            <div className={message === undefined ? styles.split : styles.splitOpen}>
              <MailList messages={messages} />
              {message === undefined ? (
                <div className={styles.reader}>
                  <Empty icon={<MailInboxRegular />} title="Choose a message to read" />
                </div>
              ) : (
                <MailReader key={message.id} message={message} />
              )}
            </div>
          );
        }}
      </Fetching>
    </section>
  );
}
