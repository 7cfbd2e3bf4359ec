import { drawForm } from '../cards/forms/draw.ts';
import { submitForm, refusalErrors, typedInto } from '../cards/forms/submit.ts';
import type { Errors, Values } from '../cards/forms/form.ts';
import type { DialogParams } from '../cards/verbs.ts';
import { forgetDraft, saveDraft } from '../operations/drafts.ts';
import { opensCase } from '../cards/forms/rights.ts';
import { message, type Answer } from './answer.ts';
import { doAsk, type Did } from './doAsk.ts';
import { openForm, type Opened } from './formContext.ts';
import type { Turn } from './handle.ts';
import type { BotParts } from './parts.ts';
import { isCaseVerb, press, readPress } from './press.ts';
import type { Typed } from './typed.ts';
import { pressOf } from './verb.ts';

/** Opens a dialog for this person, or says why not. */
export async function openDialog(parts: BotParts, turn: Turn, params: DialogParams): Promise<Answer> {
  const opened = await openForm(parts.deps, turn, params);
  if (opened.kind === 'refused') return message(opened.refusal.text);
  const { form, ctx } = opened.value;
  return drawn(opened.value, form.start?.(ctx) ?? {});
}

/** A button pressed in a dialog. What is wrong is told at the field and what was typed is kept. */
export async function submitDialog(parts: BotParts, turn: Turn, typed: Typed): Promise<Answer> {
  if (typed.press === 'open') return openDialog(parts, turn, typed.params);
  const opened = await openForm(parts.deps, turn, typed.params);
  if (opened.kind === 'refused') return message(opened.refusal.text);
  const { form, ctx } = opened.value;
  const values = typedInto(form, ctx, typed.values);
  const built = submitForm(form, ctx, values, typed.press);
  if (opensCase(form.name) !== null) await saveDraft(parts.deps, { person: turn.person, of: form.name, values });
  if (built.kind === 'errors') return drawn(opened.value, values, built.errors);
  if (built.kind === 'again') return drawn(opened.value, built.values);
  if (built.ask.do === 'verb') return pressInside(parts, turn, built.ask);
  const did = await doAsk(parts.deps, turn, {
    ...built,
    params: { ...ctx.params, v: typed.params.v },
    ...pressOf(turn.activity),
  });
  return afterwards(parts, turn, opened.value, values, did);
}

async function afterwards(parts: BotParts, turn: Turn, opened: Opened, values: Values, did: Did): Promise<Answer> {
  const { form, ctx } = opened;
  switch (did.kind) {
    case 'refused':
      return drawn(opened, values, refusalErrors(form, ctx, values, did.refusal));
    case 'closed':
      if (opensCase(form.name) !== null && did.sent)
        await forgetDraft(parts.deps, { person: turn.person, of: form.name });
      return did.text === undefined ? { kind: 'closed' } : message(did.text);
    case 'open':
      return openDialog(parts, turn, did.params);
    case 'again': {
      const fresh = await openForm(parts.deps, turn, ctx.params);
      return drawn(fresh.kind === 'done' ? fresh.value : opened, did.values ?? values);
    }
  }
}

/** A verb pressed inside "More": its card comes as the next view of the dialog. */
async function pressInside(
  parts: BotParts,
  turn: Turn,
  it: { verb: string; data: Record<string, unknown> },
): Promise<Answer> {
  const read = readPress(it.verb, it.data);
  if (read === null || !isCaseVerb(read.verb)) return message('This is not possible any more. Nothing was recorded.');
  const answer = await press(parts, turn, read.verb, read.data as never);
  return answer.kind === 'card' && answer.done ? { kind: 'closed' } : message(textOf(answer));
}
const textOf = (answer: Answer): string => ('text' in answer ? answer.text : 'Nothing was recorded.');

const drawn = ({ form, ctx }: Opened, values: Values, errors: Errors = {}): Answer => ({
  kind: 'dialog',
  dialog: drawForm(form, ctx, values, errors),
});
