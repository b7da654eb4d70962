import { balances } from "../account/holdings";
import { decimal, parse, text } from "../decimal/decimal";
import { divide, floorTo, multiply } from "../decimal/sums";
import type { Watch } from "../market/watch";
import type { Draft } from "./draft";
import { hasPrice } from "./terms";

/** Room that is left for a fee when all of a balance is spent, in percent of it. */
const FEE_ROOM = "0.995";

/** So many percent of what the account could trade: of what it has when it sells, of what it can pay when it buys. Null where that is not known. */
export function share(draft: Draft, { instrument, book }: Watch, percent: number): string | null {
  const asset = draft.side === "SELL" ? instrument.base : instrument.quote;
  const available = parse(balances.value.get(asset)?.available ?? "");
  if (!available || available.units <= 0n || instrument.kind !== "SPOT") return null;
  const part = multiply(available, decimal(String(percent / 100)));
  const lot = decimal(instrument.lotSize);
  if (draft.side === "SELL") return text(floorTo(part, lot));
  const best = book.asks.best?.price;
  const price = parse(hasPrice(draft.type) && draft.price ? draft.price : (best ?? ""));
  if (!price || price.units <= 0n) return null;
  const money = percent === 100 ? multiply(part, decimal(FEE_ROOM)) : part;
  return text(floorTo(divide(money, price, instrument.quantityScale), lot));
}
