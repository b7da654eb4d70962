import { signal } from "@preact/signals";
import { compare, parse } from "../decimal/decimal";
import { multiply } from "../decimal/sums";
import type { Watch } from "../market/watch";
import type { Draft } from "./draft";
import { hasPrice, mayBeByAmount } from "./terms";

const PLACE = "rialto.confirmAbove";

/** What an order may be worth, in its quote asset, before it is asked for once more; empty asks never. */
export const confirmAbove = signal(typeof localStorage === "undefined" ? "" : (localStorage.getItem(PLACE) ?? ""));

export function setConfirmAbove(value: string): void {
  confirmAbove.value = value;
  localStorage.setItem(PLACE, value);
}

export function needsConfirmation(draft: Draft, watch: Watch): boolean {
  const bound = parse(confirmAbove.value);
  if (!bound) return false;
  if (draft.isByAmount && mayBeByAmount(draft.type)) return compare(parse(draft.quoteAmount) ?? bound, bound) > 0;
  const best = (draft.side === "BUY" ? watch.book.asks : watch.book.bids).best?.price ?? "";
  const price = parse(hasPrice(draft.type) && draft.price ? draft.price : best);
  const quantity = parse(draft.quantity);
  return price !== null && quantity !== null && compare(multiply(price, quantity), bound) > 0;
}

