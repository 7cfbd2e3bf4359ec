import type { Day } from '../../calendar/isoDate.ts';
import { BODY_CHOICES, filled, HATE_CHOICES } from './choices.ts';
import type { Button, Field } from './fields.ts';
import type { Errors, Values } from './form.ts';

/**
 * Incidents with their reports, as rows of a form. `rows` says how many reports each incident has (`2,1`); it is
 * bounded, because a card has a largest size. Further incidents are added later by “Change the complaints”.
 */
const MOST_INCIDENTS = 6;
const MOST_REPORTS = 4;
const MOST_ROWS = 10;

export const startRows = (): Values => ({ rows: '1' });

/** The row counts, never more than a card can hold, whatever was sent. */
export function rowsOf(values: Values): string {
  return counts(values).join(',');
}

function counts(values: Values): number[] {
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

export function anotherIncident(values: Values): Values {
  return { ...values, rows: [...counts(values), 1].join(',') };
}

export function anotherReport(values: Values, incident: number): Values {
  return {
    ...values,
    rows: counts(values)
      .map((reports, at) => (at === incident ? reports + 1 : reports))
      .join(','),
  };
}

const field = (incident: number, name: string): string => `c${incident + 1}_${name}`;
const report = (incident: number, at: number, name: string): string => `c${incident + 1}_r${at + 1}_${name}`;

export function incidentFields(values: Values, today: Day): Field[] {
  const all = counts(values);
  return [
    ...all.flatMap((reports, at): Field[] => [
      ...oneIncident(at, today, all.length),
      ...Array.from({ length: reports }, (_, row) => oneReport(at, row, today)).flat(),
      ...(isFull(all) || reports >= MOST_REPORTS ? [] : [{ kind: 'buttons', buttons: [another(at)] } satisfies Field]),
    ]),
    ...(isFull(all) || all.length >= MOST_INCIDENTS ? [{ kind: 'help', text: FULL } satisfies Field] : []),
  ];
}
const FULL = 'No more fit into this form. Add the rest once the case is open: More, “Add a complaint”.';
const isFull = (all: number[]): boolean => all.reduce((sum, reports) => sum + reports, 0) >= MOST_ROWS;

const another = (at: number): Button => ({
  press: `addReport:${at}`,
  title: `Add another report of incident ${at + 1}`,
  lenient: true,
});

function oneIncident(at: number, today: Day, all: number): Field[] {
  const others = Array.from({ length: all }, (_, other) => other).filter((other) => other !== at);
  return [
    { kind: 'heading', text: `Incident ${at + 1}` },
    {
      kind: 'date',
      name: field(at, 'occurredOn'),
      label: `Day incident ${at + 1} happened`,
      required: true,
      missing: 'Enter the day it happened',
      latest: today,
      path: `complaints.${at}.occurredOn`,
    },
    {
      kind: 'text',
      name: field(at, 'what'),
      label: `What happened in incident ${at + 1}, in short`,
      ...(at === 0 ? { help: 'One line. Leave out health details and the names of others.' } : {}),
      maxLength: 200,
      path: `descriptions.c${at + 1}`,
    },
    {
      kind: 'choice',
      name: field(at, 'hate'),
      label: `Incident ${at + 1} was a hate incident because of`,
      choices: HATE_CHOICES,
      path: `complaints.${at}.hate`,
    },
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'choice',
            name: field(at, 'same'),
            label: `Incident ${at + 1} is the same event as`,
            ...(at === 1 ? { help: 'One event told to several bodies counts once.' } : {}),
            choices: others.map((other) => ({ value: `c${other + 1}`, title: `Incident ${other + 1}` })),
            path: `complaints.${at}.sameIncidentAs`,
          } satisfies Field,
        ]),
  ];
}

function oneReport(at: number, row: number, today: Day): Field[] {
  // Every input has a label of its own: a screen reader reads it without what stands around it.
  const of = row === 0 ? `Incident ${at + 1}` : `Incident ${at + 1}, report ${row + 1}`;
  return [
    {
      kind: 'choice',
      name: report(at, row, 'to'),
      label: `${of}: reported to`,
      required: true,
      missing: 'Choose who was told',
      choices: BODY_CHOICES,
      path: `complaints.${at}.reports.${row}.to`,
    },
    {
      kind: 'date',
      name: report(at, row, 'on'),
      label: `${of}: day it was reported`,
      required: true,
      missing: 'Enter the day it was reported',
      latest: today,
      path: `complaints.${at}.reports.${row}.on`,
    },
    {
      kind: 'text',
      name: report(at, row, 'reference'),
      label: `${of}: their reference`,
      maxLength: 100,
      path: `complaints.${at}.reports.${row}.reference`,
    },
  ];
}

/** The complaints as an application carries them; a report before its incident is a fault at the report’s day. */
export function readIncidents(values: Values): {
  complaints: object[];
  descriptions: Record<string, string>;
  errors: Errors;
} {
  const errors: Errors = {};
  const descriptions: Record<string, string> = {};
  const complaints = counts(values).map((reports, at) => {
    const occurredOn = values[field(at, 'occurredOn')] ?? '';
    const what = values[field(at, 'what')];
    if (what) descriptions[`c${at + 1}`] = what;
    return filled({
      ref: `c${at + 1}`,
      occurredOn,
      hate: values[field(at, 'hate')],
      sameIncidentAs: values[field(at, 'same')],
      reports: Array.from({ length: reports }, (_, row) => {
        const on = values[report(at, row, 'on')] ?? '';
        if (on < occurredOn) errors[report(at, row, 'on')] = 'It cannot have been reported before it happened';
        return filled({ to: values[report(at, row, 'to')], on, reference: values[report(at, row, 'reference')] });
      }),
    });
  });
  return { complaints, descriptions, errors };
}
