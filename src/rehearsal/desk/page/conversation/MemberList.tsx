import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import type { ConversationView } from '../../protocol.ts';
import { Who } from '../common/Who.tsx';
import { count } from '../words/counts.ts';
import styles from './conversation.module.css';

/** Who is in a channel, behind a button with their number. */
export function MemberList({ members }: { members: ConversationView['members'] }) {
  return (
    <Popover trapFocus positioning="below-end">
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" icon={<PeopleRegular />} aria-label={count(members.length, 'member')}>
          {members.length}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Members" tabIndex={-1} className={styles.members}>
        <h2 className={styles.membersTitle}>Members</h2>
        <ul className={styles.memberList}>
          {members.map((member) => (
            <li key={member.id}>
              <Who name={member.name} size={28} />
              <span>
                <span className={styles.memberName}>{member.name}</span>
                <span className={styles.memberOf}>{member.organisation}</span>
              </span>
            </li>
          ))}
        </ul>
      </PopoverSurface>
    </Popover>
  );
}
