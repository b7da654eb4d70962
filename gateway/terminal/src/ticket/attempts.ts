import { effect, signal } from "@preact/signals";
import type { Order } from "../account/shapes";
import { api } from "../api/api";
import { type Problem, problemOf } from "../api/problem";
import { user } from "../session/session";

/** One order on its way: sent, and what came of it. Its key is the same however often it is sent. */
export interface Attempt {
  readonly key: string;
  readonly words: string;
  readonly body: Record<string, unknown>;
  readonly state: "PENDING" | "ACCEPTED" | "REFUSED" | "UNKNOWN";
  readonly problem: Problem | null;
  readonly order: Order | null;
  readonly millis: number | null;
}

const KEPT = 8;

/** Newest first. */
export const attempts = signal<readonly Attempt[]>([]);

let whose: string | undefined;
effect(() => {
  const who = user.value?.id;
  // What one person sent is nothing for the next at the same screen.
  if (who !== whose) attempts.value = [];
  whose = who;
});

function put(attempt: Attempt): void {
  const isKnown = attempts.value.some((each) => each.key === attempt.key);
  attempts.value = isKnown
    ? attempts.value.map((each) => (each.key === attempt.key ? attempt : each))
    : [attempt, ...attempts.value].slice(0, KEPT);
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `t-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

async function send(attempt: Attempt): Promise<Attempt> {
  put({ ...attempt, state: "PENDING", problem: null });
  const begun = performance.now();
  let ended: Attempt;
  try {
    const order = await api.post<Order>("/orders", attempt.body, { idempotencyKey: attempt.key });
    ended = { ...attempt, state: "ACCEPTED", problem: null, order, millis: Math.round(performance.now() - begun) };
  } catch (failure) {
    const problem = problemOf(failure);
    ended = { ...attempt, state: problem.isOpen ? "UNKNOWN" : "REFUSED", problem };
  }
  put(ended);
  return ended;
}

/** Sends an order once; what it is called stands in the journal too, so it is found again. */
export function place(words: string, make: (key: string) => Record<string, unknown>): Promise<Attempt> {
  const key = newKey();
  return send({ key, words, body: make(key), state: "PENDING", problem: null, order: null, millis: null });
}

/** The same order under the same key: whatever became of it is answered, and it is never placed twice. */
export function retry(attempt: Attempt): Promise<Attempt> {
  return send(attempt);
}
