const named: Record<string, number> = { small: 400, medium: 600, large: 840 };

/** The width of a dialog: Teams' three names or a number of pixels; medium when nothing is said. The window never exceeds the screen. */
export function widthOf(width: string | number | undefined): string {
  const pixels = typeof width === 'number' ? width : (named[width ?? 'medium'] ?? 600);
  return `min(${pixels}px, calc(100vw - 16px))`;
}
