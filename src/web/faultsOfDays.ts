import type { Day } from '../calendar/isoDate.ts';
import type { With } from '../domain/acts.ts';
import type { FieldFault } from './applications.ts';

/** Days that cannot be: in the future, or a report before what it reports. */
export function faultsOfDays(application: With<'receiveApplication'>, today: Day): FieldFault[] {
  const future = (field: string, day: Day | undefined): FieldFault[] =>
    day !== undefined && day > today ? [{ field: `with.${field}`, message: 'must be today or earlier' }] : [];
  return [
    ...future('madeOn', application.madeOn),
    ...application.complaints.flatMap((complaint, at) => [
      ...future(`complaints.${at}.occurredOn`, complaint.occurredOn),
      ...complaint.reports.flatMap((report, row) => {
        const field = `complaints.${at}.reports.${row}.on`;
        const early = report.on < complaint.occurredOn;
        return [
          ...future(field, report.on),
          ...(early ? [{ field: `with.${field}`, message: 'cannot be before the day it happened' }] : []),
        ];
      }),
    ]),
  ];
}
