import { signal } from "@preact/signals";
import { problemOf } from "../api/problem";
import { ask, type Query } from "../api/request";

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
  /** Asks a second administrator for it, where one alone may not: loosening limits does. */
  readonly propose?: (reason: string) => Promise<Proposed>;
  readonly after?: () => unknown;
}

/** What is being asked for now. */
export const proposed = signal<Act | null>(null);

/** The longest reason: as a header it has to fit, whatever the language. */
export const REASON_MOST = 120;

/** Why it is done, beside whatever is sent: for the audit list. */
export function because(reason: string): Record<string, string> {
  return { "X-Reason": encodeURIComponent(reason) };
}

export async function sendBecause<T>(reason: string, path: string, body: unknown = {}, method: "POST" | "PUT" = "POST"): Promise<T> {
  return (await ask<T>(method, path, { body, headers: because(reason) })).body;
}

export async function removeBecause<T>(reason: string, path: string, query: Query = {}): Promise<T> {
  return (await ask<T>("DELETE", path, { query, headers: because(reason) })).body;
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

/** What one asked another administrator to approve; it is done when he does. */
export interface Proposed {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
}

export function propose(reason: string, body: Record<string, unknown>): Promise<Proposed> {
  return sendBecause<Proposed>(reason, "/admin/proposals", body);
}

/** Does it, or asks for it where it takes two. */
export async function carryOut(act: Act, reason: string): Promise<unknown> {
  try {
    return await act.send(reason);
  } catch (failure) {
    if (problemOf(failure).code !== "NEEDS_SECOND_ADMINISTRATOR" || !act.propose) throw failure;
    return act.propose(reason);
  }
}

function has(answer: unknown, ...names: string[]): boolean {
  return typeof answer === "object" && answer !== null && names.every((name) => name in answer);
}

/** What has to happen before it is done; null where it is done. */
export function waiting(answer: unknown): string | null {
  if (has(answer, "askedBy", "expiresAt", "path")) {
    return `Nothing is done yet: it takes two. Change ${(answer as Change).id} waits under Approvals for another administrator; then send it again from there`;
  }
  if (has(answer, "subject", "state", "id")) {
    return `Nothing is done yet: it takes two. Proposal ${(answer as Proposed).id} waits under Approvals for another administrator, who does it by approving`;
  }
  return null;
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
