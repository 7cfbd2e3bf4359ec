import { Refused, type Call } from '../wire/call.ts';

type Row = Record<string, unknown>;

/** `$select` of one thing: the named properties, the id and the annotations. */
export function select(row: Row, wanted: string | undefined): Row {
  if (wanted === undefined) return row;
  const names = new Set(wanted.split(',').map((name) => name.trim()));
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name === 'id' || name.startsWith('@') || names.has(name)),
  );
}

const CLAUSE = /^\(?\s*([\w./]+)\s+(eq|ne|ge|gt|le|lt)\s+(?:'((?:[^']|'')*)'|(true|false|null|-?\d+))\s*\)?$/i;
const STARTS = /^startswith\(\s*([\w./]+)\s*,\s*'((?:[^']|'')*)'\s*\)$/i;

/** `$filter` with comparisons and `startswith`, joined by `and` or by `or`. Anything else is answered as Graph answers what it cannot do. */
export function filter(rows: Row[], expression: string | undefined): Row[] {
  if (expression === undefined) return rows;
  const outside = expression.split(/('(?:[^']|'')*')/);
  const glue = outside.some((part, index) => index % 2 === 0 && / or /i.test(part)) ? 'or' : 'and';
  const clauses = splitOutsideQuotes(expression, glue).map((text) => clauseOf(text.trim()));
  return rows.filter((row) =>
    glue === 'or' ? clauses.some((holds) => holds(row)) : clauses.every((holds) => holds(row)),
  );
}

function splitOutsideQuotes(expression: string, glue: string): string[] {
  const parts = [''];
  for (const piece of expression.split(/('(?:[^']|'')*')/)) {
    const cut = piece.startsWith("'") ? [piece] : piece.split(new RegExp(`\\s${glue}\\s`, 'i'));
    parts[parts.length - 1] += cut[0] ?? '';
    parts.push(...cut.slice(1));
  }
  return parts;
}

function clauseOf(text: string): (row: Row) => boolean {
  const starts = STARTS.exec(text);
  if (starts) {
    const [, path = '', literal = ''] = starts;
    return (row) => comparable(valueAt(row, path)).startsWith(comparable(literal.replaceAll("''", "'")));
  }
  const clause = CLAUSE.exec(text);
  if (!clause) throw new Refused(400, 'Request_UnsupportedQuery', 'This filter is not supported.');
  const [, path = '', operator = '', quoted, bare] = clause;
  const literal = quoted === undefined ? (bare ?? '') : quoted.replaceAll("''", "'");
  return (row) => compare(comparable(valueAt(row, path)), operator.toLowerCase(), comparable(literal));
}

const comparable = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : 'null'
  ).toLowerCase();

function compare(held: string, operator: string, literal: string): boolean {
  if (operator === 'eq') return held === literal;
  if (operator === 'ne') return held !== literal;
  if (operator === 'ge') return held >= literal;
  if (operator === 'gt') return held > literal;
  if (operator === 'le') return held <= literal;
  return held < literal;
}

/** Follows `start/dateTime`; a cast such as `(microsoft.graph.aadUserConversationMember/userId` is left out of the way. */
function valueAt(row: Row, path: string): unknown {
  let value: unknown = row;
  for (const name of path.split('/').filter((part) => !part.startsWith('microsoft.graph.'))) {
    value = typeof value === 'object' && value !== null ? (value as Row)[name] : undefined;
  }
  return value;
}

/** A collection as Graph answers it, with paging by `$top` and `$skip` or `$skiptoken`. */
export function collection(call: Call, url: string, context: string, rows: Row[]): Row {
  const kept = filter(rows, call.query.$filter);
  const from = Number(call.query.$skiptoken ?? call.query.$skip ?? 0) || 0;
  const size = Number(call.query.$top ?? 100) || 100;
  const page = kept.slice(from, from + size).map((row) => select(row, call.query.$select));
  const rest = new URLSearchParams({ ...call.query, $skiptoken: String(from + size) });
  rest.delete('$skip');
  return {
    '@odata.context': contextOf(context),
    ...(call.query.$count === 'true' ? { '@odata.count': kept.length } : {}),
    value: page,
    ...(from + size < kept.length ? { '@odata.nextLink': `${url}?${rest.toString()}` } : {}),
  };
}

export const contextOf = (of: string): string => `https://graph.microsoft.com/v1.0/$metadata#${of}`;
export const entity = (of: string, row: Row, wanted?: string): Row => ({
  '@odata.context': contextOf(of),
  ...select(row, wanted),
});
