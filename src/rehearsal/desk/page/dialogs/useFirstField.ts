import { useEffect, useRef, type RefObject } from 'react';

const controls = 'input, select, textarea, button';

/** Puts the keyboard into the first field of whatever a dialog shows next, past the window's own close button, unless a control of
 * it has the focus already. A form that comes again with one more row goes on in that row. What is new starts at its top: a bot says there what was wrong. */
export function useFirstField(shown: unknown): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  const known = useRef<Set<string>>(new Set());
  useEffect(() => {
    // After the window has put the focus on its first stop.
    const frame = requestAnimationFrame(() => {
      const { current } = content;
      const active = document.activeElement;
      const added = current === null ? null : addedField(current, known.current);
      if (current !== null) known.current = fieldsOf(current);
      if (added !== null) {
        added.scrollIntoView({ block: 'center' });
        added.focus({ preventScroll: true });
        return;
      }
      if (current === null || (current.contains(active) && active?.matches(controls) === true)) return;
      current.parentElement?.scrollTo({ top: 0 });
      current.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return content;
}

/** Fields by the ids that the card gives them; the renderer's own change with each drawing. */
const fieldsOf = (form: HTMLElement): Set<string> =>
  new Set(
    [...form.querySelectorAll<HTMLElement>('input, select, textarea')].flatMap(({ id }) =>
      id === '' || id.startsWith('__ac') ? [] : [id],
    ),
  );

/** The first field that was not there before, where all that were still are. */
function addedField(form: HTMLElement, before: Set<string>): HTMLElement | null {
  const now = fieldsOf(form);
  if (before.size === 0 || [...before].some((id) => !now.has(id))) return null;
  const added = [...now].find((id) => !before.has(id));
  return added === undefined ? null : form.querySelector<HTMLElement>(`#${CSS.escape(added)}`);
}
