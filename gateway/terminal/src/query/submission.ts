import { type ReadonlySignal, signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { type Problem, problemOf } from "../api/problem";

/** Something that is sent: what came of it stays beside the form, and nothing typed is lost. */
export interface Submission<A extends unknown[], T> {
  readonly problem: ReadonlySignal<Problem | null>;
  readonly isPending: ReadonlySignal<boolean>;
  readonly answer: ReadonlySignal<T | null>;
  /** Null when it was refused. One at a time: what is pressed meanwhile does nothing. */
  send(...args: A): Promise<T | null>;
  clear(): void;
}

export function useSubmission<A extends unknown[], T>(action: (...args: A) => Promise<T>): Submission<A, T> {
  const held = useMemo(() => ({ action }), []);
  held.action = action;
  return useMemo(() => {
    const problem = signal<Problem | null>(null);
    const isPending = signal(false);
    const answer = signal<T | null>(null);
    async function send(...args: A): Promise<T | null> {
      if (isPending.value) return null;
      isPending.value = true;
      problem.value = null;
      try {
        return (answer.value = await held.action(...args));
      } catch (failure) {
        problem.value = problemOf(failure);
        return null;
      } finally {
        isPending.value = false;
      }
    }
    function clear(): void {
      problem.value = null;
      answer.value = null;
    }
    return { problem, isPending, answer, send, clear };
  }, []);
}
