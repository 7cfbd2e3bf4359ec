import type { Trouble } from './desk/protocol.ts';

export type Side = 'connector' | 'graph';
export type FaultKind = 'throttle' | 'fail' | 'slow' | 'lostAnswers';
/** `often` lets some requests through, so that a patient bot gets there; `next` troubles so many requests and then stops. */
export type FaultMode = 'off' | 'often' | 'always' | { next: number };

export interface Faults {
  set(side: Side, kind: FaultKind, mode: FaultMode): void;
  /** Whether this request is to be troubled in this way. Counts it. */
  strikes(side: Side, kind: FaultKind): boolean;
  /** The desk's switches, for both sides at once. */
  trouble(): Trouble;
  setTrouble(trouble: Trouble): void;
}

/** Of three requests, which are struck when the switch stands on `often`. */
const OFTEN: Record<FaultKind, readonly boolean[]> = {
  throttle: [true, true, false],
  fail: [true, false],
  slow: [true],
  lostAnswers: [true, false, false],
};
const SIDES: readonly Side[] = ['connector', 'graph'];

/** Switchable trouble of the rehearsal tenant. Nothing is left to chance: the same calls meet the same faults. */
export function faultSwitches(initial?: Trouble): Faults {
  const modes = new Map<string, FaultMode>();
  const counts = new Map<string, number>();
  let shown: Trouble = { throttle: false, fail: false, slow: false, lostAnswers: false, repeatClicks: false };
  const set = (side: Side, kind: FaultKind, mode: FaultMode) => {
    modes.set(`${side} ${kind}`, typeof mode === 'object' ? { ...mode } : mode);
    counts.set(`${side} ${kind}`, 0);
  };
  const setTrouble = (trouble: Trouble) => {
    for (const kind of Object.keys(OFTEN) as FaultKind[]) {
      if (shown[kind] !== trouble[kind]) for (const side of SIDES) set(side, kind, trouble[kind] ? 'often' : 'off');
    }
    shown = { ...trouble };
  };
  if (initial) setTrouble(initial);
  return {
    set,
    setTrouble,
    trouble: () => ({ ...shown }),
    strikes: (side, kind) => {
      const key = `${side} ${kind}`;
      const mode = modes.get(key) ?? 'off';
      if (mode === 'off' || mode === 'always') return mode === 'always';
      if (typeof mode === 'object') {
        if (mode.next <= 0) return false;
        mode.next -= 1;
        return true;
      }
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      const pattern = OFTEN[kind];
      return pattern[count % pattern.length] === true;
    },
  };
}
