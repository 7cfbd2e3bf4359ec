import { z } from 'zod/v4';
import { message } from '../answer.ts';
import { submitDialog } from '../dialogs.ts';
import type { Handler } from '../handle.ts';
import { readTyped } from '../typed.ts';
import { STALE } from './cardAction.ts';

const Submit = z.object({ data: z.unknown() });

/** A button inside a dialog (task/submit), or inside the dialog of the messaging extension. */
export const dialogSubmitted: Handler = async (parts, turn) => {
  const submit = Submit.safeParse(turn.activity.value);
  const typed = submit.success ? readTyped(submit.data.data) : null;
  return typed === null ? message(STALE) : submitDialog(parts, turn, typed);
};
