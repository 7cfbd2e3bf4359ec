import type { z } from 'zod/v4';
import { Refused, type Call } from '../wire/call.ts';

/** Reads a request body by its schema, or answers 400 naming the member at fault, as Graph does. */
export function bodyOf<T>(call: Call, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(call.body ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined ? 'body' : issue.path.map(String).join('/') || 'body';
  throw new Refused(400, 'BadRequest', `Invalid request: ${where}: ${issue?.message ?? 'unreadable'}.`);
}

/** The user that `…/users('ID')` or `…/users/ID` names. */
export function boundUser(bind: string): string | null {
  return (
    /\/users(?:\('([^']+)'\)|\/([^/]+))$/
      .exec(bind)
      ?.slice(1)
      .find((found) => found !== undefined) ?? null
  );
}
