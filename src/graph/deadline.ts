/**
 * Ends with the work or, at the latest, with the signal: an aborted fetch ends by itself, but waiting for a token, or for
 * anything else on the way to it, does not.
 */
export function untilDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const over = new Promise<never>((_, fail) => {
    const end = () => {
      fail(new Error('the deadline passed', { cause: signal.reason }));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  return Promise.race([work, over]);
}
