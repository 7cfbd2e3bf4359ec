/** The renderer leaves small gaps for screen readers and keyboards; this closes them after drawing. */
export function mendInputs(drawn: HTMLElement): void {
  // The root is announced as one stop of its own although nothing happens there.
  drawn.removeAttribute('tabindex');
  for (const field of drawn.querySelectorAll<HTMLElement>('.ac-choiceSetInput-expanded')) {
    field.setAttribute('role', field.querySelector('input[type=radio]') === null ? 'group' : 'radiogroup');
  }
}
