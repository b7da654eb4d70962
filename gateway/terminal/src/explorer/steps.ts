import { signal } from "@preact/signals";
import { problemOf } from "../api/problem";
import { say } from "../shell/notes";
import { nextOf } from "./frames";
import { filtersOf, show, view } from "./view";

/** The newest frame that anybody told of. */
export const head = signal(0);
/** Events a second while it plays; 0 stands still. */
export const pace = signal(0);
/** The type of the frame that is shown. */
export const typeHere = signal<string | null>(null);

export function here(): number {
  return view.value.seq ?? head.value;
}

export function step(by: number): void {
  show({ seq: Math.max(1, Math.min(head.value || Number.MAX_SAFE_INTEGER, here() + by)) });
}

let isSeeking = false;

/** To the next frame of the same type, of those that the filters let through. */
export async function seek(isUp: boolean): Promise<void> {
  if (isSeeking) return;
  isSeeking = true;
  try {
    const type = view.value.type || typeHere.value;
    const found = await nextOf({ ...filtersOf(view.value), ...(type ? { type } : {}) }, here(), isUp);
    if (found === null) say(`No ${type ?? "frame"} ${isUp ? "behind" : "before"} #${here()} near here`);
    else show({ seq: found });
  } catch (failure) {
    say(problemOf(failure).message, "bad");
  } finally {
    isSeeking = false;
  }
}

const BY: Record<string, number> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 };
const PAGES: Record<string, number> = { PageUp: 10, PageDown: -10 };

/** Arrows go one frame on or back, with Shift a hundred, with Ctrl to the next of this type; page up and down go ten. */
export function stepByKey(event: KeyboardEvent): void {
  const by = BY[event.key];
  const page = PAGES[event.key];
  if (page !== undefined) step(page);
  else if (event.key === "Home" || event.key === "End") show({ seq: event.key === "Home" ? 1 : head.value });
  else if (by === undefined) return;
  else if (event.ctrlKey || event.metaKey) void seek(by > 0);
  else step(event.shiftKey ? by * 100 : by);
  event.preventDefault();
}

const TICK_MILLIS = 100;

/** Plays on until the head is reached or the answered function is called. */
export function play(): () => void {
  let owed = 0;
  const timer = setInterval(() => {
    if (pace.value === 0) return;
    owed += (pace.value * TICK_MILLIS) / 1000;
    const by = Math.floor(owed);
    if (by < 1) return;
    owed -= by;
    if (here() >= head.value) pace.value = 0;
    else step(by);
  }, TICK_MILLIS);
  return () => {
    clearInterval(timer);
    pace.value = 0;
  };
}
