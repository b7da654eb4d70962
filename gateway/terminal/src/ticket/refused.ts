import type { Problem } from "../api/problem";

/** At which field a refusal by the venue's rules belongs, which names no field itself. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(QUANTITY|NOTIONAL|INSUFFICIENT|ORDER_QUANTITY|ORDER_VALUE|LEAST|VALUE_OVERFLOW|POSITION_ABOVE)/, "quantity"],
  [/^POST_ONLY/, "postOnly"],
  [/^(PRICE|NOT_AT_CLOSING)/, "price"],
  [/^(WOULD_TRIGGER|TRIGGER)/, "triggerPrice"],
  [/^TRAILING/, "trailing"],
  [/^(DISPLAY|PEAK|HIDDEN_WITH)/, "displayQuantity"],
  [/^HIDDEN/, "hidden"],
  [/^EXPIRE_TIME/, "expireTime"],
  [/^(PEG)/, "pegOffsetTicks"],
  [/^REDUCE_ONLY/, "reduceOnly"],
  [/^MINIMUM/, "minQuantity"],
];

/** The names that the venue has for what the ticket holds in one field. */
const OTHER: Record<string, string> = { trailingBps: "trailing", trailingTicks: "trailing" };

export function fieldOf(problem: Problem | null): string | null {
  if (!problem) return null;
  if (problem.field) return OTHER[problem.field] ?? problem.field;
  return FIELDS.find(([pattern]) => pattern.test(problem.code))?.[1] ?? null;
}
