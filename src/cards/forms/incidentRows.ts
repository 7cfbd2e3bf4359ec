import type { Values } from './form.ts';

/**
 * Incidents with their reports as rows of a form. `rows` says how many reports each incident has (`2,1`); it is bounded, because
 * a card has a largest size. Further incidents are added once the case is open.
 */
export const MOST_INCIDENTS = 6;
export const MOST_REPORTS = 4;
export const MOST_ROWS = 9;

const OWN = ['occurredOn', 'what', 'hate', 'same'] as const;
const REPORT = ['to', 'on', 'reference'] as const;

export const field = (incident: number, name: (typeof OWN)[number]): string => `c${incident + 1}_${name}`;
export const report = (incident: number, at: number, name: (typeof REPORT)[number]): string =>
  `c${incident + 1}_r${at + 1}_${name}`;

export const startRows = (): Values => ({ rows: '1' });

/** The row counts, never more than a card can hold, whatever was sent. */
export const rowsOf = (values: Values): string => counts(values).join(',');

/** How many reports each incident has. */
export function counts(values: Values): number[] {
  const wanted = (values['rows'] ?? '1')
    .split(',')
    .map((part) => Math.min(Math.max(Number(part) || 1, 1), MOST_REPORTS));
  let left = MOST_ROWS;
  return wanted.slice(0, MOST_INCIDENTS).flatMap((reports) => {
    const taken = Math.min(reports, left);
    left -= taken;
    return taken > 0 ? [taken] : [];
  });
}

export const anotherIncident = (values: Values): Values => ({ ...values, rows: [...counts(values), 1].join(',') });

export const anotherReport = (values: Values, incident: number): Values => ({
  ...values,
  rows: counts(values)
    .map((reports, at) => (at === incident ? reports + 1 : reports))
    .join(','),
});

/** Nothing is typed of it: neither when, what and why, nor who was told. */
export const isBlankIncident = (values: Values, incident: number): boolean =>
  OWN.every((name) => !values[field(incident, name)]) &&
  Array.from({ length: counts(values)[incident] ?? 0 }, (_, at) => at).every((at) =>
    isBlankReport(values, incident, at),
  );
export const isBlankReport = (values: Values, incident: number, at: number): boolean =>
  REPORT.every((name) => !values[report(incident, at, name)]);

/** Those of which something is typed, by their place in the form; the first where nothing is typed of any. */
export function typedIncidents(values: Values): number[] {
  const all = counts(values).map((_, at) => at);
  const typed = all.filter((at) => !isBlankIncident(values, at));
  return typed.length > 0 ? typed : all.slice(0, 1);
}
/** Reports of one incident of which something is typed; the first where nothing is typed of any. */
export function typedReports(values: Values, incident: number): number[] {
  const all = Array.from({ length: counts(values)[incident] ?? 0 }, (_, at) => at);
  const typed = all.filter((at) => !isBlankReport(values, incident, at));
  return typed.length > 0 ? typed : all.slice(0, 1);
}

interface Incident {
  was: number;
  own: Values;
  reports: Values[];
}
const taken = (values: Values): Incident[] =>
  counts(values).map((reports, at) => ({
    was: at,
    own: Object.fromEntries(OWN.map((name) => [name, values[field(at, name)] ?? ''])),
    reports: Array.from({ length: reports }, (_, row) =>
      Object.fromEntries(REPORT.map((name) => [name, values[report(at, row, name)] ?? ''])),
    ),
  }));

/** The form with these incidents and no others, numbered anew; who is the same event as another still names that other. */
function withIncidents(values: Values, incidents: Incident[]): Values {
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !/^c\d+_/.test(name)));
  const now = new Map(incidents.map((one, at) => [`c${one.was + 1}`, `c${at + 1}`]));
  const rows = incidents.flatMap(({ own, reports }, at) => [
    ...OWN.map((name): [string, string] => [
      field(at, name),
      name === 'same' ? (now.get(own['same'] ?? '') ?? '') : (own[name] ?? ''),
    ]),
    ...reports.flatMap((one, row) => REPORT.map((name): [string, string] => [report(at, row, name), one[name] ?? ''])),
  ]);
  return {
    ...rest,
    ...Object.fromEntries(rows.filter(([, value]) => value !== '')),
    rows: incidents.map(({ reports }) => reports.length).join(','),
  };
}

/** Takes an incident out, with its reports; the last one stays. */
export function withoutIncident(values: Values, incident: number): Values {
  const all = taken(values);
  return all.length < 2
    ? values
    : withIncidents(
        values,
        all.filter((_, at) => at !== incident),
      );
}

/** Takes a report out of an incident; its last one stays. */
export function withoutReport(values: Values, incident: number, at: number): Values {
  const all = taken(values).map((one, place) =>
    place === incident && one.reports.length > 1
      ? { ...one, reports: one.reports.filter((_, row) => row !== at) }
      : one,
  );
  return withIncidents(values, all);
}

/** The form without rows of which nothing is typed: what is kept for later holds none. */
export function withoutBlanks(values: Values): Values {
  const incidents = new Set(typedIncidents(values));
  const kept = taken(values).flatMap((one, at) => {
    const reports = new Set(typedReports(values, at));
    return incidents.has(at) ? [{ ...one, reports: one.reports.filter((_, row) => reports.has(row)) }] : [];
  });
  return withIncidents(values, kept);
}
