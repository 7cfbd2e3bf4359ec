import { z } from 'zod/v4';
import { DialogParams } from '../../cards/verbs.ts';
import { message } from '../answer.ts';
import { openDialog } from '../dialogs.ts';
import type { Handler } from '../handle.ts';
import { STALE } from './cardAction.ts';

const Fetch = z.object({ data: DialogParams });

/** A button that opens a dialog (task/fetch). */
export const dialogOpened: Handler = async (parts, turn) => {
  const fetch = Fetch.safeParse(turn.activity.value);
  if (!fetch.success) return message(STALE);
  const { press: _press, ...params } = fetch.data.data;
  return openDialog(parts, turn, params);
};
