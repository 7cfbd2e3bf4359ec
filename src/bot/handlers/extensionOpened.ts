import { z } from 'zod/v4';
import { message } from '../answer.ts';
import { openDialog } from '../dialogs.ts';
import type { Handler } from '../handle.ts';

const Command = z.object({ commandId: z.string() });

/** The messaging extension's command `openCase`: the application's dialog. */
export const extensionOpened: Handler = async (parts, turn) => {
  const command = Command.safeParse(turn.activity.value);
  if (!command.success || command.data.commandId !== 'openCase')
    return message('This command is not known. Write help to the bot to see what it can do.');
  return openDialog(parts, turn, { dialog: 'application' });
};
