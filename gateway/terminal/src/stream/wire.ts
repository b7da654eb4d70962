/** What is said on `/api/v1/ws` (docs/streams.md). */

export type Channel =
  | "book" | "trades" | "auction" | "status" | "ticker" | "candles"
  | "orders" | "fills" | "balances" | "positions" | "notifications";

export interface Spec {
  readonly channel: Channel;
  readonly symbol?: string;
  readonly depth?: number;
  readonly speed?: "REAL_TIME" | "MS_100" | "MS_1000";
  readonly interval?: string;
}

/** A message of a channel. Of a book `first`, `last`, `bids`, `asks` stand beside it. */
export interface Message<T = unknown> {
  readonly channel: Channel;
  readonly symbol?: string;
  readonly type: "SNAPSHOT" | "UPDATE" | "DELTA";
  readonly sequence: number;
  readonly last?: number;
  readonly conflated?: boolean;
  readonly data: T;
}

/** An answer to an operation, or a word of the venue's own (heartbeat, shutdown). */
export interface Word {
  readonly op: string;
  readonly id?: number;
  readonly status?: number;
  readonly code?: string;
  readonly sequence?: number;
  readonly reason?: string;
  readonly data?: unknown;
}

export type Told = { word: Word } | { message: Message } | null;

/** One text from the socket; null for what is not of this protocol. */
export function told(text: unknown): Told {
  if (typeof text !== "string") return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  if ("op" in value && typeof value.op === "string") return { word: value as Word };
  if (!("channel" in value) || typeof value.channel !== "string") return null;
  if (!("sequence" in value) || !Number.isSafeInteger(value.sequence)) return null;
  return { message: value as unknown as Message };
}

/**
 * A channel of a symbol is followed once on a connection. Candles do not say of which interval they are, so one interval of a
 * symbol is followed at a time.
 */
export function keyOf(spec: { channel: string; symbol?: string }): string {
  return `${spec.channel}|${spec.symbol ?? ""}`;
}
