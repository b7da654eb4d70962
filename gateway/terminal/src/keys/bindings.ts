import { signal } from "@preact/signals";

/** What a key can do, and which it is unless the person chose another. */
export const ACTIONS = [
  ["buy", "b", "Buy side"],
  ["sell", "s", "Sell side"],
  ["size1", "1", "First size"],
  ["size2", "2", "Second size"],
  ["size3", "3", "Third size"],
  ["size4", "4", "Fourth size"],
  ["joinBid", "q", "Price of the best bid"],
  ["joinAsk", "w", "Price of the best ask"],
  ["marketBuy", "a", "Buy at market (armed only)"],
  ["marketSell", "d", "Sell at market (armed only)"],
  ["arm", "o", "Arm or disarm one click"],
  ["cancelHere", "e", "Cancel all orders of this market"],
  ["cancelAll", "Shift+Escape", "Cancel all orders"],
  ["centre", "Space", "Centre the ladder"],
  ["coarser", "+", "Coarser grouping"],
  ["finer", "-", "Finer grouping"],
  ["search", "/", "Search markets"],
  ["layoutBefore", "[", "Layout before"],
  ["layoutAfter", "]", "Next layout"],
  ["timeInForce", "t", "Next time in force"],
  ["postOnly", "p", "Post-only on or off"],
  ["quantity", "n", "To the quantity"],
  ["sheet", "?", "All keys"],
  ["commands", "Ctrl+k", "Command menu"],
] as const;

export type Action = (typeof ACTIONS)[number][0];
export type Bindings = Readonly<Record<Action, string>>;

const PLACE = "rialto.keys";
const USUAL = Object.fromEntries(ACTIONS.map(([action, key]) => [action, key])) as Bindings;

/** What was kept of it; an action that has no key of its own has the usual one. */
export function read(text: string | null): Bindings {
  try {
    const kept = JSON.parse(text ?? "{}") as Record<string, unknown>;
    const known = ACTIONS.map(([action, key]) => [action, typeof kept[action] === "string" ? kept[action] : key]);
    return Object.fromEntries(known) as Bindings;
  } catch {
    return USUAL;
  }
}

export const bindings = signal(read(typeof localStorage === "undefined" ? null : localStorage.getItem(PLACE)));

function keep(next: Bindings): void {
  bindings.value = next;
  localStorage.setItem(PLACE, JSON.stringify(next));
}

/** Another key for an action; the action that had it takes the one that is free now. */
export function rebound(before: Bindings, action: Action, key: string): Bindings {
  const other = ACTIONS.find(([each]) => each !== action && before[each] === key)?.[0];
  return { ...before, ...(other && { [other]: before[action] }), [action]: key };
}

export function rebind(action: Action, key: string): void {
  keep(rebound(bindings.value, action, key));
}

export function resetKeys(): void {
  keep(USUAL);
}

/** What the browser needs for itself, or people in every field. */
const TAKEN = "acfnpqrtvwxyz";

/** One letter held with Control, or with Command where that is the key for it. */
function withControl(key: string): string | null {
  const letter = key.toLowerCase();
  return /^[a-z]$/.test(letter) && !TAKEN.includes(letter) ? `Ctrl+${letter}` : null;
}

/** How a pressed key is written; null for one that is only held, or that leaves a field. */
export function nameOf(event: Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">): string | null {
  if (["Shift", "Control", "Alt", "Meta", "Tab", "Escape"].includes(event.key) && !(event.key === "Escape" && event.shiftKey)) return null;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return withControl(event.key);
  if (event.code === "Space") return "Space";
  if (event.key.length === 1) return event.key.toLowerCase();
  return (event.shiftKey ? "Shift+" : "") + event.key;
}
