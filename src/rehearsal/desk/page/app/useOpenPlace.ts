import { useCallback, useEffect, useState } from 'react';
import type { DeskView, DialogAction, Place, Shown } from '../../protocol.ts';
import { postJson, wordsOfFault } from '../api/client.ts';
import type { Go } from '../route/useRoute.ts';
import type { Desk, OpenDialog } from './deskContext.ts';

interface Parts {
  view: DeskView;
  go: Go;
  openDialog: (dialog: OpenDialog) => void;
  note: Desk['note'];
}

/** Follows a link to a place. Its dialog waits until the view of the place's person has come, because it opens in their name. */
export function useOpenPlace({ view, go, openDialog, note }: Parts): (place: Place) => void {
  const [waiting, setWaiting] = useState<Place | null>(null);

  const openPlace = useCallback(
    (place: Place) => {
      const id = place.where === 'chat' ? null : (place.id ?? null);
      go({ person: place.person, place: place.where, id, message: place.activityId ?? null });
      setWaiting(place.dialog === undefined ? null : place);
    },
    [go],
  );

  useEffect(() => {
    if (waiting === null || waiting.person !== view.me.id) return;
    setWaiting(null);
    const conversation = waiting.where === 'channel' ? waiting.id : view.chat?.id;
    if (conversation === undefined || waiting.dialog === undefined) return;
    const ask: DialogAction = { as: waiting.person, conversation, step: 'fetch', data: waiting.dialog };
    if (waiting.activityId !== undefined) ask.activityId = waiting.activityId;
    const { activityId } = waiting;
    postJson<Shown>('dialog', ask).then(
      (shown) => {
        if (shown.kind === 'dialog' && shown.dialog !== undefined) {
          const source = { from: 'card' as const, conversation, ...(activityId === undefined ? {} : { activityId }) };
          openDialog({ source, content: shown.dialog });
        } else if (shown.text !== undefined) note(shown.text, shown.kind === 'error' ? 'error' : 'said');
      },
      (fault: unknown) => note(wordsOfFault(fault), 'error'),
    );
  }, [waiting, view, openDialog, note]);

  return openPlace;
}
