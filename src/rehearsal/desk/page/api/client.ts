/** The tenant refused or did not answer. The message is in plain words and may be shown. */
export class DeskError extends Error {
  override name = 'DeskError';
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const silent = 'The rehearsal did not answer. Check that it is still running, then try again.';

/** Reads one view as text, so that the caller can tell whether anything changed. Throws {@link DeskError}. */
export async function getText(path: string, signal: AbortSignal): Promise<string> {
  return textOf(await reach(path, { signal, headers: { accept: 'application/json' } }));
}

/** Sends one act of the person at the desk and reads what came of it. Throws {@link DeskError}. */
export async function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  const text = await textOf(
    await reach(path, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-desk': 'page' },
      body: JSON.stringify(body),
    }),
  );
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/desk/api/${path}`, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new DeskError(silent, 0);
  }
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  if (response.ok) return text;
  throw new DeskError(wordsOf(text) ?? silent, response.status);
}

function wordsOf(text: string): string | null {
  try {
    const body = JSON.parse(text) as { error?: unknown; message?: unknown; words?: unknown };
    const words = [body.words, body.error, body.message].find((value) => typeof value === 'string');
    return typeof words === 'string' ? words : null;
  } catch {
    return null;
  }
}

/** Plain words for anything caught. */
export const wordsOfFault = (fault: unknown): string => (fault instanceof DeskError ? fault.message : silent);
