import { useEffect, useRef, useState } from 'react';
import type { Card } from '../../protocol.ts';
import './card.css';
import { drawCard } from './drawCard.ts';
import { afterRedraw, beforeRedraw } from './keepFocus.ts';
import type { Pressed } from './pressed.ts';
import styles from './cards.module.css';

interface Props {
  card: Card;
  /** Resolves when the answer has come; until then the card takes no second press. */
  press: (pressed: Pressed) => Promise<void>;
  /** In a dialog the window is the frame, so the card has none. */
  bare?: boolean;
}

/** One card. It is drawn again only when its JSON has changed, so that another window's news does not wipe what is being typed. */
export function CardView({ card, press, bare = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const [broken, setBroken] = useState(false);
  const text = JSON.stringify(card);
  const send = useRef({ press, busy });
  useEffect(() => {
    send.current = { press, busy };
  });

  useEffect(() => {
    const onPress = (pressed: Pressed): void => {
      if (send.current.busy) return;
      send.current.busy = true;
      setBusy(true);
      void send.current.press(pressed).finally(() => setBusy(false));
    };
    try {
      const drawn = drawCard(JSON.parse(text) as Card, onPress);
      if (place.current !== null) {
        const before = beforeRedraw(place.current);
        place.current.replaceChildren(...(drawn === undefined ? [] : [drawn]));
        afterRedraw(place.current, before);
      }
      setBroken(drawn === undefined);
    } catch {
      setBroken(true);
    }
  }, [text]);

  return (
    <div className={bare ? styles.bare : styles.card} aria-busy={busy} data-busy={busy}>
      {broken && <p className={styles.broken}>This card could not be shown.</p>}
      <div ref={place} tabIndex={-1} className={styles.place} role="group" aria-label="Card" />
    </div>
  );
}
