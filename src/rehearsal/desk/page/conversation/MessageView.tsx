import { mergeClasses } from '@fluentui/react-components';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { MentionRegular } from '@fluentui/react-icons/svg/mention';
import type { ConversationView, Message } from '../../protocol.ts';
import { useDesk } from '../app/deskContext.ts';
import { CardView } from '../cards/CardView.tsx';
import { Who } from '../common/Who.tsx';
import { dayWords, shortDay, timeOf } from '../words/days.ts';
import styles from './message.module.css';
import { PressedAnswer } from './PressedAnswer.tsx';
import { RichText } from './RichText.tsx';
import { usePress } from './usePress.ts';

interface Props {
  conversation: ConversationView;
  message: Message;
  /** The message this one answers. */
  replyTo?: Message;
  again: () => void;
}

/** One message: who, when, the words, the cards, and what came of the last press. */
export function MessageView({ conversation, message, replyTo, again }: Props) {
  const { view, route } = useDesk();
  const { press, privateView, answer } = usePress(conversation.id, message, again);
  const mine = message.from.id === view.me.id;
  const marked = route.message === message.id;
  const bubble = conversation.kind === 'chat';

  return (
    <article
      data-message={message.id}
      tabIndex={-1}
      aria-label={`${message.from.name}, ${dayWords(message.day)} ${timeOf(message.at)}`}
      className={mergeClasses(
        styles.message,
        bubble && styles.bubble,
        bubble && mine && styles.mine,
        message.mentionsMe && styles.mentioned,
        marked && styles.marked,
      )}
    >
      {!(bubble && mine) && (
        <Who name={message.from.name} bot={message.from.bot} size={replyTo === undefined ? 32 : 24} />
      )}
      <div className={styles.body}>
        <header className={styles.head}>
          {!(bubble && mine) && <span className={styles.name}>{message.from.name}</span>}
          <time dateTime={message.at} className={styles.quiet}>
            {(replyTo?.day ?? message.day) === message.day ? '' : `${shortDay(message.day)}, `}
            {timeOf(message.at)}
          </time>
          {message.edited && <span className={styles.quiet}>Edited</span>}
          {message.mentionsMe && (
            <span className={styles.mentionMark}>
              <MentionRegular aria-hidden="true" />
              mentions you
            </span>
          )}
        </header>
        <div className={styles.words}>
          <RichText html={message.html} me={view.me.name} />
        </div>
        {message.cards.map((card, index) => {
          const seen = index === 0 ? (privateView ?? card) : card;
          return (
            <div key={index} className={styles.cardPlace}>
              <CardView card={seen} press={press} />
              {index === 0 && privateView !== null && conversation.kind === 'channel' && (
                <p className={styles.onlyYou}>
                  <EyeRegular aria-hidden="true" />
                  Only you see this card like this
                </p>
              )}
            </div>
          );
        })}
        <PressedAnswer answer={answer} />
      </div>
    </article>
  );
}
