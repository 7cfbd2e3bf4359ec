import { numberOf } from './appealNames.ts';
import type { Appeal, CaseEvent, CaseFile } from './caseReview.ts';
import { byDay, inOrder } from './inOrder.ts';

/** The appeal events of a case. Each one after the first belongs to the appeal received last. */
export function evolveAppeal(file: CaseFile, event: CaseEvent): CaseFile {
  switch (event.type) {
    case 'appealReceived': {
      const consents = event.with.consent ? [{ on: event.on, consent: event.with.consent }] : [];
      const appeal: Appeal = {
        number: file.appeals.length + 1,
        about: event.with.about,
        receivedOn: event.on,
        madeOn: event.with.madeOn ?? event.on,
        with: event.with,
      };
      return {
        ...file,
        consents: consents.reduce(byDay, file.consents),
        appeals: inOrder(file.appeals, appeal, (it) => it.receivedOn),
      };
    }
    case 'appealPassedOn':
      return withLast(file, (appeal) => ({ ...appeal, passedOn: event.on }));
    case 'appealAssigned':
      return withLast(file, (appeal) => ({ ...appeal, assigned: { on: event.on, with: event.with } }));
    case 'appealHandedOver':
      return withLast(file, (appeal) => ({ ...appeal, handedOver: { on: event.on, with: event.with } }));
    case 'appealHeard':
      return withLast(file, (appeal) => ({ ...appeal, heardOn: event.on }));
    case 'appealDecided':
      return {
        ...withLast(file, (appeal) => ({ ...appeal, decided: { on: event.on, with: event.with } })),
        recommendations: [...file.recommendations, ...recommended(file, event)],
      };
    default:
      return file;
  }
}

function recommended(file: CaseFile, { on, with: carried }: CaseEvent & { type: 'appealDecided' }): Made[] {
  const appeal = file.appeals.at(-1);
  if (appeal === undefined) return [];
  const number = numberOf(appeal, file);
  return (carried.recommendations ?? []).map((it) => ({ ...it, on, appeal: number }));
}
type Made = CaseFile['recommendations'][number];

function withLast(file: CaseFile, change: (appeal: Appeal) => Appeal): CaseFile {
  return { ...file, appeals: file.appeals.map((it, index) => (index === file.appeals.length - 1 ? change(it) : it)) };
}
