import type { Day } from '../../calendar/isoDate.ts';
import { BODY_CHOICES, filled, HATE_CHOICES } from './choices.ts';
import type { Button, Field } from './fields.ts';
import type { Errors, Values } from './form.ts';
import {
  counts,
  field,
  MOST_INCIDENTS,
  MOST_REPORTS,
  MOST_ROWS,
  report,
  typedIncidents,
  typedReports,
} from './incidentRows.ts';

export function incidentFields(values: Values, today: Day): Field[] {
  const all = counts(values);
  return [
    ...all.flatMap((reports, at): Field[] => [
      ...oneIncident(placeOf(values, at), placeOf(values, at).goesTo >= 0, today, all.length),
      ...Array.from({ length: reports }, (_, row) => oneReport(placeOf(values, at, row), row, today)).flat(),
      ...rowButtons(at, reports, all),
    ]),
    ...(isFull(all) || all.length >= MOST_INCIDENTS ? [{ kind: 'help', text: FULL } satisfies Field] : []),
  ];
}
const FULL = 'No more fit into this form. Add the rest once the case is open: More, “Add a complaint”.';
const isFull = (all: number[]): boolean => all.reduce((sum, reports) => sum + reports, 0) >= MOST_ROWS;

/** Where a row stands in the form, and where it will stand in the application; a blank row will stand nowhere, and demands nothing. */
interface Place {
  at: number;
  goesTo: number;
  rowGoesTo: number;
  demanded: boolean;
}
function placeOf(values: Values, at: number, row = 0): Place {
  const goesTo = typedIncidents(values).indexOf(at);
  const rowGoesTo = typedReports(values, at).indexOf(row);
  return { at, goesTo, rowGoesTo, demanded: goesTo >= 0 && rowGoesTo >= 0 };
}

function rowButtons(at: number, reports: number, all: number[]): Field[] {
  const buttons: Button[] = [
    ...(isFull(all) || reports >= MOST_REPORTS
      ? []
      : [{ press: `addReport:${at}`, title: `Add another report of incident ${at + 1}`, lenient: true }]),
    ...(reports > 1
      ? [
          {
            press: `dropReport:${at}:${reports - 1}`,
            title: `Take out report ${reports} of incident ${at + 1}`,
            lenient: true,
          },
        ]
      : []),
    ...(all.length > 1 ? [{ press: `dropIncident:${at}`, title: `Take out incident ${at + 1}`, lenient: true }] : []),
  ];
  return buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [];
}

function oneIncident({ at, goesTo }: Place, demanded: boolean, today: Day, all: number): Field[] {
  const others = Array.from({ length: all }, (_, other) => other).filter((other) => other !== at);
  return [
    { kind: 'heading', text: `Incident ${at + 1}` },
    {
      kind: 'date',
      name: field(at, 'occurredOn'),
      label: `Day incident ${at + 1} happened`,
      ...(demanded ? { required: true } : { sometimes: true }),
      missing: 'Enter the day it happened',
      latest: today,
      path: `complaints.${goesTo}.occurredOn`,
    },
    {
      kind: 'text',
      name: field(at, 'what'),
      label: `What happened in incident ${at + 1}, in short`,
      ...(at === 0 ? { help: 'One line. Leave out health details and the names of others.' } : {}),
      maxLength: 200,
      path: `descriptions.c${goesTo + 1}`,
    },
    {
      kind: 'choice',
      name: field(at, 'hate'),
      label: `Incident ${at + 1} was a hate incident because of`,
      choices: HATE_CHOICES,
      path: `complaints.${goesTo}.hate`,
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
            path: `complaints.${goesTo}.sameIncidentAs`,
          } satisfies Field,
        ]),
  ];
}

function oneReport({ at, goesTo, rowGoesTo, demanded }: Place, row: number, today: Day): Field[] {
  // Every input has a label of its own: a screen reader reads it without what stands around it.
  const of = row === 0 ? `Incident ${at + 1}` : `Incident ${at + 1}, report ${row + 1}`;
  return [
    {
      kind: 'choice',
      name: report(at, row, 'to'),
      label: `${of}: reported to`,
      ...(demanded ? { required: true } : { sometimes: true }),
      missing: 'Choose who was told',
      choices: BODY_CHOICES,
      path: `complaints.${goesTo}.reports.${rowGoesTo}.to`,
    },
    {
      kind: 'date',
      name: report(at, row, 'on'),
      label: `${of}: day it was reported`,
      ...(demanded ? { required: true } : { sometimes: true }),
      missing: 'Enter the day it was reported',
      latest: today,
      path: `complaints.${goesTo}.reports.${rowGoesTo}.on`,
    },
    {
      kind: 'text',
      name: report(at, row, 'reference'),
      label: `${of}: their reference`,
      maxLength: 100,
      path: `complaints.${goesTo}.reports.${rowGoesTo}.reference`,
    },
  ];
}

/** The complaints as an application carries them, blank rows left out; a report before its incident is a fault at the report’s day. */
export function readIncidents(values: Values): {
  complaints: object[];
  descriptions: Record<string, string>;
  errors: Errors;
} {
  const errors: Errors = {};
  const descriptions: Record<string, string> = {};
  const incidents = typedIncidents(values);
  const refOf = (at: number): string => `c${incidents.indexOf(at) + 1}`;
  const complaints = incidents.map((at) => {
    const occurredOn = values[field(at, 'occurredOn')] ?? '';
    const what = values[field(at, 'what')];
    if (what) descriptions[refOf(at)] = what;
    const same = incidents.find((other) => `c${other + 1}` === values[field(at, 'same')]);
    return filled({
      ref: refOf(at),
      occurredOn,
      hate: values[field(at, 'hate')],
      sameIncidentAs: same === undefined ? undefined : refOf(same),
      reports: typedReports(values, at).map((row) => {
        const on = values[report(at, row, 'on')] ?? '';
        if (on < occurredOn) errors[report(at, row, 'on')] = 'It cannot have been reported before it happened';
        return filled({ to: values[report(at, row, 'to')], on, reference: values[report(at, row, 'reference')] });
      }),
    });
  });
  return { complaints, descriptions, errors };
}
