/** All texts a person reads in an activity, card or dialog: text, titles, labels, values of inputs, messages. */
export function textsOf(node: unknown): string {
  return found(node, ['text', 'title', 'value', 'label', 'summary', 'errorMessage']).join('\n');
}

function found(node: unknown, names: string[]): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => found(one, names));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? (names.includes(name) ? [value] : []) : name === 'data' ? [] : found(value, names),
  );
}

/** Every element of a card that fits, at any depth. */
export function elements(
  node: unknown,
  fits: (element: Record<string, unknown>) => boolean,
): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap((one) => elements(one, fits));
  if (typeof node !== 'object' || node === null) return [];
  const element = node as Record<string, unknown>;
  return [...(fits(element) ? [element] : []), ...Object.values(element).flatMap((one) => elements(one, fits))];
}

/** What stands in the inputs of a dialog, by id. */
export const typedIn = (card: unknown): Record<string, unknown> =>
  Object.fromEntries(
    elements(card, (one) => String(one['type']).startsWith('Input.')).map((one) => [String(one['id']), one['value']]),
  );

/** The data of the button with this title. */
export function buttonData(card: unknown, title: string): Record<string, unknown> {
  const button = elements(card, (one) => String(one['type']).startsWith('Action.') && one['title'] === title)[0];
  if (button === undefined) throw new Error(`no button “${title}”`);
  return button['data'] as Record<string, unknown>;
}
