const fields = 'input, select, textarea';

export interface Before {
  control: string | null;
  fields: number;
}

/** What held the focus in a card before it is drawn again, and how many fields there were. */
export function beforeRedraw(place: HTMLElement): Before {
  const active = document.activeElement;
  const inside = active instanceof HTMLElement && place.contains(active);
  return { control: inside ? nameOf(active) : null, fields: place.querySelectorAll(fields).length };
}

/** Puts the focus where the reader expects it in the new drawing: on the same button when fields were added above it (one more
 * incident, one more action), else on the card's beginning, where a bot says what was wrong. */
export function afterRedraw(place: HTMLElement, before: Before): void {
  if (before.control === null) return;
  const grown = place.querySelectorAll(fields).length > before.fields;
  const same = [...place.querySelectorAll<HTMLElement>('button')].find((button) => nameOf(button) === before.control);
  (grown && same !== undefined ? same : place).focus();
}

const nameOf = (control: HTMLElement): string => `${control.tagName} ${control.textContent}`;
