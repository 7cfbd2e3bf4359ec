/** The other sides that messages go to. */
export type Service = 'Teams' | 'Microsoft 365';

/**
 * Where a service as a whole is away (it cannot be reached, or does not let us sign in), no lane need find that out for itself:
 * each would wait for an answer, and hold a place that others could use. Known to this process alone; another finds out too.
 */
export interface Gates {
  close(service: Service, until: Date): void;
  /** Milliseconds until it may be tried again; 0 for now. */
  wait(service: Service, now: Date): number;
}

export function makeGates(): Gates {
  const closed = new Map<Service, number>();
  return {
    close(service, until) {
      closed.set(service, Math.max(closed.get(service) ?? 0, until.getTime()));
    },
    wait: (service, now) => Math.max(0, (closed.get(service) ?? 0) - now.getTime()),
  };
}
