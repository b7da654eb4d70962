import type { Change } from "../control/act";
import { sentence } from "../decimal/words";
import { user } from "../session/session";

/** What was proposed, as the venue tells it. */
export interface Proposal {
  id: string; subject: string; what: string | null; target: string | null; symbol: string | null; value: string | null; state: string;
  proposedBy: string; endedBy: string | null; proposedAt: string; expiresAt: string;
}

/** Whether it still waits for somebody. */
export function isOpen(state: string): boolean {
  return state === "PENDING" || state === "OPEN";
}

/** Whether it was asked for by who looks: he cannot approve it, and is the one who sends it again. */
export function isMine(change: Pick<Change, "askedBy">, me: string | undefined = user.value?.id): boolean {
  return me !== undefined && change.askedBy === `user ${me}`;
}

/** What a proposal would do, in few words. */
export function whatOf({ subject, what, target, symbol, value }: Proposal): string {
  const parts = [what && sentence(what), target, symbol].filter(Boolean).join(" · ");
  return subject === "UNBLOCK" ? parts : `${parts} → ${value ?? "none"}`;
}

/** A body in readable lines; what is no JSON as it is. */
export function linesOf(body: string): { what: string; value: string }[] {
  try {
    const told: unknown = JSON.parse(body);
    if (typeof told !== "object" || told === null) return [{ what: "With", value: body }];
    return Object.entries(told).map(([what, value]) => ({ what, value: typeof value === "string" ? value : JSON.stringify(value) }));
  } catch {
    return [{ what: "With", value: body || "nothing" }];
  }
}
