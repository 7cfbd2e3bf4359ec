import type { Action } from 'adaptivecards';

/**
 * The further actions of a card as a menu at its "More" button: the renderer's own has no place, no colours and no way out.
 * Arrow keys, Home and End move, Esc and Tab close, and the keyboard is then where it was.
 */
export function openOverflowMenu(actions: readonly Action[], button: HTMLElement): void {
  const menu = document.createElement('div');
  menu.className = 'desk-menu';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', button.textContent ?? 'More');
  const items = actions.map((action) => itemFor(action.title ?? '', () => choose(action)));
  menu.append(...items);
  const leaving = new AbortController();
  const { signal } = leaving;

  function close(back: boolean): void {
    if (signal.aborted) return;
    leaving.abort();
    menu.remove();
    button.setAttribute('aria-expanded', 'false');
    if (back) button.focus();
  }
  function choose(action: Action): void {
    close(true);
    action.execute();
  }

  menu.addEventListener('keydown', (event) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const to = nextOf(event.key, at, items.length);
    if (to !== null) {
      items[to]?.focus();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      close(true);
      // A window that the card stands in stays open.
      event.stopPropagation();
    } else if (event.key === 'Tab') close(true);
  });
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!(target instanceof Node) || (!menu.contains(target) && !button.contains(target))) close(false);
    },
    { signal, capture: true },
  );
  window.addEventListener('resize', () => close(false), { signal });
  // What scrolls away from its button would belong to nothing.
  document.addEventListener('scroll', () => close(false), { signal, capture: true });

  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'true');
  // Within the part of the page that it belongs to, which has Fluent's colours and is a landmark.
  (button.closest('[role=dialog], main, .fui-FluentProvider') ?? document.body).append(menu);
  place(menu, button.getBoundingClientRect());
  items[0]?.focus({ preventScroll: true });
}

function itemFor(title: string, press: () => void): HTMLButtonElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.className = 'desk-menu-item';
  item.setAttribute('role', 'menuitem');
  item.tabIndex = -1;
  item.textContent = title;
  item.addEventListener('click', press);
  return item;
}

/** Which item a key goes to; null for a key that moves nothing. */
function nextOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at <= 0 ? count : at) - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Under the button where there is room, else above it, and never beyond the edge of the window. */
function place(menu: HTMLElement, button: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const edge = 8;
  const below = button.bottom + 4;
  const top = below + height > window.innerHeight - edge ? Math.max(edge, button.top - 4 - height) : below;
  const left = Math.max(edge, Math.min(button.left, window.innerWidth - edge - width));
  menu.style.top = `${String(top)}px`;
  menu.style.left = `${String(left)}px`;
}
