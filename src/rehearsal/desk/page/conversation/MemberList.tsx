import { Button } from '@fluentui/react-components';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import type { ConversationView } from '../../protocol.ts';
import { Drop } from '../common/Drop.tsx';
import { Who } from '../common/Who.tsx';
import { count } from '../words/counts.ts';
import styles from './conversation.module.css';

/** Who is in a channel, behind a button with their number. */
export function MemberList({ members }: { members: ConversationView['members'] }) {
  return (
    <Drop
      label="Members"
      align="end"
      trigger={(bind) => (
        <Button
          appearance="subtle"
          size="small"
          icon={<PeopleRegular />}
          aria-label={count(members.length, 'member')}
          {...bind}
        >
          {members.length}
        </Button>
      )}
    >
      {() => (
        <div className={styles.members}>
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
        </div>
      )}
    </Drop>
  );
}
