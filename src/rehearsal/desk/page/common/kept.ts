/** Small choices of the reader (theme, guide closed) that outlive a refresh; a browser that keeps nothing is no fault. */
export function keep(name: string, value: string): void {
  try {
    window.localStorage.setItem(`desk.${name}`, value);
  } catch {
    // Storage switched off: the choice lasts until the page closes.
  }
}

export function kept(name: string): string | null {
  try {
    return window.localStorage.getItem(`desk.${name}`);
  } catch {
    return null;
  }
}
