import type { CaseView } from '../../domain/caseView.ts';
import { capital } from '../plainWords.ts';
import { appealBody } from '../procedureWords.ts';

/** Where this authority is written to: its mailbox, and its address where the directory has one. */
export function writeToUs({ partnership: { authority } }: CaseView): string {
  const post = authority.address === undefined ? 'by letter' : `by post to ${authority.address}`;
  return `by e-mail to ${authority.mailbox} or ${post}`;
}

/** Where an appeal is made and who decides it, as this procedure and this authority have it (AMB-E10). */
export function appealTo(view: CaseView): string {
  const body = appealBody(view);
  switch (view.policy.appeal.madeTo) {
    case 'lead':
      return `Write to us ${writeToUs(view)}. The appeal is decided by ${body}.`;
    case 'office':
      return `Write to ${body}, ${office(view)}. It goes straight there, not to us: ${body} decides about it.`;
    case 'either':
      return `There are two ways. Ask ${body} for it yourself, ${office(view)}. Or write to us ${writeToUs(view)}: we pass it on. The day on which you ask decides whether you are in time. ${capital(body)} decides about it.`;
  }
}

function office({ partnership: { authority } }: CaseView): string {
  const { mailbox, address, web } = authority.appealOffice ?? {};
  const ways = [
    ...(web === undefined ? [] : [`with the form at ${web}`]),
    ...(mailbox === undefined ? [] : [`by e-mail to ${mailbox}`]),
    ...(address === undefined ? [] : [`by post to ${address}`]),
  ];
  return ways.length > 0 ? ways.join(' or ') : `whose address we tell you when you ask ${authority.mailbox}`;
}
