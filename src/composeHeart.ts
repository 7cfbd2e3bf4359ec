/** The pulse of a loop: beaten at each round that went well. Ages are of this process and know no clock that can be moved. */
export interface Heartbeat {
  beat: () => void;
  /** Milliseconds since the last beat, or since the start where there was none. */
  age: () => number;
}

export function heartbeat(elapsed: () => number = () => performance.now()): Heartbeat {
  let last = elapsed();
  return {
    beat: () => {
      last = elapsed();
    },
    age: () => elapsed() - last,
  };
}
