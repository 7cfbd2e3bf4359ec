/** What a client takes for granted: left out, because a long form must fit into a card of limited size. */
const GRANTED: Record<string, unknown[]> = {
  style: ['default', 'text', 'compact'],
  associatedInputs: ['auto'],
  isMultiline: [false],
  isMultiSelect: [false],
  isRequired: [false],
  separator: [false],
  value: [''],
  color: ['Default'],
};

/** The same card without what goes without saying, and without boxes around a single element. */
export function lighter(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(lighter);
  if (typeof node !== 'object' || node === null) return node;
  const element = node as Record<string, unknown>;
  const items = element['items'];
  if (element['type'] === 'Container' && element['style'] === undefined && Array.isArray(items) && items.length === 1)
    return lighter({ ...(items[0] as object), spacing: element['spacing'], separator: element['separator'] });
  const typed = typeof element['type'] === 'string';
  return Object.fromEntries(
    Object.entries(element)
      .filter(([name, value]) => !typed || !GRANTED[name]?.includes(value))
      .filter(([name]) => name !== 'errorMessage' || element['isRequired'] === true)
      .map(([name, value]) => [name, name === 'data' ? value : lighter(value)]),
  );
}
