import type { Appeal, CaseEvent, CaseFile } from './caseReview.ts';

/** The appeal events of a case. Each one after the first belongs to the appeal received last. */
export function evolveAppeal(file: CaseFile, event: CaseEvent): CaseFile {
  switch (event.type) {
    case 'appealReceived': {
      const consents = event.with.consent ? [{ on: event.on, consent: event.with.consent }] : [];
      const appeal: Appeal = {
        about: event.with.about,
        receivedOn: event.on,
        madeOn: event.with.madeOn ?? event.on,
        with: event.with,
      };
      return { ...file, consents: [...file.consents, ...consents], appeals: [...file.appeals, appeal] };
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
        recommendations: [...file.recommendations, ...(event.with.recommendations ?? [])],
      };
    default:
      return file;
  }
}

function withLast(file: CaseFile, change: (appeal: Appeal) => Appeal): CaseFile {
  return { ...file, appeals: file.appeals.map((it, index) => (index === file.appeals.length - 1 ? change(it) : it)) };
}
