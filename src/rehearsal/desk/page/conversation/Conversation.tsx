import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { ChatEmptyRegular } from '@fluentui/react-icons/svg/chat-empty';
import type { ConversationView } from '../../protocol.ts';
import { useFetched } from '../api/useFetched.ts';
import { useDesk } from '../app/deskContext.ts';
import { ChannelHead } from '../common/ChannelHead.tsx';
import { Empty } from '../common/Empty.tsx';
import { Fetching } from '../common/Fetching.tsx';
import { PlaceHead } from '../common/PlaceHead.tsx';
import { ComposeBox } from './ComposeBox.tsx';
import styles from './conversation.module.css';
import { MemberList } from './MemberList.tsx';
import { Threads } from './Threads.tsx';
import { useNewMessages } from './useNewMessages.ts';

/** A channel or the chat with the bot, as this person sees it. */
export function Conversation({ id }: { id: string }) {
  const { view } = useDesk();
  const path = `conversation/${encodeURIComponent(id)}?as=${encodeURIComponent(view.me.id)}`;
  const fetched = useFetched<ConversationView>(
    path,
    (change) => change.changed === 'conversation' && (change.id === undefined || change.id === id),
  );
  useNewMessages(fetched.data);

  return (
    <section className={styles.conversation} aria-label="Conversation">
      <Fetching of={fetched}>
        {(conversation) => (
          <>
            {conversation.kind === 'chat' ? (
              <PlaceHead icon={<ChatRegular />} title={conversation.name} />
            ) : (
              <ChannelHead id={id} name={conversation.name} tab="posts">
                <MemberList members={conversation.members} />
              </ChannelHead>
            )}
            {conversation.threads.length === 0 ? (
              <Empty icon={<ChatEmptyRegular />} title="Nothing here yet">
                {conversation.kind === 'chat'
                  ? 'Convene writes here when it needs you. The plus sign below opens a case review.'
                  : 'The first post will show here.'}
              </Empty>
            ) : (
              <Threads conversation={conversation} again={fetched.again} />
            )}
            {conversation.archived ? (
              <p className={styles.archived}>This channel is archived. It can be read, but nothing can be added.</p>
            ) : (
              <ComposeBox conversation={conversation} sent={fetched.again} />
            )}
          </>
        )}
      </Fetching>
    </section>
  );
}
