import { CalendarPlace } from '../calendar/CalendarPlace.tsx';
import { Conversation } from '../conversation/Conversation.tsx';
import { FilesPlace } from '../files/FilesPlace.tsx';
import { MailPlace } from '../mail/MailPlace.tsx';
import { useDesk } from './deskContext.ts';

/** The place that the address names, for the person whose view has come. */
export function PlaceView() {
  const { view, route } = useDesk();
  if (route.person !== view.me.id) return null;
  switch (route.place) {
    case 'chat':
      return view.chat === null ? null : <Conversation key={view.chat.id} id={view.chat.id} />;
    case 'channel':
      return route.id === null ? null : <Conversation key={route.id} id={route.id} />;
    case 'files':
      return route.id === null ? null : <FilesPlace key={route.id} channel={route.id} />;
    case 'mail':
      return <MailPlace />;
    case 'calendar':
      return <CalendarPlace />;
    default:
      return null;
  }
}
