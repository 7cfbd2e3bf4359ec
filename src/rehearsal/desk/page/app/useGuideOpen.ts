import { useState } from 'react';
import { keep, kept } from '../common/kept.ts';

export interface GuideOpen {
  open: boolean;
  setOpen: (open: boolean) => void;
  /** The one-line welcome of a first visit. */
  welcome: boolean;
  endWelcome: () => void;
}

/** Whether the guide is open (it is, at first) and whether the welcome still stands. */
export function useGuideOpen(): GuideOpen {
  const [open, setOpen] = useState(() => kept('guide') !== 'closed');
  const [welcome, setWelcome] = useState(() => kept('welcome') !== 'read');
  return {
    open,
    setOpen: (next) => {
      keep('guide', next ? 'open' : 'closed');
      setOpen(next);
    },
    welcome,
    endWelcome: () => {
      keep('welcome', 'read');
      setWelcome(false);
    },
  };
}
