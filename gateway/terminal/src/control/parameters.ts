import { parse } from "../decimal/decimal";
import type { Term } from "./MarketsView";

/** What can be changed of a market while the venue runs, by subject. */
export const PARAMETERS: readonly (readonly [subject: string, names: readonly string[]])[] = [
  ["Steps", ["TICK", "LOT"]],
  ["Sizes", ["MIN_QUANTITY_LOTS", "MAX_QUANTITY_LOTS", "MIN_NOTIONAL_MINOR", "ORDER_LIMIT_LOTS", "ORDER_LIMIT_MINOR"]],
  ["Collars and bands", ["COLLAR_TICKS", "REFERENCE_PRICE_TICKS", "BUY_BAND_LOW_BPS", "BUY_BAND_HIGH_BPS", "SELL_BAND_LOW_BPS", "SELL_BAND_HIGH_BPS"]],
  ["Interruptions", [
    "DYNAMIC_RANGE_BPS", "STATIC_RANGE_BPS", "WIDER_RANGE_BPS", "INTERRUPTION_CALL_NANOS", "MOST_EXTENSIONS", "VELOCITY_LIMIT_TICKS", "VELOCITY_WINDOW_NANOS",
    "VELOCITY_CALL_NANOS", "FAST_VELOCITY_LIMIT_TICKS", "FAST_VELOCITY_WINDOW_NANOS", "CASCADE_ELECTIONS", "CASCADE_TICKS",
  ]],
  ["Fees", ["MAKER_FEE_RATE", "TAKER_FEE_RATE", "FEE_PER_LOT_MINOR", "AUCTION_FEES"]],
  ["Matching", ["MATCHING_ALGORITHM", "PRO_RATA_MIN_LOTS", "FIFO_SHARE_BPS", "TOP_MIN_LOTS", "TOP_MAX_LOTS", "AUCTION_SELF_TRADES"]],
  ["Shown and hidden", ["MIN_DISPLAY_BPS", "MIN_DISPLAY_LOTS", "MIN_HIDDEN_LOTS"]],
  ["Contracts", ["FUNDING_LIMIT_RATE", "SETTLEMENT_AWAITED", "LIQUIDATION_BUFFER_RATE", "LOSS_SHARING"]],
  ["History", ["TRADES_KEPT_DAYS"]],
];

/** In what a parameter is written: the last word of its name tells. */
export function unitOf(name: string): string {
  if (name === "TICK" || name === "LOT") return "a step, such as 0.05";
  if (name === "MATCHING_ALGORITHM") return "PRICE_TIME or PRO_RATA";
  if (name.endsWith("_PRICE_TICKS")) return "a price";
  if (name.endsWith("_TICKS")) return "a distance of prices";
  if (name.endsWith("_LOTS")) return "a quantity";
  if (name.endsWith("_MINOR")) return "an amount of the quote asset";
  if (name.endsWith("_RATE")) return "a decimal: 0.001 is 0.1 %";
  if (name.endsWith("_BPS")) return "basis points: 10000 is 100 %";
  if (name.endsWith("_NANOS")) return "nanoseconds";
  return "a whole number";
}

/** "REFERENCE_PRICE_TICKS" as "Reference price": its unit is told beside it. */
export function titleOf(name: string): string {
  const words = name.replace(/_(TICKS|LOTS|MINOR|BPS|NANOS)$/, "").toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const LISTED: Record<string, keyof Term> = {
  TICK: "tickSize", LOT: "lotSize", MIN_QUANTITY_LOTS: "minQuantity", MAX_QUANTITY_LOTS: "maxQuantity", MIN_NOTIONAL_MINOR: "minNotional", COLLAR_TICKS: "collar",
  MAKER_FEE_RATE: "makerFeeRate", TAKER_FEE_RATE: "takerFeeRate",
};

/** What is in force: as it was changed, else as it was listed; null for none. */
export function inForce(name: string, changed: Readonly<Record<string, string | null>>, term: Term): string | null {
  if (name in changed) return changed[name] ?? null;
  const field = LISTED[name];
  return field ? term[field] : null;
}

/** What this page itself finds wrong with a value; the venue has the last word. */
export function wrongValue(name: string, value: string): string | null {
  if (value === "") return null;
  if (name === "MATCHING_ALGORITHM") return /^(PRICE_TIME|PRO_RATA)$/.test(value) ? null : "PRICE_TIME or PRO_RATA";
  return parse(value) ? null : `Write ${unitOf(name)}, or nothing to take it away`;
}
