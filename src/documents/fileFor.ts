import type { CaseView } from '../domain/caseView.ts';
import type { Effect } from '../domain/effects.ts';
import type { Doc, Letter } from './document.ts';
import { letterDoc } from './letterDoc.ts';
import { minutes } from './minutes.ts';
import { pack } from './pack.ts';
import { plan } from './plan.ts';
import { toDocx } from './toDocx.ts';

export type FiledDocument = Extract<Effect, { kind: 'fileDocument' }>['document'];

const WRITERS: Record<FiledDocument, (view: CaseView) => Doc> = {
  pack,
  minutes,
  plan: (view) => plan(view, { victimCopy: false }),
  letterDraft: (view) => letterDoc(view.reference, draftAsShared(view)),
};

/** The file that goes into the case's channel. Its name is the reference and the kind of document, nothing personal. */
export async function fileFor(document: FiledDocument, view: CaseView): Promise<{ name: string; content: Buffer }> {
  return { name: `${view.reference} ${document}.docx`, content: await toDocx(WRITERS[document](view)) };
}

/** The draft of the decision letter, word for word as it was shared with the panel. */
function draftAsShared({ review }: CaseView): Letter {
  const shared = review.letters.findLast((one) => one.letter === 'planDraft')?.text ?? '';
  const [title = '', ...paragraphs] = shared.split('\n\n');
  return { title, paragraphs };
}
