import { type ReadonlySignal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { type Problem, problemOf } from "../api/problem";

/** What was asked for, as it stands. The last good answer stays while a newer one is waited for or failed. */
export interface Query<T> {
  readonly data: ReadonlySignal<T | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly isLoading: ReadonlySignal<boolean>;
  reload(): Promise<void>;
}

export interface Pace {
  /** Asked again so often, while the page is in sight. */
  everyMillis?: number;
}

/** A query outside of a component. */
export function query<T>(load: () => Promise<T>): Query<T> {
  const data = signal<T | null>(null);
  const problem = signal<Problem | null>(null);
  const isLoading = signal(false);
  let round = 0;
  async function reload(): Promise<void> {
    const mine = ++round;
    isLoading.value = true;
    try {
      const answer = await load();
      if (mine !== round) return;
      data.value = answer;
      problem.value = null;
    } catch (failure) {
      if (mine === round) problem.value = problemOf(failure);
    } finally {
      if (mine === round) isLoading.value = false;
    }
  }
  return { data, problem, isLoading, reload };
}

/**
 * Asks for what moves on, such as the newest of something: one at a time, and the newest that is wanted next. What was told
 * last stays meanwhile; however slow the answers are, there is one to show.
 */
export function useFollowed<T>(load: () => Promise<T>, depends: unknown[]): Query<T> {
  const held = useMemo(() => ({ load, isBusy: false, isWanted: false }), []);
  const made = useMemo(() => query(() => held.load()), []);
  useEffect(() => {
    held.load = load;
    held.isWanted = true;
    if (!held.isBusy) void follow();
  }, depends);
  async function follow(): Promise<void> {
    held.isBusy = true;
    while (held.isWanted) {
      held.isWanted = false;
      await made.reload();
    }
    held.isBusy = false;
  }
  return made;
}

/** Asks when the component appears and whenever one of `depends` changes: `useQuery(() => api.get("/fees"), [])`. */
export function useQuery<T>(load: () => Promise<T>, depends: unknown[], pace: Pace = {}): Query<T> {
  const made = useMemo(() => query(load), depends);
  useEffect(() => {
    void made.reload();
    if (!pace.everyMillis) return;
    const timer = setInterval(() => {
      if (!document.hidden) void made.reload();
    }, pace.everyMillis);
    return () => clearInterval(timer);
  }, [made]);
  return made;
}
