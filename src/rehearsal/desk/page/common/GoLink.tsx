import type { MouseEvent, ReactNode } from 'react';
import { useDesk } from '../app/deskContext.ts';
import type { Route } from '../route/route.ts';

interface Props {
  to: Partial<Route>;
  className?: string | undefined;
  current?: boolean;
  onFollow?: (() => void) | undefined;
  children: ReactNode;
}

/** A link inside the desk: a real address, so that it can be copied or opened in another window. */
export function GoLink({ to, className, current = false, onFollow, children }: Props) {
  const { go, hrefOf } = useDesk();
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
    onFollow?.();
  };
  return (
    <a href={hrefOf(to)} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
