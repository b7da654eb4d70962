import { compare, decimal, text } from "../decimal/decimal";
import { subtract } from "../decimal/sums";
import type { Level, PastBook } from "./shapes";

/** A price at which two books are not the same. */
export interface Moved {
  readonly side: "Bid" | "Ask";
  readonly price: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

function moved(side: Moved["side"], before: readonly Level[], after: readonly Level[]): Moved[] {
  const old = new Map(before.map(([price, quantity]) => [price, quantity]));
  const now = new Map(after.map(([price, quantity]) => [price, quantity]));
  const prices = [...new Set([...old.keys(), ...now.keys()])];
  return prices
    .map((price) => {
      const [was, is] = [old.get(price) ?? "0", now.get(price) ?? "0"];
      return { side, price, before: was, after: is, change: text(subtract(decimal(is), decimal(was))) };
    })
    .filter(({ before: was, after: is }) => compare(decimal(was), decimal(is)) !== 0)
    .sort((x, y) => compare(decimal(x.price), decimal(y.price)) * (side === "Ask" ? 1 : -1));
}

/** What became different from one book to the other, best prices first. */
export function between(before: PastBook, after: PastBook): Moved[] {
  return [...moved("Ask", before.asks, after.asks), ...moved("Bid", before.bids, after.bids)];
}
