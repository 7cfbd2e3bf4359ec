import { message } from '../answer.ts';
import type { Handler } from '../handle.ts';

/** A kind of press this bot does not have. */
export const unknownInvoke: Handler = async () =>
  message('This is not something I can do. Write help to see what I can.');
