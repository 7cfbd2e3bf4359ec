export interface Before {
  control: string | null;
  fields: string[];
}

/** What held the focus in a card before it is drawn again, and which fields there were. */
export function beforeRedraw(place: HTMLElement): Before {
  const active = document.activeElement;
  const inside = active instanceof HTMLElement && place.contains(active);
  return { control: inside ? nameOf(active) : null, fields: fieldsOf(place) };
}

/** Puts the focus where the reader expects it in the new drawing: on the same button when fields were added above it (one more
 * incident, one more action), else on the card's beginning, where a bot says what was wrong. */
export function afterRedraw(place: HTMLElement, before: Before): void {
  if (before.control === null) return;
  const now = fieldsOf(place);
  const grown = now.length > before.fields.length && before.fields.every((field) => now.includes(field));
  const same = [...place.querySelectorAll<HTMLElement>('button')].find((button) => nameOf(button) === before.control);
  (grown && same !== undefined ? same : place).focus();
}

const fieldsOf = (place: HTMLElement): string[] =>
  [...place.querySelectorAll('label')].map((label) => label.textContent ?? '');

const nameOf = (control: HTMLElement): string => `${control.tagName} ${control.textContent}`;
