/** Something that is done again whenever it is called for, but once in so many milliseconds: what is called for meanwhile is done once, at the end of them. */
export interface Calm {
  (): void;
  /** What waits is not done any more. */
  end(): void;
}

export function calm(work: () => void, millis: number): Calm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  function rest(): void {
    timer = undefined;
    if (isWanted) call();
  }
  function call(): void {
    isWanted = timer !== undefined;
    if (isWanted) return;
    timer = setTimeout(rest, millis);
    work();
  }
  return Object.assign(call, {
    end: () => {
      clearTimeout(timer);
      timer = undefined;
      isWanted = false;
    },
  });
}
