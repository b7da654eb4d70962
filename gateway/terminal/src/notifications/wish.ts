/** A subscription as it is typed. */
export interface Wish {
  readonly kind: string;
  readonly types: readonly string[];
  readonly symbol: string;
  readonly minPriority: string;
  readonly threshold: string;
  readonly filter: string;
}

export const NO_WISH: Wish = { kind: "MARKET_DATA", types: [], symbol: "", minPriority: "LOW", threshold: "", filter: "" };

export const KINDS = [
  ["MARKET_DATA", "Halts and news of all markets"],
  ["INSTRUMENT", "Halts and news of one market"],
  ["MY_TRADING", "My own trading, narrowed"],
  ["CUSTOM", "Chosen types"],
] as const;

/** What is sent: only what was chosen. */
export function bodyOf(wish: Wish): Record<string, string | readonly string[]> {
  const body: Record<string, string | readonly string[]> = { kind: wish.kind };
  if (wish.kind === "CUSTOM" && wish.types.length > 0) body["types"] = wish.types;
  for (const name of ["symbol", "threshold", "filter"] as const) if (wish[name].trim()) body[name] = wish[name].trim();
  if (wish.minPriority !== "LOW") body["minPriority"] = wish.minPriority;
  return body;
}
