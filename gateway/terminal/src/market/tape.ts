import type { Trade } from "./shapes";

export const KEPT_TRADES = 300;

/** Newest first, each trade once: what is told again after a resume changes nothing. */
export function added(tape: readonly Trade[], trade: Trade): readonly Trade[] {
  const newest = tape[0];
  if (newest && !isNewer(trade, newest)) {
    if (tape.some((each) => each.id === trade.id)) return tape;
    return [...tape, trade].sort((a, b) => (isNewer(a, b) ? -1 : 1)).slice(0, KEPT_TRADES);
  }
  return [trade, ...tape.slice(0, KEPT_TRADES - 1)];
}

function isNewer(a: Trade, b: Trade): boolean {
  return BigInt(a.id) > BigInt(b.id);
}
