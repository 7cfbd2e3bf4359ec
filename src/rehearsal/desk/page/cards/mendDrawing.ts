/** The renderer leaves small gaps for screen readers, keyboards and speech; this closes them after drawing. */
export function mendDrawing(drawn: HTMLElement): void {
  // The root is announced as one stop of its own although nothing happens there.
  drawn.removeAttribute('tabindex');
  for (const field of drawn.querySelectorAll<HTMLElement>(
    '.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect',
  )) {
    field.setAttribute('role', field.querySelector('input[type=radio]') === null ? 'group' : 'radiogroup');
    nameGroup(field);
  }
  // A part that can be pressed takes its action's title for its name, and the words one sees are lost to who speaks them (WCAG 2.5.3):
  // the title becomes the first, unseen words of the part instead.
  for (const part of drawn.querySelectorAll<HTMLElement>('div[role=button][aria-label]')) {
    const words = document.createElement('span');
    words.className = 'hidden';
    words.textContent = `${part.getAttribute('aria-label') ?? ''}. `;
    part.removeAttribute('aria-label');
    part.prepend(words);
  }
}

/** The question is read as the name of its first answer; it is the name of all of them. */
function nameGroup(field: HTMLElement): void {
  const first = field.querySelector('input');
  const ids = (first?.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
  const answer = ids.pop();
  if (answer === undefined || ids.length === 0) return;
  field.setAttribute('aria-labelledby', ids.join(' '));
  first?.setAttribute('aria-labelledby', answer);
}
