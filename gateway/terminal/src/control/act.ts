import { signal } from "@preact/signals";
import { api } from "../api/api";

/** One line of what an act would touch. */
export interface Fact {
  readonly what: string;
  readonly value: string;
  readonly isGrave?: boolean;
}

/** Something dangerous that an operator is about to do. */
export interface Act {
  readonly title: string;
  /** Has to be typed to the letter. */
  readonly word: string;
  /** What it does, in a sentence. */
  readonly words: string;
  /** Asked of the venue before anything can be sent. */
  readonly impact: () => Promise<readonly Fact[]>;
  readonly send: (reason: string) => Promise<unknown>;
  readonly after?: () => unknown;
}

/** What is being asked for now. */
export const proposed = signal<Act | null>(null);

/** The longest reason: as a header it has to fit, whatever the language. */
export const REASON_MOST = 120;

/** Sends with the reason beside the body, for the audit list. */
export function sendBecause<T>(reason: string, path: string, body: unknown = {}): Promise<T> {
  return api.post<T>(path, body, { headers: { "X-Reason": encodeURIComponent(reason) } });
}

/** A change that takes two: the venue wrote it down and did nothing yet. */
export interface Change {
  readonly id: string;
  readonly state: string;
  readonly askedBy: string;
  readonly decidedBy: string | null;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly askedAt: string;
  readonly expiresAt: string;
}

export function isWaiting(answer: unknown): answer is Change {
  return typeof answer === "object" && answer !== null && "askedBy" in answer && "expiresAt" in answer && "path" in answer;
}

/** What was done, in words, as far as the answer tells. */
export function outcome(answer: unknown): string {
  if (typeof answer !== "object" || answer === null) return "Done";
  const told = answer as { cancelled?: unknown; remaining?: number; items?: unknown; sequence?: number };
  const parts: string[] = [];
  const cancelled = Array.isArray(told.cancelled) ? told.cancelled.length : told.cancelled;
  if (typeof cancelled === "number") parts.push(`${cancelled} orders cancelled`);
  if (typeof told.remaining === "number" && told.remaining > 0) parts.push(`${told.remaining} still to come`);
  if (Array.isArray(told.items)) parts.push(`${told.items.length} markets`);
  if (typeof told.sequence === "number") parts.push(`frame #${told.sequence}`);
  return parts.length > 0 ? `Done: ${parts.join(", ")}` : "Done";
}
